// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/lineindex.h"

#include "core/mib/bytecount.h"

namespace walkabout::mib {

Source::Position LineIndex::at(quint32 offset) {
    const std::string_view bytes = m_source.bytes();
    const std::string_view before = bytes.substr(0, offset);
    const size_t block = before.size() / Block;
    if (m_before.empty())
        m_before.push_back(0);
    while (m_before.size() <= block)
        m_before.push_back(
            m_before.back() + quint32(countOf(bytes.substr((m_before.size() - 1) * Block, Block), m_source.lineEnd())));
    const size_t start = before.rfind(m_source.lineEnd()) + 1; // npos + 1 is 0
    return {int(m_before[block] + countOf(before.substr(block * Block), m_source.lineEnd())) + 1,
        int(before.size() - start) + 1};
}

} // namespace walkabout::mib
