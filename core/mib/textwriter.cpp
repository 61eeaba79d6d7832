// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/textwriter.h"

#include "core/mib/checksum.h"

#include <algorithm>

namespace walkabout::mib {

quint64 TextWriter::append(std::string_view texts) {
    const std::lock_guard lock(m_mutex);
    const quint64 at = m_size;
    m_size += texts.size();
    while (!texts.empty()) {
        const size_t part = std::min(texts.size(), BlockSize - m_block.size());
        m_block += texts.substr(0, part);
        texts.remove_prefix(part);
        if (m_block.size() == BlockSize)
            writeBlock();
    }
    return at;
}

std::vector<uint64_t> TextWriter::finish() {
    const std::lock_guard lock(m_mutex);
    if (!m_block.empty())
        writeBlock();
    return std::move(m_checks);
}

void TextWriter::writeBlock() {
    m_checks.push_back(checksum(m_block));
    m_failed = m_failed || m_device.write(m_block.data(), qint64(m_block.size())) != qint64(m_block.size());
    m_block.clear();
}

} // namespace walkabout::mib
