// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a compiled library: its checksums are mended, so that what lies behind them is reached, then it is opened
// and asked everything.
#include "core/mib/checksum.h"
#include "core/mib/earlierimage.h"
#include "core/mib/library.h"
#include "core/mib/libraryimage.h"
#include "core/mib/search.h"
#include "library_generated.h"

#include <algorithm>
#include <cstring>

using namespace walkabout;
using namespace walkabout::mib;

namespace {

constexpr qsizetype MostNodes = 200;

/// A part of the image; empty where it lies outside.
std::string_view partOf(const QByteArray &image, quint64 offset, quint64 size) {
    return cut({image.constData(), size_t(image.size())}, offset, size);
}

void mendTexts(QByteArray &image, const LibraryImage::Head &head) {
    const std::string_view hot = partOf(image, head.hotOffset, head.hotSize);
    flatbuffers::Verifier verifier(reinterpret_cast<const uint8_t *>(hot.data()), hot.size());
    if (head.hotOffset % 64 != 0 || hot.empty() || !verifier.VerifyBuffer<file::Library>(nullptr))
        return;
    auto *const library = flatbuffers::GetMutableRoot<file::Library>(image.data() + head.hotOffset);
    const auto *const checks = library->text_checks();
    const std::string_view texts = partOf(image, LibraryImage::HeadSize, head.textsSize);
    if (!checks)
        return;
    for (uint32_t i = 0; i < checks->size() && i * TextWriter::BlockSize < texts.size(); ++i) {
        const uint64_t check = checksum(texts.substr(i * TextWriter::BlockSize, TextWriter::BlockSize));
        const auto at = reinterpret_cast<const char *>(checks->Data()) - image.constData() + qsizetype(i) * 8;
        std::memcpy(image.data() + at, &check, sizeof check);
    }
}

void mend(QByteArray &image) {
    LibraryImage::Head head;
    const LibraryImage::Head known;
    std::memcpy(&head, image.constData(), sizeof head);
    std::memcpy(head.magic, known.magic, sizeof head.magic);
    head.version = known.version;
    head.byteOrder = known.byteOrder;
    head.fileSize = quint64(image.size());
    head.hotCheck = checksum(partOf(image, head.hotOffset, head.hotSize));
    mendTexts(image, head);
    head.workingsCheck = checksum(partOf(image, head.workingsOffset, head.workingsSize));
    head.check = LibraryImage::checkOf(head);
    std::memcpy(image.data(), &head, sizeof head);
}

qsizetype askNode(const NodeRef &node) {
    qsizetype seen = node.oid().size() + node.qualifiedName().size() + qsizetype(node.kind()) + qsizetype(node.access())
        + qsizetype(node.status()) + qsizetype(node.base());
    const TypeInfo type = node.type();
    seen += type.enums.size() + type.ranges.size() + type.chain.size() + node.syntax().size() + node.units().size();
    seen += node.displayHint().size() + node.description().size() + node.reference().size();
    seen += node.defaultValue().size() + node.indexes().size() + node.augments().size() + node.objects().size();
    seen += node.memberOf().size() + node.file().size() + node.line() + node.column() + node.row();
    for (const NodeRef &index : node.indexNodes())
        seen += index.isNull() ? 0 : index.name().size();
    for (const NodeRef &column : node.columns().first(std::min<qsizetype>(node.columns().size(), 20)))
        seen += column.name().size();
    seen += node.rowNode().isNull() ? 0 : node.rowNode().name().size();
    for (qsizetype row = 0; row < std::min<qsizetype>(node.childCount(), 20); ++row)
        seen += node.child(row).name().size();
    return seen;
}

qsizetype askLibrary(const Library &library) {
    qsizetype seen = 0;
    for (qsizetype i = 0; i < std::min(library.nodeCount(), MostNodes); ++i) {
        const NodeRef node = library.at(i);
        seen += askNode(node) + library.named(node.name()).size() + library.named(node.qualifiedName()).size();
        seen += library.node(node.oid()).isNull() ? 0 : 1;
    }
    seen += askNode(library.root());
    for (qsizetype row = 0; row < std::min(library.unplacedCount(), MostNodes); ++row)
        seen += library.unplacedAt(row).name.size();
    for (const ModuleInfo &module : library.modules().first(std::min(library.modules().size(), MostNodes))) {
        seen += library.facts(module.name).imports.size();
        seen += library.imports(module.name).size() + library.diagnosticsOf(module.file).size();
        seen += qsizetype(library.nodesOf(module.name).size());
        seen += library.type(module.name + QStringLiteral("::DisplayString")) ? 1 : 0;
    }
    for (const auto &words : {QStringLiteral("if"), QStringLiteral("a"), QStringLiteral("1.3.6"), QStringLiteral("up")})
        for (const auto part : {SearchQuery::Names, SearchQuery::Descriptions})
            seen += search(library, {words, part, {}, 50}).size();
    return seen + library.diagnostics().size() + library.unplaced().size() + library.switchedOff().size();
}

/// As the next compilation reads it.
qsizetype askEarlier(const Library &library) {
    const EarlierImage earlier(library.data());
    qsizetype seen = 0;
    const file::Workings *const workings = library.data().image().workings();
    if (!workings || !workings->files() || !workings->units() || !workings->notes() || !workings->key())
        return 0;
    for (qint32 row = 0; row < qint32(std::min<uint32_t>(workings->files()->size(), 50)); ++row)
        seen += qsizetype(earlier.modulesOf(row).size());
    for (qint32 row = 0; row < qint32(std::min<uint32_t>(workings->units()->size(), 50)); ++row)
        if (const auto stored = earlier.unit(row))
            for (const PackedDefinition &definition : stored->unit.definitions)
                seen += qsizetype(stored->unit.view(definition.name).size());
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    QByteArray image(reinterpret_cast<const char *>(bytes), qsizetype(size));
    if (image.size() < LibraryImage::HeadSize)
        return -1;
    mend(image);
    auto opened = LibraryImage::over(std::move(image));
    if (!opened)
        return 0;
    const Library::Pointer library = Library::open(*std::move(opened));
    [[maybe_unused]] volatile qsizetype seen = askLibrary(*library) + askEarlier(*library);
    return 0;
}
