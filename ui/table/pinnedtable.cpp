// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/pinnedtable.h"

#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"
#include "ui/shared/sortheader.h"
#include "ui/table/celldelegate.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace walkabout {

namespace {

constexpr int WidestFit = 320;

} // namespace

PinnedTable::PinnedTable(QWidget *parent)
    : QTableView(parent)
    , m_pinned(new QTableView(this)) {
    dress(this);
    dress(m_pinned);
    m_pinned->setFocusPolicy(Qt::NoFocus);
    m_pinned->setFrameShape(QFrame::NoFrame);
    m_pinned->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pinned->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pinned->setContextMenuPolicy(Qt::NoContextMenu);
    viewport()->stackUnder(m_pinned);

    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (section < m_columns)
            m_pinned->setColumnWidth(section, size);
        if (!m_fitting && size > 0 && isVisible())
            emit widthChosen(section, size);
        place();
    });
    connect(m_pinned->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (section < m_columns && size > 0)
            setColumnWidth(section, size);
    });
    for (const QHeaderView *header : {horizontalHeader(), m_pinned->horizontalHeader()})
        connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this, header](int section, Qt::SortOrder order) { sortBy(header, section, order); });
    for (QHeaderView *header : {horizontalHeader(), m_pinned->horizontalHeader()}) {
        header->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
            emit headerMenuRequested(header->logicalIndexAt(at), header->mapToGlobal(at));
        });
    }
    connect(m_pinned->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_pinned->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_pinned, &QTableView::activated, this, &QTableView::activated);
    connect(m_pinned, &QTableView::clicked, this, [this] { setFocus(Qt::MouseFocusReason); });
}

void PinnedTable::dress(QTableView *view) const {
    view->setFont(monospaced());
    view->setWordWrap(false);
    view->setCornerButtonEnabled(false);
    view->setHorizontalScrollMode(ScrollPerPixel);
    view->setVerticalScrollMode(ScrollPerPixel);
    view->setTabKeyNavigation(false);
    view->setItemDelegate(new CellDelegate(view));
    view->setEditTriggers(NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(walkabout::rowHeight(view->font()));
    QHeaderView *header = view->horizontalHeader();
    header->setFont(QApplication::font());
    sortheader::dress(*view);
    header->setMinimumSectionSize(32);
    header->setDefaultSectionSize(110);
}

void PinnedTable::setModel(QAbstractItemModel *model) {
    QTableView::setModel(model);
    m_pinned->setModel(model);
    m_pinned->setSelectionModel(selectionModel());
    connect(model, &QAbstractItemModel::modelReset, this, &PinnedTable::showPinned);
    connect(model, &QAbstractItemModel::columnsInserted, this, &PinnedTable::showPinned);
    showPinned();
}

void PinnedTable::setPinned(int columns) {
    m_columns = columns;
    showPinned();
}

void PinnedTable::showPinned() {
    for (int column = 0; model() && column < model()->columnCount(); ++column)
        m_pinned->setColumnHidden(column, column >= m_columns);
    place();
}

int PinnedTable::pinnedWidth() const {
    int width = 0;
    for (int column = 0; column < m_columns; ++column)
        width += columnWidth(column);
    // Where an index takes most of the screen, it scrolls with the rest.
    return width > viewport()->width() * 2 / 3 ? 0 : width;
}

void PinnedTable::place() {
    const int width = pinnedWidth();
    m_pinned->setVisible(width > 0);
    m_pinned->setGeometry(frameWidth(), frameWidth(), width + 1, viewport()->height() + horizontalHeader()->height());
    m_pinned->horizontalHeader()->setFixedHeight(horizontalHeader()->height());
}

void PinnedTable::fitColumns(const WidthOf &chosen) {
    const QScopedValueRollback quiet(m_fitting, true);
    horizontalHeader()->setResizeContentsPrecision(0);
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        const std::optional<int> own = chosen ? chosen(column) : std::nullopt;
        setColumnWidth(column, own.value_or(fittingWidth(column)));
    }
    place();
}

int PinnedTable::fittingWidth(int column) const {
    const int content = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    return std::min(std::max(content, horizontalHeader()->minimumSectionSize()) + 6, WidestFit);
}

void PinnedTable::showColumn(int column, bool show) {
    const QScopedValueRollback quiet(m_fitting, true);
    setColumnHidden(column, !show);
}

void PinnedTable::widen(const QList<int> &columns, int width) {
    const QScopedValueRollback quiet(m_fitting, true);
    const int anchor = columnAt(m_pinned->isVisible() ? pinnedWidth() : 0);
    const int before = anchor < 0 ? 0 : columnViewportPosition(anchor);
    for (const int column : columns) {
        if (!isColumnHidden(column) && columnWidth(column) < width)
            setColumnWidth(column, width);
    }
    executeDelayedItemsLayout();
    if (anchor >= 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + columnViewportPosition(anchor) - before);
}

void PinnedTable::showAtLeft(int column) {
    executeDelayedItemsLayout();
    horizontalScrollBar()->setValue(
        horizontalScrollBar()->value() + columnViewportPosition(column) - (m_pinned->isVisible() ? pinnedWidth() : 0));
}

void PinnedTable::sortByCurrent() { sortheader::click(*horizontalHeader(), qMax(0, currentIndex().column())); }

void PinnedTable::showSorting(int column, Qt::SortOrder order) {
    for (QHeaderView *header : {horizontalHeader(), m_pinned->horizontalHeader()}) {
        const QSignalBlocker quiet(header);
        header->setSortIndicator(column, order);
    }
}

void PinnedTable::sortBy(const QHeaderView *asked, int section, Qt::SortOrder order) {
    QHeaderView *other = asked == horizontalHeader() ? m_pinned->horizontalHeader() : horizontalHeader();
    {
        const QSignalBlocker quiet(other);
        other->setSortIndicator(section, order);
    }
    other->viewport()->update();
    emit sortAsked(section, order);
}

void PinnedTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    place();
}

void PinnedTable::changeEvent(QEvent *event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_pinned->setPalette(palette());
}

QModelIndex PinnedTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    const int hidden = pinnedWidth() - visualRect(next).left();
    if (next.column() >= m_columns && m_pinned->isVisible() && hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
    return next;
}

void PinnedTable::scrollTo(const QModelIndex &index, ScrollHint hint) {
    if (index.column() >= m_columns) {
        QTableView::scrollTo(index, hint);
        const int hidden = pinnedWidth() - visualRect(index).left();
        if (hidden > 0)
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
        return;
    }
    // A pinned cell is always in view sideways.
    const int sideways = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(sideways);
}

} // namespace walkabout
