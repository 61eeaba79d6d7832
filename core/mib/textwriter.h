// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace walkabout::mib {

/// Writes the texts of a library one behind the other to its file, from several threads, and takes the check of each
/// block. What the device refuses is told by failed().
class TextWriter final {
public:
    static constexpr size_t BlockSize = size_t(64) * 1024;

    /// The device is open, at the place where the texts begin; it outlives the writer.
    explicit TextWriter(QIODevice &device)
        : m_device(device) {}

    /// Where they stand among all texts.
    quint64 append(std::string_view texts);
    /// Writes what is left; the checks of all blocks.
    [[nodiscard]] std::vector<uint64_t> finish();
    [[nodiscard]] quint64 size() const { return m_size; }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    void writeBlock();

    QIODevice &m_device;
    std::mutex m_mutex;
    std::string m_block;
    std::vector<uint64_t> m_checks;
    quint64 m_size = 0;
    bool m_failed = false;
};

} // namespace walkabout::mib
