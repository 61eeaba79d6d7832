// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/filterrun.h"

#include <QtConcurrentMap>

namespace walkabout {

namespace {

constexpr int PieceRows = 32'000;

} // namespace

FilterRun::FilterRun(QObject *parent)
    : QObject(parent) {}

FilterRun::~FilterRun() { cancel(); }

void FilterRun::cancel() {
    if (!m_watcher)
        return;
    m_cancelled->store(true, std::memory_order_relaxed);
    m_watcher->disconnect(this);
    m_watcher->cancel();
    m_watcher.release()->deleteLater(); // its signal may have brought us here
}

std::vector<int> FilterRun::look(const Task &task, const Piece &piece, const std::atomic<bool> &cancelled) {
    std::vector<int> rows;
    const Describe describe(task.describe); // remembers what it met, for one thread
    ResultFilter::Standing standing;
    task.store.each(piece.from, piece.to, [&](int row, const VarBind &varBind) {
        if (task.later.contains(row))
            return true;
        if (task.difference && size_t(row) < task.difference->rows.size())
            standing.change = task.difference->rows[size_t(row)];
        const auto again = task.latest.empty() ? task.latest.end() : task.latest.find(row);
        const bool passes = again == task.latest.end()
            ? task.filter.matches(varBind, describe, standing)
            : task.filter.matches(task.store.at(again->second), describe, standing);
        if (passes)
            rows.push_back(row);
        return !cancelled.load(std::memory_order_relaxed);
    });
    return rows;
}

void FilterRun::begin(Task task) {
    cancel();
    m_pieces.clear();
    m_taken = 0;
    for (int from = task.from; from < task.to; from += PieceRows)
        m_pieces.append({from, qMin(from + PieceRows, task.to)});
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_watcher = std::make_unique<QFutureWatcher<std::vector<int>>>();
    connect(m_watcher.get(), &QFutureWatcherBase::resultReadyAt, this, &FilterRun::take);
    m_watcher->setFuture(QtConcurrent::mapped(
        m_pieces, [task = std::make_shared<const Task>(std::move(task)), cancelled = m_cancelled](const Piece &piece) {
            return look(*task, piece, *cancelled);
        }));
}

void FilterRun::take() {
    const auto future = m_watcher->future();
    while (m_watcher && m_taken < m_pieces.size() && future.isResultReadyAt(m_taken)) {
        const int piece = m_taken++;
        const std::vector<int> rows = future.resultAt(piece);
        if (m_taken == m_pieces.size())
            m_watcher.release()->deleteLater(); // what follows may begin another
        emit found(rows, m_pieces[piece].to);
    }
}

} // namespace walkabout
