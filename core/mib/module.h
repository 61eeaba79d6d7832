// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/source.h"
#include "core/mib/types.h"

#include <memory>
#include <span>
#include <vector>

namespace walkabout::mib {

/// Some consecutive entries of one of the module's vectors.
struct Slice {
    quint32 first = 0;
    quint32 count = 0;

    [[nodiscard]] bool isEmpty() const { return count == 0; }
    friend bool operator==(const Slice &, const Slice &) = default;
};

/// Those entries; none where the slice goes outside.
template <class T>
[[nodiscard]] std::span<const T> sliced(std::span<const T> all, Slice slice) {
    return slice.first > all.size() || slice.count > all.size() - slice.first ? std::span<const T>()
                                                                              : all.subspan(slice.first, slice.count);
}
template <class T, class Allocator>
[[nodiscard]] std::span<const T> sliced(const std::vector<T, Allocator> &all, Slice slice) {
    return sliced(std::span<const T>(all), slice);
}

/// One part of { iso org(3) 6 }: a name, a number or both; with the module where "IF-MIB.ifEntry" is written.
struct OidPart {
    Span module;
    Span name;
    quint32 number = 0;
    bool hasNumber = false;
};

struct NamedNumber {
    Span label;
    qint64 number = 0;
};

/// The mention of another definition in a list: INDEX, OBJECTS, MANDATORY-GROUPS.
struct Mention {
    Span module;
    Span name;
    bool implied = false;
};

/// What stands after SYNTAX or in a type assignment.
struct Syntax {
    enum Form : quint8 { Absent, Named, SequenceOf, Sequence, Choice };

    Span name; // of the type, "OCTET STRING" with the blank; of the rows where SequenceOf
    Span module;
    Slice enums;
    Slice ranges;
    Slice sizes;
    Form form = Absent;
    BaseType keyword = BaseType::None; // of INTEGER, OCTET STRING, OBJECT IDENTIFIER, BITS
};

/// One definition of a module. Texts and names are spans of the source; lists are slices of the module's vectors.
struct Definition {
    enum Kind : quint8 {
        Value, // OBJECT IDENTIFIER
        ModuleIdentity,
        ObjectIdentity,
        ObjectType,
        Notification,
        Trap,
        Group,
        Compliance,
        Capabilities,
        Type,
        TextualConvention,
    };

    Kind kind = Value;
    Access access = Access::None;
    Status status = Status::None;
    Span name;
    int line = 0;
    int column = 0;
    Syntax syntax;
    Span units;
    Span hint;
    Span description;
    Span reference;
    Span defaultValue;
    Slice oid; // of a TRAP-TYPE: its enterprise
    Slice index;
    Slice augments;
    Slice members;
    quint32 trapNumber = 0;

    [[nodiscard]] bool isType() const { return kind == Type || kind == TextualConvention; }
};

/// One module as it was parsed: whatever could be made out, with what was wrong. Holds its source; the rest are flat
/// vectors.
struct Module {
    struct Import {
        Span module;
        Slice symbols;
    };
    struct Revision {
        Span date;
        Span description;
    };

    std::shared_ptr<const Source> source;
    Span name;
    int line = 0;
    bool usesV2 = false; // what only SMIv2 has occurs in it
    bool hasIdentity = false;
    Span lastUpdated;
    Span organization;
    Span contact;
    Span description;
    std::vector<Revision> revisions;
    std::vector<Import> imports;
    std::vector<Span> symbols;
    std::vector<Definition> definitions;
    std::vector<OidPart> oids;
    std::vector<NamedNumber> enums;
    std::vector<Range> ranges;
    std::vector<Mention> mentions;
    QList<Diagnostic> diagnostics;

    [[nodiscard]] std::string_view view(Span span) const { return source->view(span); }
    [[nodiscard]] QString text(Span span) const { return decodeText(view(span)); }
    /// A new one, with the memory that this one's vectors had.
    [[nodiscard]] static Module emptied(Module &&used);
};

inline Module Module::emptied(Module &&used) {
    Module empty;
    const auto take = [](auto &to, auto &from) {
        to = std::move(from);
        to.clear();
    };
    take(empty.revisions, used.revisions);
    take(empty.imports, used.imports);
    take(empty.symbols, used.symbols);
    take(empty.definitions, used.definitions);
    take(empty.oids, used.oids);
    take(empty.enums, used.enums);
    take(empty.ranges, used.ranges);
    take(empty.mentions, used.mentions);
    return empty;
}

} // namespace walkabout::mib
