// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace walkabout::mib {

/// Memory for a table: a large one in pages of 2 MB where the system has them (madvise(2), MADV_HUGEPAGE), since to
/// touch many pages of 4 KB for the first time costs more than to fill them. Throws std::bad_alloc.
[[nodiscard]] void *takeRoom(size_t bytes);
void giveRoom(void *room, size_t bytes) noexcept;

/// The allocator over both.
template <class T>
struct Roomy {
    using value_type = T;
    static constexpr size_t Size = sizeof(T); // NOLINT(bugprone-sizeof-expression): a row may be a pointer

    Roomy() = default;
    template <class Other>
    explicit(false) Roomy(const Roomy<Other> & /*other*/) {}
    [[nodiscard]] T *allocate(size_t count) { return static_cast<T *>(takeRoom(count * Size)); }
    void deallocate(T *room, size_t count) noexcept { giveRoom(room, count * Size); }
    friend bool operator==(const Roomy &, const Roomy &) { return true; }
};

/// What a compilation fills with as many rows as there are nodes.
template <class T>
using LargeTable = std::vector<T, Roomy<T>>;
using LargePool = std::basic_string<char, std::char_traits<char>, Roomy<char>>;

} // namespace walkabout::mib
