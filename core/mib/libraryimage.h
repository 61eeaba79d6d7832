// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/textwriter.h"

#include <QFile>

#include <atomic>
#include <memory>
#include <string_view>

namespace walkabout::mib {

namespace file {
struct Library;
struct Workings;
} // namespace file

/// A compiled library as it lies in its file or in memory: a head of one page, the texts, the hot part (library.fbs),
/// the units and what the next compilation needs to know. Never trusted: sizes and the hot part's checksum are
/// compared at open, each block of texts on first use, the rest when it is asked for. Read-only and thread-safe once
/// open; shared by a library and whoever makes the next one of it.
class LibraryImage final {
public:
    static constexpr quint32 Version = 1;
    static constexpr qint64 HeadSize = 4096;

    /// Maps the file. The failure says what is wrong with it.
    static Result<std::shared_ptr<const LibraryImage>> open(const QString &path);
    static Result<std::shared_ptr<const LibraryImage>> over(QByteArray bytes);

    /// Where the parts lie; written last, over the empty page that the file begins with.
    struct Head {
        char magic[8] = {'W', 'A', 'L', 'K', 'M', 'I', 'B', '\n'};
        quint32 version = Version;
        quint32 byteOrder = 0x01020304;
        quint64 fileSize = 0;
        quint64 textsSize = 0; // from HeadSize on
        quint64 hotOffset = 0;
        quint64 hotSize = 0;
        quint64 hotCheck = 0;
        quint64 unitsOffset = 0;
        quint64 unitsSize = 0;
        quint64 workingsOffset = 0; // 0: none
        quint64 workingsSize = 0;
        quint64 workingsCheck = 0;
        quint64 check = 0; // of all before
    };
    [[nodiscard]] static quint64 checkOf(const Head &head);

    [[nodiscard]] const file::Library &library() const { return *m_library; }
    /// Empty where the block it stands in is damaged or the place lies outside.
    [[nodiscard]] std::string_view text(quint64 offset, quint64 size) const;
    [[nodiscard]] quint64 textsSize() const { return m_head.textsSize; }
    /// A block of texts was found damaged.
    [[nodiscard]] bool isDamaged() const { return m_damaged.load(std::memory_order_relaxed); }
    /// nullptr: it has none, or they are damaged.
    [[nodiscard]] const file::Workings *workings() const;
    /// Units and texts will all be read soon, for the next compilation: they are mapped at once, not fault by fault.
    void readAhead() const;
    /// What was read of the file need not stay in memory: it is read again when it is looked at.
    void letGo() const;
    /// A part of the units; empty where it lies outside.
    [[nodiscard]] std::string_view unit(quint64 offset, quint64 size) const;

private:
    LibraryImage() = default;
    [[nodiscard]] const char *lay(std::string_view bytes);
    [[nodiscard]] std::string_view part(quint64 offset, quint64 size) const;

    QFile m_file;
    QByteArray m_owned;
    std::string_view m_bytes;
    Head m_head;
    const file::Library *m_library = nullptr;
    enum State : quint8 { Unknown, Sound, Damaged };
    mutable std::unique_ptr<std::atomic<quint8>[]> m_blocks;
    mutable std::atomic<bool> m_damaged = false;
};

} // namespace walkabout::mib
