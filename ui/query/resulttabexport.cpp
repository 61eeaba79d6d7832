// SPDX-License-Identifier: GPL-3.0-or-later
// What of a tab's result leaves the program.
#include "ui/query/resulttab.h"

#include "ui/query/resultlist.h"
#include "ui/query/resultmodel.h"
#include "ui/query/tableexport.h"
#include "ui/query/treemodel.h"
#include "ui/query/treeview.h"
#include "ui/table/tablemodel.h"

#include <QStackedWidget>

#include <algorithm>
#include <unordered_set>

namespace walkabout {

std::vector<int> ResultTab::selectedNumbers() const {
    std::vector<int> numbers;
    if (m_views->currentWidget() != m_tree) {
        for (const int line : m_list->selectedLines())
            numbers.push_back(m_model->numbers()[size_t(line)]);
        return numbers;
    }
    for (const int line : m_tree->selectedLines())
        m_treeModel->collect(line, numbers);
    // An object and an instance below it may both be selected.
    std::unordered_set<int> seen;
    std::erase_if(numbers, [&seen](int number) { return !seen.insert(number).second; });
    return numbers;
}

ResultExport::End ResultTab::readingEnd() const {
    ResultExport::End end = m_lastEnd;
    if (m_operation) {
        end.text = tr("Still being read: this is what was there.");
        end.figures = m_operation->figures();
    }
    return end;
}

ResultExport ResultTab::exported(ExportScope scope) const {
    ResultExport wanted;
    wanted.library = m_library;
    wanted.forms = describe().forms();
    wanted.parts.append({m_device.device().label(), ResultSnapshot(*m_store), m_model->times(), readingEnd()});
    const auto take = [&](const std::vector<int> &numbers) {
        wanted.rows.emplace();
        for (const int number : numbers) {
            if (number >= 0)
                wanted.rows->push_back({0, m_model->latest(number)});
        }
        wanted.isExcerpt = int(wanted.rows->size()) < m_model->total();
    };
    const bool isTree = m_views->currentWidget() == m_tree;
    if (scope == ExportScope::Selected) {
        take(selectedNumbers());
    } else if (scope == ExportScope::Shown && (m_model->isFiltering() || m_model->sortColumn() >= 0 || isTree)) {
        take(isTree ? m_treeModel->numbers() : m_model->numbers());
    } else if (!m_model->later().empty()) {
        std::vector<int> all;
        for (int row = 0; row < m_store->size(); ++row) {
            if (!m_model->later().contains(row))
                all.push_back(row);
        }
        take(all);
    }
    return wanted;
}

std::unique_ptr<TableExport> ResultTab::tableExport(ExportScope scope, bool isJson) const {
    if (!isGridShown())
        return {};
    TableExport::Wanted wanted{m_grid->shownColumns(), {}, isJson, readingEnd()};
    if (scope == ExportScope::Selected)
        wanted.lines = m_grid->selectedLines();
    return std::make_unique<TableExport>(m_grid->model(), std::move(wanted));
}

VarBinds ResultTab::selected() const {
    if (isGridShown())
        return m_grid->selected();
    VarBinds varBinds;
    for (const int number : selectedNumbers()) {
        if (auto varBind = m_model->varBindOf(number))
            varBinds.append(*std::move(varBind));
    }
    return varBinds;
}

} // namespace walkabout
