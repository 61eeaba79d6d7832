// SPDX-License-Identifier: GPL-3.0-or-later
// How a table stands in its view; tableresultlive.cpp has what a live one does to it, tableresultside.cpp what stands
// beside it.
#include "ui/table/tableresult.h"

#include "core/base/count.h"
#include "core/work/rowstatus.h"
#include "ui/device/opendevice.h"
#include "ui/find/itemfinder.h"
#include "ui/query/ending.h"
#include "ui/set/cellediting.h"
#include "ui/shared/columnmemory.h"
#include "ui/shared/menuentry.h"
#include "ui/shared/palette.h"
#include "ui/shared/sortheader.h"
#include "ui/table/cellfade.h"
#include "ui/table/changelog.h"
#include "ui/table/columnpanel.h"
#include "ui/table/livetable.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/rowform.h"
#include "ui/table/tablecopy.h"
#include "ui/table/tablemodel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace walkabout {

TableResult::TableResult(const ResultStore &store, const Oid &table, QWidget *parent)
    : QWidget(parent)
    , m_model(new TableModel(store, table, this))
    , m_view(new PinnedTable(this))
    , m_fade(new CellFade(*m_view, TableModel::ChangedRole, this))
    , m_log(new ChangeLog(this))
    , m_columns(new ColumnPanel(this))
    , m_row(new RowForm(*m_model, this))
    , m_side(new QSplitter(Qt::Vertical, this))
    , m_finder(new ItemFinder(*m_view, TableModel::CopyRole, this))
    , m_editing(new CellEditing(
          *m_view, [this](const QModelIndex &index) { return m_model->varBindAt(index); },
          [this](const QModelIndex &index) { return m_model->column(index.column()).indexPart < 0; },
          [this] { return m_device; }, this))
    , m_ending(new QLabel(this))
    , m_count(new QLabel(this)) {
    m_view->setModel(m_model);
    m_view->setPinned(m_model->namingColumns());
    m_view->setAccessibleName(tr("Table view"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    m_ending->setAccessibleName(tr("Ending"));
    m_ending->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ending->setTextFormat(Qt::PlainText);
    m_ending->setMargin(4);
    m_ending->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long sentence makes no window wider
    m_ending->hide();
    m_count->setAccessibleName(tr("Rows"));
    m_count->setMargin(4);

    build();
    buildSide();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        followRow();
        if (m_isQuiet)
            return;
        if (const Oid oid = m_model->instanceAt(current); !oid.isEmpty())
            emit objectSelected(oid);
    });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (m_model->column(index.column()).isWritable)
            m_editing->edit();
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &TableResult::openMenu);
    connect(m_view, &PinnedTable::headerMenuRequested, this, [this](int column, const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        sortheader::addTo(*menu, *m_view->horizontalHeader(), column);
        menu->popup(at);
    });
    connect(m_view, &PinnedTable::sortAsked, this, [this](int column, Qt::SortOrder order) {
        m_editing->beforeRowsMove([this, column, order] { m_model->sort(column, order); });
    });
    connect(m_view, &PinnedTable::widthChosen, this, [this](int column, int width) {
        if (m_memory)
            m_memory->setWidth(tableName(), nameOf(column), width);
    });
    // Once the first screenful has settled: widths never move while rows stream in.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        showWanted();
        if (!m_fitted)
            QTimer::singleShot(0, this, &TableResult::fitOnce);
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, change, this, &TableResult::count);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &TableResult::count);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TableResult::count);
    connect(m_model, &TableModel::zerosKnown, this, &TableResult::showColumns);
    connect(m_model, &TableModel::changesTold, m_log, &ChangeLog::add);
    connect(m_model, &TableModel::readingShown, this, [this] {
        showColumns();
        makeRoom();
        m_fade->begin();
    });
    connect(m_log, &ChangeLog::closeAsked, this, [this] {
        showLog(false);
        emit logClosed();
    });
    count();
    if (m_model->rowCount() > 0)
        QTimer::singleShot(0, this, &TableResult::fitOnce);
}

void TableResult::build() {
    auto *below = new QHBoxLayout;
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(m_ending, 1);
    below->addWidget(m_count);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_view);
    parts->addWidget(m_log);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    m_log->hide();
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(parts);
    sides->addWidget(m_side);
    sides->setStretchFactor(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sides, 1);
    layout->addLayout(below);
    setFocusProxy(m_view);
}

void TableResult::setLibrary(Library::Pointer library, OctetForms forms) {
    m_editing->setLibrary(library);
    m_model->setLibrary(std::move(library), std::move(forms));
    setChoice(m_choice);
    m_view->setPinned(m_model->namingColumns());
    m_fitted = false;
    if (m_model->rowCount() > 0)
        QTimer::singleShot(0, this, &TableResult::fitOnce);
}

void TableResult::setDevice(OpenDevice &device) {
    m_device = &device;
    m_model->setChanges(device.changes());
}

void TableResult::setFilter(const QString &text) { m_model->setFilter(text); }

