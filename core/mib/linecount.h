// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/source.h"

namespace walkabout::mib {

/// Lines of offsets that are asked for in rising order: each byte of the source is looked at once.
class LineCount final {
public:
    explicit LineCount(const Source &source)
        : m_source(source) {}

    [[nodiscard]] Source::Position at(quint32 offset);

private:
    const Source &m_source;
    size_t m_counted = 0;
    size_t m_lineStart = 0;
    int m_line = 1;
};

} // namespace walkabout::mib
