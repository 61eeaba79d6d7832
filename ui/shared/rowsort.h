// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/keycolumn.h"

#include <atomic>
#include <functional>
#include <span>
#include <vector>

namespace walkabout {

/// Rows being put into order by their keys, in runs that any number of threads take one after the other and merge as
/// they are done. Equal keys stand by their tie, else by row number, always upwards; holes stand at the end. Used once.
class RowSort final {
public:
    using Keys = std::function<void(std::span<const int> rows, KeyColumn &keys)>;
    struct Input {
        std::vector<int> rows;
        KeyColumn keys; // one a row; none: the row number is the key
        KeyColumn ties; // one a row, or none
        /// Instead of both: appends the keys of these rows, which ascend. Asked in several threads at once.
        Keys makeKeys;
        bool descending = false;
    };
    explicit RowSort(Input input)
        : m_input(std::move(input)) {}

    /// Once, before work(): cuts the rows into runs.
    void prepare();
    [[nodiscard]] size_t runs() const { return m_levels.front().size(); }
    /// Takes runs until none is left; true: all is done, and this was the last of it.
    bool work();
    /// work() ends soon, and nothing is done.
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

    /// The rows in their order, to be taken over.
    [[nodiscard]] std::vector<int> &rows() { return m_rows; }
    /// Where each row stands, by its number; -1: it is not among them.
    [[nodiscard]] std::vector<int> &lines() { return m_lines; }

private:
    using Key = KeyColumn::Key;
    struct Run {
        std::span<Key> keys;
        std::vector<Key> merged; // what the keys are kept in, above the lowest level
        std::atomic<bool> isHalfDone = false; // one of the two that it is made of
    };

    [[nodiscard]] bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    [[nodiscard]] bool isBefore(const Key &a, const Key &b) const;
    void sortRun(size_t at);
    bool climb(size_t at);
    void finish();

    Input m_input;
    std::vector<KeyColumn> m_made; // by run
    std::vector<std::vector<Run>> m_levels; // the lowest first; a run of the next is made of two
    std::atomic<size_t> m_next = 0; // run of the lowest level
    std::atomic<bool> m_cancelled = false;
    std::vector<int> m_rows;
    std::vector<int> m_lines;
};

} // namespace walkabout
