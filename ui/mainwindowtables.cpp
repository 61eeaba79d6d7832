// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a table, and the names of interfaces everywhere.
#include "core/base/log.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/query/resulttabs.h"
#include "ui/shared/noticebar.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString namesKey = u"interfaceNames"_s;

} // namespace

void MainWindow::connectTables(Settings &settings) {
    const auto onGrid = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            const ResultTab *tab = m_tabs->currentResult();
            if (TableResult *grid = tab ? tab->shownGrid() : nullptr)
                what(*grid);
            else
                m_notice->tell(tr("That is for a table: ask for one, or show the result as one."));
        });
    };
    onGrid(m_actions->columns, [](TableResult &grid) { grid.showColumnPanel(!grid.showsColumnPanel()); });
    onGrid(m_actions->rowForm, [](TableResult &grid) { grid.showRowForm(!grid.showsRowForm()); });

    const bool showsNames = settings.value(namesKey, true).toBool();
    m_actions->interfaceNames->setChecked(showsNames);
    m_open.switchInterfaces(showsNames);
    connect(m_actions->interfaceNames, &QAction::toggled, this, [this, &settings](bool on) {
        m_open.switchInterfaces(on);
        if (const auto failure = settings.set({{namesKey, on}}))
            qCWarning(lcUi).noquote() << failure->logText();
    });
}

} // namespace walkabout
