// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/linecount.h"

#include <algorithm>
#include <cstring>

namespace walkabout::mib {

Source::Position LineCount::at(quint32 offset) {
    const std::string_view bytes = m_source.bytes();
    const size_t end = std::min<size_t>(offset, bytes.size());
    while (m_counted < end) {
        const void *const found = std::memchr(bytes.data() + m_counted, m_source.lineEnd(), end - m_counted);
        if (!found)
            break;
        m_lineStart = size_t(static_cast<const char *>(found) - bytes.data()) + 1;
        m_counted = m_lineStart;
        ++m_line;
    }
    m_counted = std::max(m_counted, end);
    return {m_line, int(end - std::min(end, m_lineStart)) + 1};
}

} // namespace walkabout::mib
