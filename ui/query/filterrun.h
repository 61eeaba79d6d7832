// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultsnapshot.h"
#include "ui/query/resultfilter.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace walkabout {

/// Looks through many rows of a result for those that a filter leaves: on the pool, in pieces that are told in their
/// order, the first ones at once. Owned by a model.
class FilterRun final : public QObject {
    Q_OBJECT

public:
    /// Fewer are looked through sooner than a thread begins.
    static constexpr int Few = 3'000;

    struct Task {
        ResultSnapshot store;
        int from = 0;
        int to = 0; // behind the last
        ResultFilter filter;
        Describe describe;
        std::shared_ptr<const RunDifference> difference; // nullptr: there is none
        std::unordered_map<int, int> latest; // rows that were read again, and where
        std::unordered_set<int> later; // which are no rows of their own
    };

    explicit FilterRun(QObject *parent = nullptr);
    ~FilterRun() override;

    /// A run before it is dropped.
    void begin(Task task);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_taken < m_pieces.size(); }

signals:
    /// Rows that are left among those before this one; the last time it is the end of the task.
    void found(const std::vector<int> &rows, int before);

private:
    struct Piece {
        int from = 0;
        int to = 0;
    };
    static std::vector<int> look(const Task &task, const Piece &piece, const std::atomic<bool> &cancelled);
    void take();

    QThreadPool m_pool; // its own: painting waits for the common one
    QList<Piece> m_pieces;
    std::vector<std::optional<std::vector<int>>> m_found; // by piece
    int m_taken = 0; // pieces
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace walkabout
