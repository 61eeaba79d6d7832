// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/linecount.h"

#include "core/mib/bytecount.h"

#include <algorithm>

namespace walkabout::mib {

Source::Position LineCount::at(quint32 offset) {
    const std::string_view bytes = m_source.bytes();
    const size_t end = std::min<size_t>(offset, bytes.size());
    if (m_counted < end) {
        const std::string_view ahead = bytes.substr(m_counted, end - m_counted);
        if (const size_t lines = countOf(ahead, m_source.lineEnd())) {
            m_line += int(lines);
            m_lineStart = m_counted + ahead.rfind(m_source.lineEnd()) + 1;
        }
        m_counted = end;
    }
    return {m_line, int(end - std::min(end, m_lineStart)) + 1};
}

} // namespace walkabout::mib
