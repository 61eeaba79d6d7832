// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/libraryimage.h"

#include "core/mib/checksum.h"
#include "library_generated.h"

#include <QCoreApplication>

#include <cstddef>
#include <cstring>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

namespace walkabout::mib {

namespace {

Failure wrong(const QString &path, const char *what) {
    return Failure(Failure::Kind::File, {path, QCoreApplication::translate("Library", what)});
}

/// Tables are few and their structs many: the verifier looks at the former and at where the latter end.
template <class T>
bool isTable(std::string_view bytes) {
    flatbuffers::Verifier verifier(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
    return verifier.VerifyBuffer<T>(nullptr);
}

/// By reading, not through the map, so that what is never looked at takes no memory.
std::optional<quint64> checksumOfPart(QFile &file, quint64 offset, quint64 size) {
    if (!file.seek(qint64(offset)))
        return std::nullopt;
    Checking checking;
    QByteArray buffer(qsizetype(256) * 1024, Qt::Uninitialized);
    while (size > 0) {
        const qint64 got = file.read(buffer.data(), qint64(std::min<quint64>(size, quint64(buffer.size()))));
        if (got <= 0)
            return std::nullopt;
        checking.add({buffer.constData(), size_t(got)});
        size -= quint64(got);
    }
    return checking.result();
}

/// Pages of 4 KB: a system that keeps the file in pages of 2 MB would map one of them for each byte that is looked at.
void keepSmall([[maybe_unused]] const uchar *bytes, [[maybe_unused]] qint64 size) {
#ifdef Q_OS_LINUX
    madvise(const_cast<uchar *>(bytes), size_t(size), MADV_NOHUGEPAGE);
#endif
}

} // namespace

quint64 LibraryImage::checkOf(const Head &head) {
    return checksum({reinterpret_cast<const char *>(&head), offsetof(Head, check)});
}

Result<std::shared_ptr<const LibraryImage>> LibraryImage::open(const QString &path) {
    std::shared_ptr<LibraryImage> image(new LibraryImage);
    image->m_file.setFileName(path);
    if (!image->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure(Failure::Kind::File, {path, image->m_file.errorString()});
    const qint64 size = image->m_file.size();
    const uchar *const bytes = size < HeadSize ? nullptr : image->m_file.map(0, size);
    if (!bytes)
        return wrong(path, QT_TRANSLATE_NOOP("Library", "it is too short"));
    keepSmall(bytes, size);
    if (const char *what = image->lay({reinterpret_cast<const char *>(bytes), size_t(size)}))
        return wrong(path, what);
    const auto check = checksumOfPart(image->m_file, image->m_head.hotOffset, image->m_head.hotSize);
    if (check != image->m_head.hotCheck)
        return wrong(path, QT_TRANSLATE_NOOP("Library", "it is damaged"));
    return std::shared_ptr<const LibraryImage>(std::move(image));
}

Result<std::shared_ptr<const LibraryImage>> LibraryImage::over(QByteArray bytes) {
    std::shared_ptr<LibraryImage> image(new LibraryImage);
    image->m_owned = std::move(bytes);
    const std::string_view all(image->m_owned.constData(), size_t(image->m_owned.size()));
    if (all.size() < size_t(HeadSize))
        return wrong({}, QT_TRANSLATE_NOOP("Library", "it is too short"));
    if (const char *what = image->lay(all))
        return wrong({}, what);
    return std::shared_ptr<const LibraryImage>(std::move(image));
}

std::string_view LibraryImage::part(quint64 offset, quint64 size) const {
    return offset > m_bytes.size() || size > m_bytes.size() - offset ? std::string_view()
                                                                     : m_bytes.substr(offset, size);
}

/// Sets everything up over these bytes; what is wrong with them otherwise.
const char *LibraryImage::lay(std::string_view bytes) {
    m_bytes = bytes;
    std::memcpy(&m_head, bytes.data(), sizeof m_head);
    const Head known;
    if (std::memcmp(m_head.magic, known.magic, sizeof known.magic) != 0 || m_head.byteOrder != known.byteOrder)
        return QT_TRANSLATE_NOOP("Library", "it is no compiled library");
    if (m_head.version != Version)
        return QT_TRANSLATE_NOOP("Library", "another version of the program made it");
    if (m_head.check != checkOf(m_head))
        return QT_TRANSLATE_NOOP("Library", "it is damaged");
    if (m_head.fileSize != bytes.size())
        return QT_TRANSLATE_NOOP("Library", "it is cut short");
    const std::string_view hot = part(m_head.hotOffset, m_head.hotSize);
    if (m_head.hotOffset % 64 != 0 || m_head.textsSize > bytes.size() - size_t(HeadSize) || hot.empty()
        || !isTable<file::Library>(hot))
        return QT_TRANSLATE_NOOP("Library", "it is damaged");
    m_library = flatbuffers::GetRoot<file::Library>(hot.data());
    const size_t blocks = (m_head.textsSize + TextWriter::BlockSize - 1) / TextWriter::BlockSize;
    if (blocks > 0 && (!m_library->text_checks() || m_library->text_checks()->size() != blocks))
        return QT_TRANSLATE_NOOP("Library", "it is damaged");
    m_blocks = std::make_unique<std::atomic<quint8>[]>(blocks);
    return nullptr;
}

std::string_view LibraryImage::text(quint64 offset, quint64 size) const {
    if (size == 0 || offset > m_head.textsSize || size > m_head.textsSize - offset)
        return {};
    const std::string_view texts = m_bytes.substr(size_t(HeadSize), m_head.textsSize);
    constexpr size_t Size = TextWriter::BlockSize;
    for (size_t block = offset / Size; block <= (offset + size - 1) / Size; ++block) {
        quint8 state = m_blocks[block].load(std::memory_order_acquire);
        if (state == Unknown) {
            const bool sound
                = checksum(texts.substr(block * Size, Size)) == m_library->text_checks()->Get(uint32_t(block));
            state = sound ? Sound : Damaged;
            m_blocks[block].store(state, std::memory_order_release);
        }
        if (state == Damaged) {
            m_damaged.store(true, std::memory_order_relaxed);
            return {};
        }
    }
    return texts.substr(offset, size);
}

const file::Workings *LibraryImage::workings() const {
    const std::string_view bytes = part(m_head.workingsOffset, m_head.workingsSize);
    if (m_head.workingsOffset == 0 || m_head.workingsOffset % 64 != 0 || bytes.empty()
        || checksum(bytes) != m_head.workingsCheck || !isTable<file::Workings>(bytes))
        return nullptr;
    return flatbuffers::GetRoot<file::Workings>(bytes.data());
}

void LibraryImage::readAhead() const {
#ifdef Q_OS_LINUX
    const std::string_view read = part(0, m_head.unitsOffset + m_head.unitsSize);
    if (!m_file.isOpen() || read.empty())
        return;
    char *const begin = const_cast<char *>(read.data());
    madvise(begin, m_bytes.size(), MADV_HUGEPAGE); // takes back keepSmall()
#ifdef MADV_POPULATE_READ
    madvise(begin, read.size(), MADV_POPULATE_READ);
#endif
#endif
}

void LibraryImage::letGo() const {
#ifdef Q_OS_LINUX
    if (m_file.isOpen())
        madvise(const_cast<char *>(m_bytes.data()), m_bytes.size(), MADV_DONTNEED);
#endif
}

std::string_view LibraryImage::unit(quint64 offset, quint64 size) const {
    return offset > m_head.unitsSize || size > m_head.unitsSize - offset ? std::string_view()
                                                                         : part(m_head.unitsOffset + offset, size);
}

} // namespace walkabout::mib
