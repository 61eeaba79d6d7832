// SPDX-License-Identifier: GPL-3.0-or-later
// What finding, filtering and Esc mean where the focus is.
#include "ui/device/diagnosissheet.h"
#include "ui/find/findbar.h"
#include "ui/focusedpanel.h"
#include "ui/log/logpanel.h"
#include "ui/mainwindow.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/modulepanel.h"
#include "ui/packet/packetpanel.h"
#include "ui/query/resulttabs.h"
#include "ui/trap/trappanel.h"

#include <QApplication>
#include <QLineEdit>

namespace walkabout {

void MainWindow::find() {
    // The tree has a search of its own.
    if (m_mib->isAncestorOf(QApplication::focusWidget()))
        m_mib->focusSearch();
    else if (FindBar *bar = FocusedPanel(*this, m_tabs->current()).findBar())
        bar->open();
}

void MainWindow::filter() {
    if (m_mib->isAncestorOf(QApplication::focusWidget())) {
        m_mib->openFilter();
    } else if (QLineEdit *line = FocusedPanel::filter({m_modules, m_traps, m_packets, m_log})) {
        line->setFocus();
        line->selectAll();
    } else if (QueryTab *tab = m_tabs->current()) {
        tab->focusFilter();
    }
}

void MainWindow::stopOrClear() {
    if (m_diagnosis->stop())
        return;
    QueryTab *tab = m_tabs->current();
    if (tab && tab->isRunning()) {
        tab->stop();
        return;
    }
    if (QLineEdit *line = FocusedPanel::filter({m_modules, m_traps, m_packets, m_log}); line && !line->text().isEmpty())
        line->clear();
    else if (m_mib->isAncestorOf(QApplication::focusWidget()) && m_mib->clearFilter())
        return;
    else if (tab && tab->clearFilter())
        tab->setFocus();
}

} // namespace walkabout