void TableResult::fitOnce() {
    const int screenful = m_view->viewport()->height() / m_view->verticalHeader()->defaultSectionSize();
    if (m_fitted || m_model->rowCount() == 0 || (!m_ended && m_model->rowCount() < screenful))
        return;
    m_fitted = true;
    m_view->fitColumns(
        [this](int column) { return m_memory ? m_memory->width(tableName(), nameOf(column)) : std::nullopt; });
    showWanted();
}

QString TableResult::tableName() const { return m_model->entry().parent().toString(); }

// Positions change with the library, OIDs do not.
QString TableResult::nameOf(int column) const {
    const TableColumn &shown = m_model->column(column);
    return shown.oid.isEmpty() ? shown.title : shown.oid.toString();
}

std::optional<VarBind> TableResult::current() const { return m_model->varBindAt(m_view->currentIndex()); }

void TableResult::sortByCurrent() { m_view->sortByCurrent(); }

TableResult::Sorting TableResult::sorting() const {
    const QHeaderView *header = m_view->horizontalHeader();
    return {header->sortIndicatorSection(), header->sortIndicatorOrder()};
}

void TableResult::sortWhenEnded(const Sorting &sorting) { m_view->showSorting(sorting.column, sorting.order); }

void TableResult::count() {
    const int all = m_model->totalRows();
    const int shown = m_model->rowCount();
    const QString rows = counted(all, tr("%1 row"), tr("%1 rows"));
    QString text = shown == all ? rows : tr("%1 of %2").arg(grouped(shown), rows);
    if (const int gone = m_model->goneRows(); gone > 0)
        text = tr("%1, %2 of them gone").arg(text, grouped(gone));
    const QString hidden = counted(m_zeroColumns, tr("%1 column of zeros hidden"), tr("%1 columns of zeros hidden"));
    m_count->setText(m_zeroColumns > 0 ? tr("%1, %2").arg(text, hidden) : text);
}

void TableResult::ended(const Operation &operation) {
    ended(endingText(operation, m_model->describe()), operation.ending() == Ending::Whole);
}

void TableResult::ended(const QString &ending, bool whole) {
    m_isWhole = whole;
    showColumns();
    QStringList absent;
    for (int section = 0; whole && m_model->totalRows() > 0 && section < m_model->columnCount(); ++section) {
        if (m_model->isColumnEmpty(section))
            absent << m_model->column(section).title;
    }
    QString text = ending;
    if (!absent.isEmpty())
        text += u' ' + tr("Not served by this device: %1.").arg(absent.join(u", "_s));
    say(text, !whole);
    if (const Sorting asked = sorting(); asked.column >= 0 && m_model->sortColumn() < 0)
        m_editing->whenClosed([this, asked] { m_model->sort(asked.column, asked.order); });
    if (m_model->hidesZeros())
        m_model->hideZeros(true); // rows whose counters came after their names
    m_ended = true;
    fitOnce();
}

void TableResult::say(const QString &text, bool bad) {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tint(colours, bad ? Tint::Bad : Tint::Dim));
    m_ending->setPalette(colours);
    m_ending->setText(text);
    m_ending->setToolTip(text);
    m_ending->show();
}

void TableResult::copyCells(bool withHeader) const {
    QGuiApplication::clipboard()->setText(tablecopy::cells(*m_model, *m_view, withHeader));
}

void TableResult::copyOids() const { QGuiApplication::clipboard()->setText(tablecopy::oids(*m_model, *m_view)); }

void TableResult::openMenu(const QPoint &position) {
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString &text, const QKeySequence &key, const std::function<void()> &deed) {
        return addEntry(*menu, text, key, deed);
    };
    add(tr("&Copy"), QKeySequence::Copy, [this] { copyCells(); });
    add(tr("Copy with &header"), {}, [this] { copyCells(true); });
    add(tr("Copy &OID"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { copyOids(); });
    if (const Oid oid = m_model->instanceAt(current); !oid.isEmpty())
        add(tr("Copy &MODULE::name.instance"), {},
            [name = m_model->describe().name(oid)] { QGuiApplication::clipboard()->setText(name); });
    emit menuOpening(menu);
    menu->addSeparator();
    QAction *form = add(tr("&Row as a form"), {}, [this] { showRowForm(!showsRowForm()); });
    form->setCheckable(true);
    form->setChecked(showsRowForm());
    QAction *columns = add(tr("Col&umns and joins"), {}, [this] { showColumnPanel(!showsColumnPanel()); });
    columns->setCheckable(true);
    columns->setChecked(showsColumnPanel());
    menu->addSeparator();
    QAction *set = add(tr("C&hange the Value"), QKeySequence(Qt::Key_F2), [this] { m_editing->edit(); });
    set->setEnabled(m_model->varBindAt(current) && m_model->column(current.column()).isWritable);
    if (!rowstatus::columnOf(*m_model->describe().library(), m_model->entry()).isNull()) {
        add(tr("C&reate Row…"), QKeySequence(Qt::ALT | Qt::Key_Insert), [this] { emit rowCreationRequested(); });
        add(tr("&Destroy Row"), QKeySequence(Qt::ALT | Qt::Key_Delete), [this] { emit rowDestructionRequested(); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

bool TableResult::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Copy))
        copyCells();
    else if (key->key() == Qt::Key_C && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        copyOids();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace walkabout
