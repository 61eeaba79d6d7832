// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/rowsort.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace walkabout {

/// Builds which rows a view shows and in which order, without holding up the window: filter and keys in slices of the
/// event loop (keys on the pool, where the task allows it), the sort itself on the pool over the packed keys. A few
/// rows are ordered at once. Owned by a model.
class RowOrder final : public QObject {
    Q_OBJECT

public:
    using Keys = RowSort::Keys;
    struct Task {
        std::vector<int> rows;
        std::function<bool(int)> passes; // none: all do; always asked in the event loop
        std::function<SortKey(int)> key; // none: the row number is the key
        std::function<SortKey(int)> tie; // orders equal keys, always upwards; none: by row number
        /// Instead of key and tie: appends the keys of these rows, which ascend. Asked in several threads at once,
        /// after the model is gone too.
        Keys keysOnPool;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    explicit RowOrder(QObject *parent = nullptr);
    ~RowOrder() override;

    /// Ends in one ready(), at once where the rows are few; a task that runs is dropped.
    void begin(Task task);
    void cancel();
    [[nodiscard]] bool isBuilding() const { return m_building; }
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }
    /// Where this row stands now; -1: it is not shown.
    [[nodiscard]] int lineOf(int row) const;
    /// The result is taken over.
    void release();

signals:
    void ready();

private:
    void slice();
    void sort();
    void take(const std::shared_ptr<RowSort> &sort);

    Task m_task;
    size_t m_at = 0;
    RowSort::Input m_input; // as far as it was made
    std::shared_ptr<RowSort> m_sort; // what the pool works on
    std::vector<int> m_rows;
    std::vector<int> m_lines; // by row
    bool m_building = false;
    QTimer m_timer;
    QThreadPool m_pool; // its own: painting waits for the common one
};

} // namespace walkabout
