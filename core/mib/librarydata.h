// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"
#include "core/mib/module.h"
#include "core/mib/moduleinfo.h"
#include "core/mib/types.h"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace walkabout {

namespace mib {

/// A part of one of the library's two pools.
struct Text {
    quint32 offset = 0;
    quint32 size = 0;
};

/// What every look at the tree needs: 40 bytes. The definitions of one OID stand one after another, the preferred one
/// first; only that one has children and is a child.
struct NodeRecord {
    quint32 arc = 0;
    qint32 parent = -1;
    quint32 firstChild = 0; // in LibraryData::children
    quint32 childCount = 0;
    quint32 row = 0; // which child of its parent
    Text name; // in the strings; empty: no module names it
    qint32 module = -1;
    NodeKind kind = NodeKind::Node;
    Access access = Access::None;
    Status status = Status::None;
    bool isAlias = false;
};

/// The rest of a node, at the same index.
struct FactRecord {
    qint32 type = -1;
    qint32 augments = -1; // a node
    Slice indexes;
    Slice members;
    Text units; // in the strings
    Text defaultValue; // in the texts, as are these:
    Text description;
    Text reference;
    quint32 line = 0;
    quint32 column = 0;
};

/// A named type, or what an object made of one. Effective values: what it inherits is filled in.
struct TypeRecord {
    Text name; // as written in SYNTAX
    qint32 module = -1; // of a named type
    qint32 parent = -1; // the named type that this refines; -1: a base type
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

/// A name and the nodes that bear it: count entries of LibraryData::nodesByName, the likeliest first.
struct NameRecord {
    Text name;
    quint32 first = 0;
    quint32 count = 0;
};

} // namespace mib

/// The compiled library: flat vectors that index each other, strings (hot: names, labels, units, hints) and texts
/// (cold: descriptions) in pools of their own. Written once by the builder, then only read.
class LibraryData final {
public:
    std::string strings;
    std::string texts;
    std::vector<mib::NodeRecord> nodes; // OID order; 0 is the root
    std::vector<mib::FactRecord> facts;
    std::vector<qint32> children; // of node i: childCount entries from firstChild, by arc
    std::vector<mib::TypeRecord> types;
    std::vector<qint32> typesByName; // named ones, by module and name
    std::vector<mib::EnumRecord> enums;
    std::vector<Range> ranges;
    std::vector<mib::IndexRecord> indexes;
    std::vector<mib::MemberRecord> members;
    std::vector<mib::NameRecord> names; // by bytes
    std::vector<qint32> nodesByName;
    std::string lowerNames; // the names in lower case, each after a line feed
    std::vector<quint32> lowerStarts;

    QList<ModuleInfo> modules; // by name
    QList<ModuleFacts> moduleFacts; // at the same index
    std::vector<std::vector<qint32>> nodesByModule;
    QList<ModuleInfo> switchedOff;
    QList<Unplaced> unplaced;
    QList<Diagnostic> diagnostics;

    [[nodiscard]] std::string_view string(mib::Text text) const {
        return std::string_view(strings).substr(text.offset, text.size);
    }
    [[nodiscard]] std::string_view text(mib::Text part) const {
        return std::string_view(texts).substr(part.offset, part.size);
    }
    [[nodiscard]] QString stringOf(mib::Text text) const { return mib::decodeText(string(text)); }
    /// A description as a person reads it: decoded, its common indentation taken off.
    [[nodiscard]] QString prose(mib::Text part) const;
    [[nodiscard]] QString moduleName(qint32 module) const { return module < 0 ? QString() : modules[module].name; }
    [[nodiscard]] QString qualifiedName(qint32 node) const;
    [[nodiscard]] qint32 moduleIndex(QStringView name) const;
    /// The child with this arc; -1: none.
    [[nodiscard]] qint32 childOf(qint32 node, quint32 arc) const;
    [[nodiscard]] const mib::NameRecord *name(std::string_view name) const;
    [[nodiscard]] TypeInfo typeInfo(qint32 type) const;
    [[nodiscard]] QString syntaxOf(qint32 type) const;
    /// Made when first asked for, kept as long as the library.
    [[nodiscard]] const TypeInfo *namedType(QStringView qualifiedName) const;

private:
    mutable std::mutex m_mutex;
    mutable std::unordered_map<qint32, std::unique_ptr<TypeInfo>> m_types;
};

} // namespace walkabout
