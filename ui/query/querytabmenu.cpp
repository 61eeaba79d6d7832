// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with the rows of a tab: copied, changed, shown otherwise.
#include "ui/query/querytab.h"

#include "core/work/namedobject.h"
#include "ui/query/copyas.h"
#include "ui/query/octetmemory.h"
#include "ui/query/resultlist.h"
#include "ui/query/resultrows.h"
#include "ui/query/tableexport.h"
#include "ui/shared/menuentry.h"

#include <QMenu>

namespace walkabout {

Describe QueryTab::describe() const {
    return Describe(m_library, Describe::Style::Window, m_octets ? m_octets->forms() : OctetForms());
}

std::unique_ptr<TableExport> QueryTab::tableExport(ExportScope, bool) const { return {}; }

VarBinds QueryTab::selected() const {
    VarBinds varBinds;
    for (const int line : m_list->selectedLines()) {
        if (auto varBind = m_rows->varBindAt(m_rows->index(line, 0)))
            varBinds.append(*std::move(varBind));
    }
    return varBinds;
}

void QueryTab::setOctetMemory(OctetMemory *memory) {
    m_octets = memory;
    if (memory)
        connect(memory, &OctetMemory::changed, this, [this] { setLibrary(m_library); });
}

void QueryTab::addCopies(QMenu &menu) {
    copyas::addTo(menu, [this] { return copyas::Copied{selected(), describe(), device().device()}; });
    if (m_octets && m_current && m_current->value.type() == Value::Type::OctetString) {
        menu.addSeparator();
        m_octets->addTo(menu, describe().object(m_current->oid).node().oid());
    }
}

void QueryTab::openMenu(ResultList &list, const QPoint &at) {
    if (!list.currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addEntry(*menu, tr("&Copy"), QKeySequence::Copy, [&list] { list.copyCells(); });
    addEntry(*menu, tr("Copy &OID"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [&list] { list.copyOids(); });
    addCopies(*menu);
    list.addTo(*menu);
    menu->addSeparator();
    QAction *set = addEntry(*menu, tr("C&hange the Value"), QKeySequence(Qt::Key_F2), [this] { edit(); });
    set->setEnabled(m_current && m_library->nearest(m_current->oid).isWritable());
    menu->popup(at);
}

} // namespace walkabout
