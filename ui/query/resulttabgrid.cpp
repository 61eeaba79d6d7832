// SPDX-License-Identifier: GPL-3.0-or-later
// A tab's table, live; resulttabviews.cpp has how it comes to be shown.
#include "ui/query/resulttab.h"

#include "ui/query/liverun.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultmodel.h"
#include "ui/table/livebar.h"

namespace walkabout {

void ResultTab::buildLive() {
    connect(&m_bar->live(), &LiveBar::liveAsked, this, &ResultTab::goLive);
    connect(m_live, &LiveRun::changed, this, [this] {
        m_summary = m_live->summary();
        emit changed();
    });
    connect(m_live, &LiveRun::readingShown, this, [this] {
        if (m_current)
            m_current = m_grid->current();
        m_lookout.lookAgain(m_device);
    });
}

bool ResultTab::isLive() const { return m_live->isRunning(); }

LiveBar *ResultTab::liveBar() const { return isGridShown() ? &m_bar->live() : nullptr; }

void ResultTab::goLive(bool live) {
    m_goesLive = false;
    if (!live) {
        m_live->stop();
        return;
    }
    if (!m_waiting && !m_operation) {
        if (m_device.connection() && m_grid) {
            beginLive();
            return;
        }
        again();
    }
    m_goesLive = isRunning(); // it begins when the table has been read
}

void ResultTab::watch() { m_goesLive = m_showsCounters = isRunning(); }

void ResultTab::beginLive() {
    if (std::exchange(m_showsCounters, false))
        m_grid->showCounters();
    m_device.touch();
    if (const auto failure = m_live->begin(tableQuery(), *m_library, !m_bad))
        addNote(failure->text(), true);
    else
        m_model->addNote(tr("The table is live; this list stays as it was read."), false);
}

} // namespace walkabout
