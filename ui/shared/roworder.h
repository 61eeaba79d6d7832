// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/keycolumn.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace walkabout {

/// Builds which rows a view shows and in which order, without holding up the window: filter and keys in slices of the
/// event loop (keys on the pool, where the task allows it), the sort itself on the pool over the packed keys. A few
/// rows are ordered at once. Owned by a model.
class RowOrder final : public QObject {
    Q_OBJECT

public:
    struct Task {
        std::vector<int> rows;
        std::function<bool(int)> passes; // none: all do; always asked in the event loop
        std::function<SortKey(int)> key; // none: by row number
        std::function<SortKey(int)> tie; // orders equal keys, always upwards; none: by row number
        Qt::SortOrder order = Qt::AscendingOrder;
        bool keysOnPool = false; // key and tie may be asked for in another thread, after the model is gone too
    };

    explicit RowOrder(QObject *parent = nullptr);

    /// Ends in one ready(), at once where the rows are few; a task that runs is dropped.
    void begin(Task task);
    void cancel();
    [[nodiscard]] bool isBuilding() const { return m_building; }
    [[nodiscard]] const std::vector<int> &rows() const { return m_result.rows; }
    /// Where this row stands now; -1: it is not shown.
    [[nodiscard]] int lineOf(int row) const;
    /// The result is taken over.
    void release() { m_result = {}; }

signals:
    void ready();

private:
    struct Result {
        std::vector<int> rows;
        std::vector<int> lines; // by row
    };
    struct Keys {
        std::vector<int> rows;
        KeyColumn keys;
        KeyColumn ties;
        bool descending = false;
    };
    static Result sorted(const Keys &keys);
    static void makeKeys(Keys &keys, const Task &task);
    void slice();
    void sort();

    Task m_task;
    size_t m_at = 0;
    std::shared_ptr<Keys> m_keys; // what the pool works on
    Result m_result;
    bool m_building = false;
    QTimer m_timer;
};

} // namespace walkabout
