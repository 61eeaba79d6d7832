// SPDX-License-Identifier: GPL-3.0-or-later
// How results are looked at, and how they leave the window.
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/query/exporting.h"
#include "ui/query/resulttabs.h"
#include "ui/shared/noticebar.h"

namespace walkabout {

void MainWindow::connectResults() {
    const std::pair<QAction *, ResultView> views[] = {{m_actions->asList, ResultView::List},
        {m_actions->asTree, ResultView::Tree}, {m_actions->asTables, ResultView::Tables}};
    for (const auto &[action, view] : views)
        connect(action, &QAction::triggered, this, [this, which = view] {
            if (QueryTab *tab = m_tabs->current())
                tab->look(which);
        });
    const std::pair<QAction *, ExportScope> exports[] = {{m_actions->exportShown, ExportScope::Shown},
        {m_actions->exportSelected, ExportScope::Selected}, {m_actions->exportAll, ExportScope::All}};
    for (const auto &[action, scope] : exports)
        connect(action, &QAction::triggered, this, [this, which = scope] {
            if (QueryTab *tab = m_tabs->current())
                m_exporting->ask(*tab, which);
            else
                m_notice->tell(tr("There is no result to export: ask a device for something first."));
        });
    connect(m_exporting, &Exporting::told, this, [this](const QString &text) { m_notice->tell(text); });
    connect(m_exporting, &Exporting::failed, this, &MainWindow::complain);
}

} // namespace walkabout
