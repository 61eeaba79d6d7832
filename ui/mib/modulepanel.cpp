// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/modulepanel.h"

#include "core/base/count.h"
#include "core/store/switchedoffmodules.h"
#include "ui/find/findbar.h"
#include "ui/find/itemfinder.h"
#include "ui/mib/modulelistfilter.h"
#include "ui/mib/modulelistmodel.h"
#include "ui/mib/modulepaneltree.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/emptyhint.h"
#include "ui/shared/fonts.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

ModulePanel::ModulePanel(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_model(new ModuleListModel(this))
    , m_shown(new ModuleListFilter(this))
    , m_details(new ModulePanelTree(this))
    , m_filter(new QLineEdit(this))
    , m_summary(new QLabel(this))
    , m_list(new QTableView(this))
    , m_tree(new QTreeView(this)) {
    m_shown->setSourceModel(m_model);
    m_model->setSwitchedOff(switchedoff::modules(settings));
    build();
    buildList();
    buildTree();
    connect(&m_making, &QFutureWatcherBase::finished, this, &ModulePanel::arrived);
    connect(m_model, &ModuleListModel::switched, this, &ModulePanel::switchOff);
}

ModulePanel::~ModulePanel() { m_making.disconnect(this); }

void ModulePanel::build() {
    m_filter->setPlaceholderText(tr("Filter modules"));
    m_filter->setAccessibleName(tr("Filter modules"));
    m_filter->setToolTip(tr("Words are all needed, -word excludes, /re/: in name, status, origin and file"));
    addClearButton(m_filter);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        select(m_current);
        // The only one that is left is the one that was looked for.
        if (m_shown->rowCount() == 1)
            m_list->setCurrentIndex(m_shown->index(0, 0));
        tell();
    });
    m_summary->setAccessibleName(tr("Modules in all"));
    auto *source = new QToolButton(this);
    source->setText(tr("Show source"));
    source->setAccessibleName(tr("Show source of the module"));
    source->setToolTip(tr("The file of the module, or the line of what is selected beside it (Enter)"));
    source->setAutoRaise(true);
    connect(source, &QToolButton::clicked, this, &ModulePanel::showSource);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 4, 4, 4);
    line->setSpacing(6);
    line->addWidget(m_filter, 1);
    line->addWidget(m_summary);
    line->addWidget(source);
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_list);
    panes->addWidget(m_tree);
    panes->setStretchFactor(0, 3);
    panes->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(panes, 1);
    auto *finder = new ItemFinder(*m_list, Qt::DisplayRole, this);
    layout->addWidget(new FindBar([finder] { return finder; }, this));
    setFocusProxy(m_list);
}

void ModulePanel::buildList() {
    m_list->setModel(m_shown);
    m_list->setAccessibleName(tr("Modules"));
    new EmptyHint(*m_list, [this] {
        return m_filter->text().isEmpty() ? tr("No modules are read yet. Files, folders and archives dropped on the "
                                               "window are imported (Ctrl+I).")
                                          : tr("No module fits the filter. Esc in it clears it.");
    });
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(ModuleListModel::Module, Qt::AscendingOrder);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(rowHeight(m_list->font()));
    QHeaderView *header = m_list->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int sign = m_list->fontMetrics().averageCharWidth();
    header->resizeSection(ModuleListModel::Module, sign * 28);
    header->resizeSection(ModuleListModel::Status, sign * 41);
    header->resizeSection(ModuleListModel::From, sign * 10);
    header->resizeSection(ModuleListModel::Updated, sign * 13);
    header->resizeSection(ModuleListModel::Definitions, sign * 13);
    m_list->installEventFilter(this);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            if (!current.isValid())
                return;
            m_current = m_model->at(m_shown->mapToSource(current).row()).module.name;
            showCurrent();
        });
    connect(m_list, &QTableView::doubleClicked, this, &ModulePanel::showSource);
}

