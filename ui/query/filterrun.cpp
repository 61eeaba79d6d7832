// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/filterrun.h"

#include "ui/query/filterlook.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace walkabout {

namespace {

constexpr int PieceRows = 32'000;

} // namespace

FilterRun::FilterRun(QObject *parent)
    : QObject(parent) {}

FilterRun::~FilterRun() { cancel(); }

void FilterRun::cancel() {
    if (m_cancelled)
        m_cancelled->store(true, std::memory_order_relaxed);
    m_pieces.clear();
    m_found.clear();
    m_taken = 0;
}

std::vector<int> FilterRun::look(const Task &task, const Piece &piece, const std::atomic<bool> &cancelled) {
    std::vector<int> rows;
    ResultFilter::Look look(task.filter, task.describe);
    ResultFilter::Standing standing;
    task.store.each(piece.from, piece.to, [&](int row, const VarBind &varBind) {
        if (task.later.contains(row))
            return true;
        if (task.difference && size_t(row) < task.difference->rows.size())
            standing.change = task.difference->rows[size_t(row)];
        const auto again = task.latest.empty() ? task.latest.end() : task.latest.find(row);
        const bool passes = again == task.latest.end() ? look.matches(varBind, standing)
                                                       : look.matches(task.store.at(again->second), standing);
        if (passes)
            rows.push_back(row);
        return !cancelled.load(std::memory_order_relaxed);
    });
    return rows;
}

void FilterRun::begin(Task task) {
    cancel();
    for (int from = task.from; from < task.to; from += PieceRows)
        m_pieces.append({from, qMin(from + PieceRows, task.to)});
    m_found.resize(size_t(m_pieces.size()));
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const auto shared = std::make_shared<const Task>(std::move(task));
    for (qsizetype at = 0; at < m_pieces.size(); ++at) {
        auto *watcher = new QFutureWatcher<std::vector<int>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, at, cancelled = m_cancelled] {
            watcher->deleteLater();
            if (cancelled->load(std::memory_order_relaxed))
                return; // another has begun since
            m_found[size_t(at)] = watcher->result();
            take();
        });
        watcher->setFuture(QtConcurrent::run(&m_pool,
            [shared, piece = m_pieces[at], cancelled = m_cancelled] { return look(*shared, piece, *cancelled); }));
    }
}

void FilterRun::take() {
    while (isRunning() && m_found[size_t(m_taken)]) {
        const std::vector<int> rows = *std::exchange(m_found[size_t(m_taken)], {});
        const int before = m_pieces[m_taken].to;
        ++m_taken;
        emit found(rows, before); // what follows may begin another
    }
}

} // namespace walkabout
