// SPDX-License-Identifier: GPL-3.0-or-later
// How a TableModel moves: readings that come in, zero, rows that go; tablemodel.cpp holds how rows stand.
#include "ui/table/changetext.h"
#include "ui/table/livetable.h"
#include "ui/table/tablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int TakingMilliseconds = 6;
constexpr int MostShown = 100; // the exact number is in the tool tip: a cell has little room

} // namespace

void TableModel::show(std::shared_ptr<const PollReading> reading, bool isWhole) {
    if (!m_live)
        m_isWhole = isWhole;
    m_pending = std::move(reading); // one that was not looked at yet is passed over: rates know their times
    if (!m_slices.isActive())
        take();
}

bool TableModel::takeReading(const QElapsedTimer &clock) {
    if (!m_live && !m_pending)
        return true;
    if (!m_live) {
        endComparison();
        m_live = std::make_unique<LiveTable>(m_cells, *m_source, m_isWhole);
        for (const TableColumn &column : std::as_const(m_all))
            m_live->setType(column.number, column.type);
    }
    if (!m_live->isTaking()) {
        if (!m_pending)
            return true;
        m_live->begin(std::exchange(m_pending, nullptr));
    }
    if (!m_live->take(clock, TakingMilliseconds))
        return false;
    showReading();
    return true;
}

void TableModel::showReading() {
    const LiveNews news = m_live->finish();
    for (const ColumnKey number : m_cells.columns())
        noteColumn(number);
    const auto bound = size_t(m_cells.bound());
    m_isShown.resize(bound);
    m_isUntested.resize(bound);
    const auto test = [this](int row) {
        if (m_isShown[size_t(row)] || m_isUntested[size_t(row)])
            return;
        m_isUntested[size_t(row)] = true;
        m_untested.push_back(row);
    };
    std::ranges::for_each(news.came, test);
    // What was left out may pass with its new values; what no longer passes stays: nothing goes from under the eye.
    for (int row = 0; row < m_cells.bound() && (m_hidesZeros || !m_filter.isEmpty()); ++row) {
        if (!m_cells.isReleased(row))
            test(row);
    }
    m_touched = true;
    m_hasShown = true;
    tell(news);
    if (!news.dropped.empty())
        remove(news.dropped);
    for (const auto &what : std::exchange(m_later, {}))
        what();
    if (m_hidesZeros)
        emit zerosKnown();
}

// Half a reading is no place for it.
void TableModel::whenTaken(std::function<void()> what) {
    if (m_live && m_live->isTaking())
        m_later.append(std::move(what));
    else
        what();
}

void TableModel::zero() { setZero(&LiveTable::zero); }

void TableModel::forgetZero() { setZero(&LiveTable::forgetZero); }

void TableModel::setZero(void (LiveTable::*what)()) {
    whenTaken([this, what] {
        if (!m_live)
            return;
        (m_live.get()->*what)();
        if (m_hidesZeros)
            arrange();
        allChanged();
        emit readingShown();
    });
}

void TableModel::hideZeros(bool hide) {
    m_hidesZeros = hide;
    arrange();
    if (!hide)
        emit zerosKnown();
}

void TableModel::dismiss() {
    whenTaken([this] {
        if (!m_live)
            return;
        remove(m_live->gone());
        m_live->forgetNew();
        allChanged();
        emit readingShown();
    });
}

void TableModel::remove(const std::vector<int> &rows) {
    std::vector<bool> goes(size_t(m_cells.bound()));
    for (const int row : rows)
        goes[size_t(row)] = true;
    const auto isGoing = [&goes](int row) { return goes[size_t(row)]; };
    for (size_t end = m_order.size(); end > 0;) {
        if (!isGoing(m_order[end - 1])) {
            --end;
            continue;
        }
        size_t first = end - 1;
        while (first > 0 && isGoing(m_order[first - 1]))
            --first;
        beginRemoveRows({}, int(first), int(end) - 1);
        m_order.erase(m_order.begin() + qsizetype(first), m_order.begin() + qsizetype(end));
        endRemoveRows();
        end = first;
    }
    std::erase_if(m_untested, isGoing);
    for (const int row : rows) {
        m_isShown[size_t(row)] = m_isUntested[size_t(row)] = false;
        if (m_live)
            m_live->release(row);
        else
            m_cells.release(row);
    }
    if (m_ordering.isBuilding())
        arrange();
}

void TableModel::allChanged() {
    if (!m_order.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool TableModel::isCounter(int row, int column) const {
    const TableColumn &shown = m_columns.at(column);
    return m_live && shown.indexPart < 0 && m_live->kind(shown.number) != CounterRate::Kind::None
        && !m_live->isGone(row);
}

// The raw value until there are two readings.
QString TableModel::rateText(int row, ColumnKey number) const {
    const CounterRate rate = m_live->rate(row, number);
    const int unmoved = m_live->unmoved(row, number);
    QString text;
    if (unmoved > 0)
        text = unmoved < MostShown ? tr("unmoved ×%1").arg(unmoved) : tr("unmoved ×%1+").arg(MostShown - 1);
    else if (rate.isKnown())
        text = tr("%1/s").arg(rateNumber(rate.perSecond()));
    else if (rate.outcome() == CounterRate::Outcome::Restarted)
        text = tr("restarted");
    else if (rate.outcome() == CounterRate::Outcome::Discontinuity)
        text = tr("began anew");
    else if (const auto value = m_live->now(row, number))
        text = m_describe.value(*value);
    const auto since = m_live->since(row, number);
    if (!since)
        return text;
    return u"%1%2  %3"_s.arg(since->isWhole ? u"+"_s : u"≥+"_s, QString::number(since->counted), text);
}

// A number that a spreadsheet takes.
QString TableModel::rateCopy(int row, ColumnKey number) const {
    const CounterRate rate = m_live->rate(row, number);
    if (rate.isKnown())
        return rateNumber(rate.perSecond());
    const auto value = m_live->now(row, number);
    return value && rate.outcome() == CounterRate::Outcome::First ? m_describe.value(*value) : QString();
}

QString TableModel::rateToolTip(int row, ColumnKey number) const {
    const CounterRate rate = m_live->rate(row, number);
    QStringList lines;
    if (!rate.isKnown())
        lines << rate.reason();
    else
        lines << tr("%1/s: %2 in %3 s%4")
                     .arg(rateNumber(rate.perSecond()), QString::number(rate.counted()),
                         QString::number(rate.seconds(), 'f', 2), rate.hasWrapped() ? tr(", past its end") : QString());
    if (const int unmoved = m_live->unmoved(row, number); unmoved > 0)
        lines << tr("It has not moved for %1 readings.").arg(unmoved);
    if (const auto since = m_live->since(row, number)) {
        const QString from = changetext::clock(*m_live->zeroed());
        lines << (since->isWhole ? tr("%1 since zero at %2").arg(QString::number(since->counted), from)
                                 : tr("At least %1 since zero at %2: it began anew in between.")
                                       .arg(QString::number(since->counted), from));
    }
    return lines.join(u'\n');
}

} // namespace walkabout
