// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/librarytables.h"
#include "core/mib/packeddefinition.h"

#include <QByteArrayView>

#include <span>
#include <string>

namespace walkabout::mib {

/// A parsed module packed for linking, its source let go: one block of bytes that is kept as it is in the compiled
/// library's file for the next compilation. Spans are of its own strings, but those of texts (description, reference,
/// default value, contact): these count from where the module's texts begin in the library's. Whoever reads it meets
/// no bad offset: a span outside is empty.
class Unit final {
public:
    /// What packing one module after another works with: memory that was touched once is used again. The texts grow
    /// until whoever packs takes them.
    struct Packing {
        LargePool texts;
        LargePool arrays;
        LargePool strings;
        LargeTable<DefinitionExtra> extras;
    };

    Unit() = default;
    /// Appends the module's texts to those of packing.
    static Unit pack(const Module &module, Packing &packing);
    /// Of bytes that pack() made, kept alive by whoever calls; no name: they do not fit.
    static Unit over(QByteArrayView bytes);

    [[nodiscard]] std::string_view view(Span span) const {
        return span.begin > span.end || span.end > strings.size() ? std::string_view()
                                                                  : strings.substr(span.begin, span.end - span.begin);
    }
    [[nodiscard]] QString text(Span span) const { return decodeText(view(span)); }
    /// Where a string stands in the source.
    [[nodiscard]] quint32 sourceOffset(quint32 begin) const;
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }

    Span name;
    Span lastUpdated;
    Span organization;
    Span contact;
    Span description;
    quint32 line = 0;
    bool usesV2 = false;
    bool hasIdentity = false;
    std::span<const NamedNumber> enums;
    std::span<const Range> ranges;
    std::span<const Module::Revision> revisions;
    std::span<const Module::Import> imports;
    std::span<const Span> symbols;
    std::span<const PackedDefinition> definitions;
    std::span<const DefinitionExtra> extras;
    std::span<const OidPart> oids;
    std::span<const Mention> mentions;
    std::string_view strings;
    quint32 textsOffset = 0; // where its texts begin among the library's

    /// A text's place among the library's.
    [[nodiscard]] Text place(Span text) const {
        return text.isEmpty() ? Text() : Text{textsOffset + text.begin, text.end - text.begin};
    }

private:
    struct Head;
    class Filling;
    [[nodiscard]] bool lay(QByteArrayView bytes);

    std::unique_ptr<char[]> m_own;
    QByteArrayView m_bytes;
};

} // namespace walkabout::mib
