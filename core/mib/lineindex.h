// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/source.h"

namespace walkabout::mib {

/// Lines and columns of a source's bytes, asked for in any order. Counts as far as was asked, once, and keeps the count
/// at every block's begin. The source outlives it.
class LineIndex final {
public:
    explicit LineIndex(const Source &source)
        : m_source(source) {}

    [[nodiscard]] Source::Position at(quint32 offset);

private:
    static constexpr size_t Block = 4096;

    const Source &m_source;
    std::vector<quint32> m_before; // line ends before each block
};

} // namespace walkabout::mib
