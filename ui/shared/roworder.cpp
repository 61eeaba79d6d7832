// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/roworder.h"

#include <QElapsedTimer>

#include <utility>

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

RowOrder::~RowOrder() { cancel(); }

int RowOrder::lineOf(int row) const { return row >= 0 && size_t(row) < m_lines.size() ? m_lines[size_t(row)] : -1; }

void RowOrder::release() {
    m_rows = {};
    m_lines = {};
}

void RowOrder::begin(Task task) {
    cancel();
    m_task = std::move(task);
    m_at = 0;
    m_input.rows.reserve(m_task.passes ? 0 : m_task.rows.size());
    if (m_task.key)
        m_input.keys.reserve(m_task.rows.size());
    if (m_task.tie)
        m_input.ties.reserve(m_task.rows.size());
    m_building = true;
    slice();
}

void RowOrder::cancel() {
    m_building = false;
    m_timer.stop();
    if (m_sort)
        m_sort->cancel();
    m_sort.reset();
    m_input = {};
    m_task = {};
}

void RowOrder::slice() {
    QElapsedTimer clock;
    clock.start();
    if (!m_task.passes && !m_task.key && !m_task.tie)
        m_input.rows = std::exchange(m_task.rows, {});
    for (int looked = 0; m_at < m_task.rows.size(); ++m_at, ++looked) {
        if ((looked & 15) == 15 && clock.elapsed() >= SliceMilliseconds) {
            m_timer.start(0);
            return;
        }
        const int row = m_task.rows[m_at];
        if (m_task.passes && !m_task.passes(row))
            continue;
        m_input.rows.push_back(row);
        if (m_task.key)
            m_input.keys.append(m_task.key(row));
        if (m_task.tie)
            m_input.ties.append(m_task.tie(row));
    }
    sort();
}

void RowOrder::sort() {
    const bool isFew = m_input.rows.size() <= Few;
    m_input.makeKeys = std::move(m_task.keysOnPool);
    m_input.descending = m_task.order == Qt::DescendingOrder;
    m_task = {};
    m_sort = std::make_shared<RowSort>(std::exchange(m_input, {}));
    if (isFew) {
        m_sort->prepare();
        m_sort->work();
        take(m_sort);
        return;
    }
    // This outlives what runs on its pool.
    m_pool.start([this, sort = m_sort] {
        sort->prepare();
        const auto work = [this, sort] {
            if (sort->work())
                QMetaObject::invokeMethod(
                    this, [this, sort] { take(sort); }, Qt::QueuedConnection);
        };
        const size_t others = std::min(sort->runs(), size_t(std::max(1, m_pool.maxThreadCount()))) - 1;
        for (size_t i = 0; i < others; ++i)
            m_pool.start(work);
        work();
    });
}

void RowOrder::take(const std::shared_ptr<RowSort> &sort) {
    if (sort != m_sort)
        return; // another task began meanwhile
    m_rows = std::move(sort->rows());
    m_lines = std::move(sort->lines());
    cancel();
    emit ready();
}

} // namespace walkabout
