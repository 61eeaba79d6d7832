// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultlist.h"

#include "core/base/count.h"
#include "ui/query/oiddelegate.h"
#include "ui/query/resultrows.h"
#include "ui/shared/columnmemory.h"
#include "ui/shared/fonts.h"
#include "ui/shared/selectedlines.h"
#include "ui/shared/sortheader.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// Made within a moment; more are for a file.
constexpr qint64 MostCopied = 10'000;
// What columns take of themselves, in pixels; a person may give them more.
constexpr int WidestName = 420;
constexpr int WidestValue = 440;

// column: the lead taken off.
QString columnName(int column) {
    static const char *const names[ResultRows::ColumnCount] = {"name", "value", "units", "type", "oid", "time"};
    return column < 0 ? u"device"_s : QString(QLatin1StringView(names[column]));
}

} // namespace

ResultList::ResultList(QWidget *parent)
    : ResultList(u"list"_s, parent) {}

ResultList::ResultList(QString name, QWidget *parent)
    : QTableView(parent)
    , m_name(std::move(name)) {
    setAccessibleName(tr("Results"));
    setObjectName(QStringLiteral("results"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(walkabout::rowHeight(font()));
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { emit menuAsked(viewport()->mapToGlobal(at)); });
    sortheader::dress(*this);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu *menu = columnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (horizontalHeader()->sectionsClickable()) {
            menu->addSeparator();
            sortheader::addTo(*menu, *horizontalHeader(), horizontalHeader()->logicalIndexAt(at));
        }
        menu->popup(horizontalHeader()->mapToGlobal(at));
    });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
        const auto sort = [this, section, order] {
            if (m_model)
                m_model->sort(section, order);
        };
        if (m_moveGate)
            m_moveGate(sort);
        else
            sort();
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
        [this](int column, int, int width) { rememberWidth(column, width); });
}

void ResultList::showModel(ResultRows *model) {
    const bool first = !m_model;
    m_model = model;
    setModel(model);
    if (first) {
        setColumnHidden(model->lead() + ResultRows::ObjectId, true);
        setColumnHidden(model->lead() + ResultRows::Time, true);
        setItemDelegateForColumn(model->lead() + ResultRows::ObjectId, new OidDelegate(this));
        m_fitted = false;
    }
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int from, int to) {
        fitOnce();
        spanNotes(from, to);
    });
    connect(model, &ResultRows::redescribed, this, &ResultList::widen);
    connect(model, &QAbstractItemModel::modelReset, this, &ResultList::spanAllNotes);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ResultList::spanAllNotes);
    if (model->rowCount() > 0) {
        fitOnce();
        spanNotes(0, model->rowCount() - 1);
    }
}

void ResultList::spanNotes(int first, int last) {
    for (int row = first; row <= last; ++row) {
        if (m_model->isNote(m_model->index(row, 0)))
            spanNote(row);
    }
}

// A note's device stays beside it.
void ResultList::spanNote(int row) { setSpan(row, m_model->lead(), 1, ResultRows::ColumnCount); }

void ResultList::spanAllNotes() {
    clearSpans();
    for (const int line : m_model->noteLines())
        spanNote(line);
}

void ResultList::sortAsBefore() {
    const QHeaderView *header = horizontalHeader();
    if (header->sortIndicatorSection() >= 0 && m_model->sortColumn() < 0)
        m_model->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

void ResultList::sortByCurrent() { sortheader::click(*horizontalHeader(), qMax(0, currentIndex().column())); }

// The last one takes what is left, which nobody chose.
void ResultList::rememberWidth(int column, int width) {
    if (!m_model || !m_memory || m_fitting || width <= 0 || !isVisible())
        return;
    for (int visual = horizontalHeader()->visualIndex(column) + 1; visual < horizontalHeader()->count(); ++visual) {
        if (!isColumnHidden(horizontalHeader()->logicalIndex(visual))) {
            m_memory->setWidth(m_name, columnName(column - m_model->lead()), width);
            return;
        }
    }
}

int ResultList::sizeHintForColumn(int column) const {
    const int rows = qMin(m_model ? m_model->rowCount() : 0, 60);
    int width = 40;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_model->index(row, column);
        if (m_model->isNote(index))
            continue;
        const QVariant own = index.data(Qt::FontRole);
        const QFontMetrics metrics(own.isValid() ? own.value<QFont>() : font());
        width = qMax(width, metrics.horizontalAdvance(index.data().toString()) + 16);
    }
    return width;
}

