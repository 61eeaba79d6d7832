// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a table, what stands beside it, and the names of interfaces everywhere.
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/query/resulttabs.h"
#include "ui/shared/noticebar.h"
#include "ui/table/livebar.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString namesKey = u"interfaceNames"_s;

} // namespace

void MainWindow::connectTables(Settings &settings) {
    const auto onGrid = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            const ResultTab *tab = m_tabs->currentResult();
            if (tab && tab->shownGrid())
                what(*tab);
            else
                m_notice->tell(tr("That is for a table: ask for one, or show the result as one."));
        });
    };
    const auto onLiveBar = [&onGrid](QAction *action, void (LiveBar::*what)()) {
        onGrid(action, [what](const ResultTab &tab) { (tab.liveBar()->*what)(); });
    };
    onLiveBar(m_actions->live, &LiveBar::toggleLive);
    onLiveBar(m_actions->interval, &LiveBar::focusInterval);
    onLiveBar(m_actions->zero, &LiveBar::zero);
    onLiveBar(m_actions->hideZeros, &LiveBar::toggleZeros);
    onLiveBar(m_actions->dismissGone, &LiveBar::dismiss);
    onLiveBar(m_actions->changeLog, &LiveBar::toggleLog);
    onGrid(m_actions->columns,
        [](const ResultTab &tab) { tab.shownGrid()->showColumnPanel(!tab.shownGrid()->showsColumnPanel()); });
    onGrid(m_actions->rowForm,
        [](const ResultTab &tab) { tab.shownGrid()->showRowForm(!tab.shownGrid()->showsRowForm()); });

    const bool showsNames = settings.value(namesKey, true).toBool();
    m_actions->interfaceNames->setChecked(showsNames);
    m_open.switchInterfaces(showsNames);
    connect(m_actions->interfaceNames, &QAction::toggled, this, [this, &settings](bool on) {
        m_open.switchInterfaces(on);
        settings.keep({{namesKey, on}});
    });
}

} // namespace walkabout
