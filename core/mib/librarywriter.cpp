// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarywriter.h"

#include "library_generated.h"

namespace walkabout::mib {

namespace {

file::Text text(Text text) { return {text.offset, text.size}; }
file::Slice slice(Slice slice) { return {slice.first, slice.count}; }

file::Node row(const NodeRecord &record) {
    return {record.arc, record.parent, record.firstChild, record.childCount, record.row, text(record.name),
        record.module, quint8(record.kind), quint8(record.access), quint8(record.status), record.isAlias};
}
file::Fact row(const FactRecord &record) {
    return {record.type, record.augments, slice(record.indexes), slice(record.members), text(record.units),
        text(record.defaultValue), text(record.description), text(record.reference), record.line, record.column};
}
file::Type row(const TypeRecord &record) {
    return {text(record.name), record.module, record.parent, slice(record.enums), slice(record.ranges),
        slice(record.sizes), text(record.hint), text(record.description), text(record.reference), record.line,
        quint8(record.base), quint8(record.status), record.isNamed, record.ownEnums, record.ownRanges, record.ownSizes,
        record.isSequenceOf};
}
file::Enum row(const EnumRecord &record) { return {text(record.label), record.number}; }
file::Range row(const Range &range) { return {range.low, range.high, range.isUnsigned}; }
file::Index row(const IndexRecord &record) { return {text(record.name), record.node, record.implied}; }
file::Member row(const MemberRecord &record) { return {text(record.name), record.node}; }
file::Module row(const ModuleRecord &record) {
    return {text(record.name), text(record.lastUpdated), text(record.organization), text(record.file),
        text(record.contact), text(record.description), slice(record.identity), slice(record.revisions),
        slice(record.imports), slice(record.rivals), slice(record.nodes), record.line, record.errors, record.warnings,
        record.tier, record.smi};
}
file::Revision row(const RevisionRecord &record) { return {text(record.date), text(record.description)}; }
file::Import row(const ImportRecord &record) { return {text(record.module), slice(record.symbols), record.found}; }
file::Unplaced row(const UnplacedRecord &record) {
    return {text(record.module), text(record.name), text(record.reason), text(record.file), record.line};
}
file::Text row(Text record) { return text(record); }

/// Everything a table takes in the file, and some room for its frame.
template <class... Vectors>
size_t sizeOf(const Vectors &...all) {
    return (size_t(0) + ... + (all.size() * sizeof(all[0]) + 64));
}

class Room final : public flatbuffers::Allocator {
public:
    uint8_t *allocate(size_t size) override { return static_cast<uint8_t *>(takeRoom(size)); }
    void deallocate(uint8_t *room, size_t size) override { giveRoom(room, size); }
};

} // namespace

file::Diagnostic fileRow(const DiagnosticRecord &record) {
    return {text(record.code), text(record.message), text(record.module), text(record.file), text(record.excerpt),
        record.line, record.column, quint8(record.severity), record.ofParser};
}

flatbuffers::DetachedBuffer writeLibrary(LibraryTables &&from) {
    LibraryTables tables = std::move(from);
    flatbuffers::FlatBufferBuilder builder(
        sizeOf(tables.strings, tables.notes, tables.nodes, tables.facts, tables.children, tables.types,
            tables.typesByName, tables.enums, tables.ranges, tables.indexes, tables.members, tables.names,
            tables.nodesByName, tables.lowerNames, tables.lowerStarts, tables.labels, tables.typesByLabel,
            tables.nodesByType, tables.typeStarts, tables.lowerLabels, tables.lowerLabelStarts, tables.modules,
            tables.switchedOff, tables.arcs, tables.revisions, tables.imports, tables.words, tables.paths,
            tables.nodesByModule, tables.unplaced, tables.diagnostics, tables.textChecks),
        new Room, true);
    const auto bytes = [&](auto &pool) {
        const auto written = builder.CreateVector(reinterpret_cast<const uint8_t *>(pool.data()), pool.size());
        std::decay_t<decltype(pool)>().swap(pool);
        return written;
    };
    const auto numbers = [&](auto &list) {
        const auto written = builder.CreateVector(list);
        std::decay_t<decltype(list)>().swap(list);
        return written;
    };
    const auto structs = [&]<class Row>(auto &list, const Row &toRow) {
        using Struct = std::decay_t<decltype(toRow(list[0]))>;
        const auto written
            = builder.CreateVectorOfStructs<Struct>(list.size(), [&](size_t i, Struct *to) { *to = toRow(list[i]); });
        std::decay_t<decltype(list)>().swap(list);
        return written;
    };
    const auto rows = [&](auto &list) { return structs(list, [](const auto &record) { return row(record); }); };
    const auto names = [&](auto &list) {
        return structs(
            list, [](const NameRecord &record) { return file::Name(text(record.name), record.first, record.count); });
    };
    const auto strings = bytes(tables.strings);
    const auto notes = bytes(tables.notes);
    const auto nodes = rows(tables.nodes);
    const auto facts = rows(tables.facts);
    const auto children = numbers(tables.children);
    const auto types = rows(tables.types);
    const auto typesByName = numbers(tables.typesByName);
    const auto enums = rows(tables.enums);
    const auto ranges = rows(tables.ranges);
    const auto indexes = rows(tables.indexes);
    const auto members = rows(tables.members);
    const auto byName = names(tables.names);
    const auto nodesByName = numbers(tables.nodesByName);
    const auto lowerNames = bytes(tables.lowerNames);
    const auto lowerStarts = numbers(tables.lowerStarts);
    const auto labels = structs(tables.labels,
        [](const NameRecord &record) { return file::Label(text(record.name), record.first, record.count); });
    const auto typesByLabel = numbers(tables.typesByLabel);
    const auto nodesByType = numbers(tables.nodesByType);
    const auto typeStarts = numbers(tables.typeStarts);
    const auto lowerLabels = bytes(tables.lowerLabels);
    const auto lowerLabelStarts = numbers(tables.lowerLabelStarts);
    const auto modules = rows(tables.modules);
    const auto switchedOff = rows(tables.switchedOff);
    const auto arcs = numbers(tables.arcs);
    const auto revisions = rows(tables.revisions);
    const auto imports = rows(tables.imports);
    const auto words = rows(tables.words);
    const auto paths = rows(tables.paths);
    const auto nodesByModule = numbers(tables.nodesByModule);
    const auto unplaced = rows(tables.unplaced);
    const auto diagnostics = structs(tables.diagnostics, fileRow);
    const auto textChecks = numbers(tables.textChecks);
    builder.Finish(file::CreateLibrary(builder, strings, notes, nodes, facts, children, types, typesByName, enums,
        ranges, indexes, members, byName, nodesByName, lowerNames, lowerStarts, labels, typesByLabel, nodesByType,
        typeStarts, lowerLabels, lowerLabelStarts, modules, switchedOff, arcs, revisions, imports, words, paths,
        nodesByModule, unplaced, diagnostics, textChecks));
    return builder.Release();
}

} // namespace walkabout::mib