void ModulePanel::buildTree() {
    m_tree->setModel(m_details);
    m_tree->setAccessibleName(tr("Module details"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->resizeSection(ModulePanelTree::Name, m_tree->fontMetrics().averageCharWidth() * 34);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeView::doubleClicked, this, &ModulePanel::follow);
}

void ModulePanel::setLibrary(const Library::Pointer &library) {
    m_making.setFuture(QtConcurrent::run(&ModuleListRows::make, library));
}

void ModulePanel::arrived() {
    m_rows = m_making.result();
    m_model->setSwitchedOff(switchedoff::modules(m_settings));
    m_model->set(m_rows);
    select(m_current);
    showCurrent();
    tell();
    emit shown();
}

void ModulePanel::tell() {
    qsizetype off = 0;
    qsizetype missing = 0;
    for (const ModuleListRows::Row &row : m_rows->rows) {
        off += row.state == ModuleListRows::State::Off ? 1 : 0;
        missing += row.state == ModuleListRows::State::Missing ? 1 : 0;
    }
    QStringList parts{counted(m_rows->rows.size() - off - missing, tr("%1 module"), tr("%1 modules"))};
    if (m_shown->rowCount() < m_rows->rows.size())
        parts.prepend(tr("%1 shown").arg(grouped(m_shown->rowCount())));
    if (off > 0)
        parts.append(tr("%1 off").arg(grouped(off)));
    if (missing > 0)
        parts.append(tr("%1 missing").arg(grouped(missing)));
    m_summary->setText(parts.join(u", "_s));
}

void ModulePanel::showCurrent() {
    m_details->show(m_rows, m_current);
    const QModelIndex root;
    for (int row = 0; row < m_details->rowCount(); ++row) {
        const QModelIndex heading = m_details->index(row, 0, root);
        // What a person has to see; what it imports from and who from it, where it is short.
        if (m_details->rowCount(heading) <= 12)
            m_tree->expand(heading);
    }
}

void ModulePanel::select(const QString &module) {
    const int row = m_model->rowOf(module);
    const QModelIndex index = row < 0 ? QModelIndex() : m_shown->mapFromSource(m_model->index(row, 0));
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void ModulePanel::reveal(const QString &module) {
    const int row = m_model->rowOf(module);
    if (row < 0)
        return;
    if (!m_shown->mapFromSource(m_model->index(row, 0)).isValid())
        m_filter->clear();
    select(module);
}

void ModulePanel::focusList() {
    m_list->setFocus();
    if (!m_list->currentIndex().isValid() && m_shown->rowCount() > 0)
        m_list->setCurrentIndex(m_shown->index(0, 0));
}

void ModulePanel::switchOff(const QString &module, bool off) {
    if (const auto failure = switchedoff::set(m_settings, module, off))
        emit failed(*failure);
    m_model->setSwitchedOff(switchedoff::modules(m_settings));
    emit modulesChanged();
}

void ModulePanel::showSource() {
    if (m_tree->hasFocus()) {
        const ModulePanelTree::Target target = m_details->target(m_tree->currentIndex());
        if (!target.file.isEmpty()) {
            emit sourceRequested(target.file, target.line);
            return;
        }
    }
    const ModuleListRows::Row *row = m_rows->row(m_current);
    if (row && !row->module.file.isEmpty())
        emit sourceRequested(row->module.file, std::max(row->module.line, 1));
}

// A file is shown at its line, a module is gone to.
void ModulePanel::follow(const QModelIndex &index) {
    const ModulePanelTree::Target target = m_details->target(index);
    if (!target.file.isEmpty())
        emit sourceRequested(target.file, target.line);
    else if (!target.module.isEmpty())
        reveal(target.module);
    else if (index.isValid())
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

bool ModulePanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_filter) {
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down) {
            focusList();
            return true;
        }
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (watched == m_list)
            showSource();
        else
            follow(m_tree->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace walkabout
