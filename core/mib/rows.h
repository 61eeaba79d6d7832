// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library_generated.h"

#include <cstdint>
#include <span>

namespace walkabout::mib {

/// A list of the library's file: bounds are checked, since a file may say anything. Outside stands an empty row.
template <class T>
class Rows final {
public:
    Rows() = default;
    explicit Rows(std::span<const T> all)
        : m_all(all) {}

    [[nodiscard]] size_t size() const { return m_all.size(); }
    [[nodiscard]] const T &operator[](size_t row) const { return row < m_all.size() ? m_all[row] : Nothing; }
    [[nodiscard]] std::span<const T> all() const { return m_all; }
    [[nodiscard]] std::span<const T> of(quint32 first, quint32 count) const {
        return first > m_all.size() || count > m_all.size() - first ? std::span<const T>()
                                                                    : m_all.subspan(first, count);
    }
    [[nodiscard]] std::span<const T> of(const file::Slice &slice) const { return of(slice.first(), slice.count()); }

private:
    static inline const T Nothing{};
    std::span<const T> m_all;
};

/// The rows of a list that may be absent, or lie where no such row can lie: a forged file's is empty.
template <class T>
Rows<T> rowsAt(const void *first, size_t count) {
    const bool lies = reinterpret_cast<uintptr_t>(first) % alignof(T) != 0;
    return lies ? Rows<T>() : Rows<T>({static_cast<const T *>(first), count});
}
template <class T>
Rows<T> rows(const flatbuffers::Vector<const T *> *list) {
    return list ? rowsAt<T>(list->Data(), list->size()) : Rows<T>();
}
template <class T>
Rows<T> numbers(const flatbuffers::Vector<T> *list) {
    return list ? rowsAt<T>(list->Data(), list->size()) : Rows<T>();
}

} // namespace walkabout::mib