std::optional<int> ResultList::ownWidth(int kind) const {
    return m_memory ? m_memory->width(m_name, columnName(kind)) : std::nullopt;
}

void ResultList::fitOnce() {
    if (m_fitted || !m_model || m_model->shown() == 0)
        return;
    m_fitted = true;
    const auto fit = [this](int kind, int least, int most) {
        const int column = m_model->lead() + kind;
        setColumnWidth(column, ownWidth(kind).value_or(qBound(least, sizeHintForColumn(column), most)));
    };
    const QScopedValueRollback quiet(m_fitting, true);
    if (m_model->lead() > 0)
        fit(-1, 90, 200);
    fit(ResultRows::Name, 180, WidestName);
    fit(ResultRows::ValueText, 160, WidestValue);
    fit(ResultRows::Units, 60, 140);
    fit(ResultRows::Type, 90, 160);
    fit(ResultRows::ObjectId, 180, 320);
    fit(ResultRows::Time, 90, 120);
}

// Interfaces' names came after the rows that hold them: nothing moves to the left, and no width that a person chose.
void ResultList::widen() {
    if (!m_fitted)
        return;
    const QScopedValueRollback quiet(m_fitting, true);
    for (const auto &[kind, most] : {std::pair(ResultRows::Name, WidestName), {ResultRows::ValueText, WidestValue}}) {
        const int column = m_model->lead() + kind;
        if (!ownWidth(kind))
            setColumnWidth(column, qMax(columnWidth(column), qMin(sizeHintForColumn(column), most)));
    }
}

QMenu *ResultList::columnMenu(QWidget *parent) {
    auto *menu = new QMenu(parent);
    for (int column = 1; column < ResultRows::ColumnCount; ++column) {
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            const QScopedValueRollback quiet(m_fitting, true);
            setColumnHidden(column, !shown);
        });
    }
    return menu;
}

void ResultList::copyCells() {
    qint64 count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += qint64(range.height()) * range.width();
    if (count > MostCopied) {
        emit refused(tr("%1 cells are too many for the clipboard: export the selection instead.").arg(grouped(count)));
        return;
    }
    QModelIndexList cells = selectedIndexes();
    cells.removeIf([this](const QModelIndex &cell) { return isColumnHidden(cell.column()); });
    std::ranges::sort(cells, [this](const QModelIndex &a, const QModelIndex &b) {
        const auto place
            = [this](const QModelIndex &i) { return std::pair(i.row(), horizontalHeader()->visualIndex(i.column())); };
        return place(a) < place(b);
    });
    QString text;
    int row = -1;
    for (const QModelIndex &cell : cells) {
        if (row >= 0)
            text += cell.row() == row ? u'\t' : u'\n';
        row = cell.row();
        QString value = cell.data(ResultRows::CopyRole).toString();
        if (cells.size() > 1)
            value.replace(u'\t', u' ').replace(u'\n', u' ').remove(u'\r');
        text += value;
    }
    if (!cells.isEmpty())
        QApplication::clipboard()->setText(text);
}

std::vector<int> ResultList::selectedLines() const { return linesOf(*selectionModel()); }

void ResultList::copyOids() {
    const std::vector<int> selected = selectedLines();
    if (qint64(selected.size()) > MostCopied) {
        emit refused(tr("%1 rows are too many for the clipboard: export the selection instead.")
                         .arg(grouped(qint64(selected.size()))));
        return;
    }
    QStringList lines;
    for (const int line : selected) {
        if (const Oid oid = m_model->oidAt(m_model->index(line, 0)); !oid.isEmpty())
            lines += oid.toString();
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void ResultList::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Copy)) {
        copyCells();
    } else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyOids();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier
        && currentIndex().isValid()) {
        emit activated(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

} // namespace walkabout
