// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapdetails.h"

#include "ui/mib/objectdetails.h"
#include "ui/shared/cellcopy.h"
#include "ui/shared/emptyhint.h"
#include "ui/shared/rowlist.h"
#include "ui/trap/bindingmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

namespace walkabout {

TrapDetails::TrapDetails(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_bindings(new BindingModel(this))
    , m_view(new QTableView(this))
    , m_definition(new ObjectDetails(this)) {
    build();
    addWidget(m_view);
    addWidget(m_definition);
    setChildrenCollapsible(false);
    setSizes({340, 280});
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            if (current.isValid() && !m_bindings->oid(current.row()).isEmpty())
                m_definition->showObject(m_bindings->oid(current.row()));
        });
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_bindings->oid(index.row()).isEmpty())
            emit objectRequested(m_bindings->oid(index.row()));
    });
    connect(m_definition, &ObjectDetails::linkActivated, m_definition, &ObjectDetails::showObject);
    connect(m_definition, &ObjectDetails::sourceRequested, this, &TrapDetails::sourceRequested);
}

void TrapDetails::build() {
    m_view->setModel(m_bindings);
    m_view->setAccessibleName(tr("Trap bindings"));
    asRowList(*m_view);
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionResizeMode(BindingModel::Content, QHeaderView::Stretch);
    const int letter = QFontMetrics(m_view->font()).averageCharWidth();
    header->resizeSection(BindingModel::Name, letter * 20);
    header->resizeSection(BindingModel::Type, letter * 13);
    m_view->installEventFilter(this);
    new EmptyHint(*m_view, [] { return tr("Choose a notification to see what it carries."); });
    m_definition->setTextName(tr("Trap definition"), tr("Click a trap, or one of its bindings"));
}

void TrapDetails::setLibrary(Library::Pointer library) {
    m_bindings->setLibrary(library);
    m_definition->setLibrary(std::move(library));
}

void TrapDetails::setInterfaces(const SourceInterfaces &interfaces) { m_bindings->setInterfaces(interfaces); }

void TrapDetails::show(const TrapRecord *record) {
    const quint32 id = record ? record->id : 0;
    if (id == m_shown)
        return;
    m_shown = id;
    m_notification = record ? record->notification.oid : Oid();
    m_bindings->show(record ? std::optional(record->notification) : std::nullopt);
    if (m_notification.isEmpty())
        m_definition->clear();
    else
        m_definition->showObject(m_notification);
}

Oid TrapDetails::object() const {
    const QModelIndex current = m_view->currentIndex();
    const Oid own = current.isValid() ? m_bindings->oid(current.row()) : Oid();
    return own.isEmpty() ? m_notification : own;
}

bool TrapDetails::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QSplitter::eventFilter(watched, event);
    if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyCells(*m_view);
        return true;
    }
    return QSplitter::eventFilter(watched, event);
}

} // namespace walkabout
