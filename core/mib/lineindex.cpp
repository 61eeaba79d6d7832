// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/lineindex.h"

#include <algorithm>
#include <cstring>

namespace walkabout::mib {

namespace {

quint32 count(std::string_view bytes, char lineEnd) {
    quint32 found = 0;
    while (const void *const at = std::memchr(bytes.data(), lineEnd, bytes.size())) {
        bytes.remove_prefix(size_t(static_cast<const char *>(at) - bytes.data()) + 1);
        ++found;
    }
    return found;
}

} // namespace

Source::Position LineIndex::at(quint32 offset) {
    const std::string_view bytes = m_source.bytes();
    const std::string_view before = bytes.substr(0, offset);
    const size_t block = before.size() / Block;
    if (m_before.empty())
        m_before.push_back(0);
    while (m_before.size() <= block)
        m_before.push_back(
            m_before.back() + count(bytes.substr((m_before.size() - 1) * Block, Block), m_source.lineEnd()));
    const size_t start = before.rfind(m_source.lineEnd()) + 1; // npos + 1 is 0
    return {int(m_before[block] + count(before.substr(block * Block), m_source.lineEnd())) + 1,
        int(before.size() - start) + 1};
}

} // namespace walkabout::mib
