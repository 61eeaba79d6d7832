// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/roworder.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

namespace walkabout {

namespace {

constexpr int SliceMilliseconds = 6;
constexpr size_t Few = 1000; // sorted in well under a millisecond

} // namespace

RowOrder::RowOrder(QObject *parent)
    : QObject(parent) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RowOrder::slice);
}

int RowOrder::lineOf(int row) const {
    return row >= 0 && size_t(row) < m_result.lines.size() ? m_result.lines[size_t(row)] : -1;
}

void RowOrder::begin(Task task) {
    m_task = std::move(task);
    m_at = 0;
    m_keys = std::make_shared<Keys>();
    m_keys->descending = m_task.order == Qt::DescendingOrder;
    if (m_task.key)
        m_keys->keys.reserve(m_task.rows.size());
    if (m_task.tie)
        m_keys->ties.reserve(m_task.rows.size());
    m_building = true;
    slice();
}

void RowOrder::cancel() {
    m_building = false;
    m_timer.stop();
    m_keys.reset();
    m_task = {};
}

void RowOrder::slice() {
    QElapsedTimer clock;
    clock.start();
    const bool looks = m_task.passes || (!m_task.keysOnPool && (m_task.key || m_task.tie));
    if (!looks)
        m_keys->rows = std::exchange(m_task.rows, {});
    for (int looked = 0; m_at < m_task.rows.size(); ++m_at, ++looked) {
        if ((looked & 15) == 15 && clock.elapsed() >= SliceMilliseconds) {
            m_timer.start(0);
            return;
        }
        const int row = m_task.rows[m_at];
        if (m_task.passes && !m_task.passes(row))
            continue;
        m_keys->rows.push_back(row);
        if (m_task.key && !m_task.keysOnPool)
            m_keys->keys.append(m_task.key(row));
        if (m_task.tie && !m_task.keysOnPool)
            m_keys->ties.append(m_task.tie(row));
    }
    sort();
}

void RowOrder::makeKeys(Keys &keys, const Task &task) {
    for (const int row : keys.rows) {
        if (task.key)
            keys.keys.append(task.key(row));
        if (task.tie)
            keys.ties.append(task.tie(row));
    }
}

RowOrder::Result RowOrder::sorted(const Keys &keys) {
    std::vector<quint32> order(keys.rows.size());
    std::iota(order.begin(), order.end(), 0U);
    const bool hasKeys = keys.keys.size() > 0;
    const bool hasTies = keys.ties.size() > 0;
    std::ranges::sort(order, [&](quint32 a, quint32 b) {
        if (hasKeys) {
            const bool hole = keys.keys.isHole(a);
            if (hole != keys.keys.isHole(b))
                return !hole;
            if (const auto by = keys.keys.compare(a, b); std::is_neq(by))
                return keys.descending ? std::is_gt(by) : std::is_lt(by);
        }
        if (hasTies) {
            if (const auto by = keys.ties.compare(a, b); std::is_neq(by))
                return std::is_lt(by);
        }
        return keys.rows[a] < keys.rows[b];
    });
    Result result;
    result.rows.reserve(order.size());
    for (const quint32 at : order)
        result.rows.push_back(keys.rows[at]);
    const auto highest = std::ranges::max_element(result.rows);
    result.lines.assign(highest == result.rows.end() ? 0 : size_t(*highest) + 1, -1);
    for (size_t line = 0; line < result.rows.size(); ++line)
        result.lines[size_t(result.rows[line])] = int(line);
    return result;
}

void RowOrder::sort() {
    const Task task = std::exchange(m_task, {});
    if (m_keys->rows.size() <= Few) {
        if (task.keysOnPool)
            makeKeys(*m_keys, task);
        m_result = sorted(*m_keys);
        cancel();
        emit ready();
        return;
    }
    auto *watcher = new QFutureWatcher<std::shared_ptr<Result>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, keys = m_keys] {
        watcher->deleteLater();
        if (keys != m_keys)
            return; // another task began meanwhile
        m_result = std::move(*watcher->result());
        cancel();
        emit ready();
    });
    watcher->setFuture(QtConcurrent::run([keys = m_keys, task] {
        if (task.keysOnPool)
            makeKeys(*keys, task);
        return std::make_shared<Result>(sorted(*keys));
    }));
}

} // namespace walkabout
