// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/largetable.h"
#include "core/mib/module.h"

namespace walkabout::mib {

/// What few definitions have; kept apart, since a large collection has a million that do without.
struct DefinitionExtra {
    Span syntaxModule;
    Slice enums;
    Slice ranges;
    Slice sizes;
    Span units;
    Span hint;
    Span reference;
    Span defaultValue;
    Slice index;
    Slice augments;
    Slice members;
    quint32 trapNumber = 0;

    friend bool operator==(const DefinitionExtra &, const DefinitionExtra &) = default;
};

/// A definition in a unit: a third of its size.
struct PackedDefinition {
    static constexpr quint32 NoExtra = 0xffffffff;

    quint8 kind = 0;
    quint8 access = 0;
    quint8 status = 0;
    quint8 form = 0;
    quint8 keyword = 0;
    Span name;
    Span syntaxName;
    Span description;
    Slice oid;
    quint32 line = 0;
    quint32 column = 0;
    quint32 extra = NoExtra;

    [[nodiscard]] static PackedDefinition pack(const Definition &from, LargeTable<DefinitionExtra> &extras);
    [[nodiscard]] Syntax syntax(std::span<const DefinitionExtra> extras) const;
    [[nodiscard]] Definition unpacked(std::span<const DefinitionExtra> extras) const;

private:
    [[nodiscard]] const DefinitionExtra &rest(std::span<const DefinitionExtra> extras) const;
};

} // namespace walkabout::mib
