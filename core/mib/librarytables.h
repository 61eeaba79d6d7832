// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"
#include "core/mib/largetable.h"
#include "core/mib/module.h"
#include "core/mib/types.h"

#include <string>
#include <vector>

namespace walkabout::mib {

/// A part of one of the library's pools.
struct Text {
    quint32 offset = 0;
    quint32 size = 0;
};

/// Rows of the library while it is made: what library.fbs says of each holds here too.
struct NodeRecord {
    quint32 arc = 0;
    qint32 parent = -1;
    quint32 firstChild = 0;
    quint32 childCount = 0;
    quint32 row = 0;
    Text name;
    qint32 module = -1;
    NodeKind kind = NodeKind::Node;
    Access access = Access::None;
    Status status = Status::None;
    bool isAlias = false;
};

struct FactRecord {
    qint32 type = -1;
    qint32 augments = -1;
    Slice indexes;
    Slice members;
    Text units;
    Text defaultValue;
    Text description;
    Text reference;
    quint32 line = 0;
    quint32 column = 0;
};

struct TypeRecord {
    Text name;
    qint32 module = -1;
    qint32 parent = -1;
    Slice enums;
    Slice ranges;
    Slice sizes;
    Text hint;
    Text description;
    Text reference;
    quint32 line = 0;
    BaseType base = BaseType::None;
    Status status = Status::None;
    bool isNamed = false;
    bool ownEnums = false;
    bool ownRanges = false;
    bool ownSizes = false;
    bool isSequenceOf = false;
};

struct EnumRecord {
    Text label;
    qint64 number = 0;
};

struct IndexRecord {
    Text name;
    qint32 node = -1;
    bool implied = false;
};

struct MemberRecord {
    Text name;
    qint32 node = -1;
};

/// A name or a label and what bears it: count entries of a list of nodes.
struct NameRecord {
    Text name;
    quint32 first = 0;
    quint32 count = 0;
};

struct ModuleRecord {
    Text name;
    Text lastUpdated;
    Text organization;
    Text file;
    Text contact;
    Text description;
    Slice identity;
    Slice revisions;
    Slice imports;
    Slice rivals;
    Slice nodes;
    quint32 line = 0;
    quint32 errors = 0;
    quint32 warnings = 0;
    quint8 tier = 0;
    quint8 smi = 2;
};

struct RevisionRecord {
    Text date;
    Text description;
};

struct ImportRecord {
    Text module;
    Slice symbols;
    bool found = false;
};

struct UnplacedRecord {
    Text module;
    Text name;
    Text reason;
    Text file;
    quint32 line = 0;
};

struct DiagnosticRecord {
    Text code;
    Text message;
    Text module;
    Text file;
    Text excerpt;
    quint32 line = 0;
    quint32 column = 0;
    Diagnostic::Severity severity = Diagnostic::Severity::Error;
    bool ofParser = false; // found without looking at other modules: holds as long as the file does
};

/// The library as flat tables, as the builder makes them and before they are written. Strings (names, labels, units,
/// hints) and notes (paths, messages) are pools; texts (descriptions) went to the file before.
struct LibraryTables {
    LargePool strings;
    std::string notes;
    LargeTable<NodeRecord> nodes;
    LargeTable<FactRecord> facts;
    LargeTable<qint32> children;
    LargeTable<TypeRecord> types;
    std::vector<qint32> typesByName;
    LargeTable<EnumRecord> enums;
    std::vector<Range> ranges;
    std::vector<IndexRecord> indexes;
    LargeTable<MemberRecord> members;
    LargeTable<NameRecord> names;
    LargeTable<qint32> nodesByName;
    LargePool lowerNames;
    LargeTable<quint32> lowerStarts;
    std::vector<NameRecord> labels;
    std::vector<qint32> typesByLabel;
    LargeTable<qint32> nodesByType;
    std::vector<quint32> typeStarts;
    LargePool lowerLabels;
    LargeTable<quint32> lowerLabelStarts;
    std::vector<ModuleRecord> modules;
    std::vector<ModuleRecord> switchedOff;
    std::vector<quint32> arcs;
    std::vector<RevisionRecord> revisions;
    std::vector<ImportRecord> imports;
    std::vector<Text> words;
    std::vector<Text> paths;
    LargeTable<qint32> nodesByModule;
    std::vector<UnplacedRecord> unplaced;
    std::vector<DiagnosticRecord> diagnostics;
    std::vector<uint64_t> textChecks;

    /// Puts a string among the notes.
    [[nodiscard]] Text note(std::string_view text) {
        notes += text;
        return {quint32(notes.size() - text.size()), quint32(text.size())};
    }
    [[nodiscard]] Text note(const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        return note(std::string_view(utf8.constData(), size_t(utf8.size())));
    }
    [[nodiscard]] std::string_view noted(Text text) const {
        return std::string_view(notes).substr(text.offset, text.size);
    }
    [[nodiscard]] DiagnosticRecord record(const Diagnostic &diagnostic) {
        return {note(diagnostic.code), note(diagnostic.message), note(diagnostic.module), note(diagnostic.file),
            note(diagnostic.excerpt), quint32(diagnostic.line), quint32(diagnostic.column), diagnostic.severity, false};
    }
};

} // namespace walkabout::mib
