// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/unit.h"

#include <cstring>
#include <type_traits>

namespace walkabout::mib {

/// How a block begins; the arrays follow, those of the widest members first.
struct Unit::Head {
    Span name;
    Span lastUpdated;
    Span organization;
    Span contact;
    Span description;
    quint32 line = 0;
    quint32 flags = 0;
    quint32 enums = 0;
    quint32 ranges = 0;
    quint32 revisions = 0;
    quint32 imports = 0;
    quint32 symbols = 0;
    quint32 definitions = 0;
    quint32 oids = 0;
    quint32 mentions = 0;
    quint32 strings = 0;
    quint32 extras = 0;
};

namespace {

enum Flag : quint32 { UsesV2 = 1, HasIdentity = 2 };

/// Copies what the spans of a module name, each string behind its offset in the source.
class Packing final {
public:
    Packing(const Module &module, std::string &texts)
        : m_module(module)
        , m_texts(texts)
        , m_base(texts.size()) {
        m_strings.reserve(module.definitions.size() * 48);
    }

    [[nodiscard]] Span string(Span span) {
        if (span.isEmpty())
            return {};
        m_strings.append(reinterpret_cast<const char *>(&span.begin), sizeof span.begin);
        const auto begin = quint32(m_strings.size());
        m_strings += m_module.view(span);
        return {begin, quint32(m_strings.size())};
    }
    [[nodiscard]] Span text(Span span) {
        if (span.isEmpty())
            return {};
        const auto begin = quint32(m_texts.size() - m_base);
        m_texts += m_module.view(span);
        return {begin, quint32(m_texts.size() - m_base)};
    }
    [[nodiscard]] Definition definition(Definition from) {
        from.name = string(from.name);
        from.syntax.name = string(from.syntax.name);
        from.syntax.module = string(from.syntax.module);
        from.units = string(from.units);
        from.hint = string(from.hint);
        from.description = text(from.description);
        from.reference = text(from.reference);
        from.defaultValue = text(from.defaultValue);
        return from;
    }
    /// What the one before says too, as the columns of a row do of their parent, is kept once.
    [[nodiscard]] Span again(Span span, Span &last, Span &lastPacked) {
        if (span.isEmpty() || m_module.view(span) != m_module.view(last))
            lastPacked = string(span);
        last = span;
        return lastPacked;
    }
    [[nodiscard]] const std::string &strings() const { return m_strings; }

private:
    const Module &m_module;
    std::string &m_texts;
    size_t m_base;
    std::string m_strings;
};

template <class T>
void append(std::string &bytes, const std::vector<T> &all) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
    bytes.append(reinterpret_cast<const char *>(all.data()), all.size() * sizeof(T));
}

template <class T>
bool take(QByteArrayView &bytes, std::span<const T> &to, quint32 count) {
    const quint64 size = quint64(count) * sizeof(T);
    if (size > quint64(bytes.size()))
        return false;
    to = {reinterpret_cast<const T *>(bytes.data()), count};
    bytes = bytes.sliced(qsizetype(size));
    return true;
}

} // namespace

Unit Unit::pack(const Module &module, std::string &texts) {
    Packing packing(module, texts);
    Module packed;
    packed.enums = module.enums;
    packed.ranges = module.ranges;
    packed.revisions = module.revisions;
    packed.imports = module.imports;
    packed.symbols = module.symbols;
    packed.oids = module.oids;
    packed.mentions = module.mentions;
    std::vector<PackedDefinition> definitions;
    std::vector<DefinitionExtra> extras;
    definitions.reserve(module.definitions.size());
    Head head;
    head.name = packing.string(module.name);
    head.lastUpdated = packing.string(module.lastUpdated);
    head.organization = packing.string(module.organization);
    head.contact = packing.text(module.contact);
    head.description = packing.text(module.description);
    head.line = quint32(module.line);
    head.flags = (module.usesV2 ? UsesV2 : 0U) | (module.hasIdentity ? HasIdentity : 0U);
    for (const Definition &definition : module.definitions)
        definitions.push_back(PackedDefinition::pack(packing.definition(definition), extras));
    for (NamedNumber &item : packed.enums)
        item.label = packing.string(item.label);
    for (Module::Revision &revision : packed.revisions)
        revision = {packing.string(revision.date), packing.text(revision.description)};
    for (Module::Import &import : packed.imports)
        import.module = packing.string(import.module);
    for (Span &symbol : packed.symbols)
        symbol = packing.string(symbol);
    Span last;
    Span lastPacked;
    for (OidPart &part : packed.oids) {
        part.module = packing.string(part.module);
        if (!part.name.isEmpty())
            part.name = packing.again(part.name, last, lastPacked);
    }
    for (Mention &mention : packed.mentions) {
        mention.module = packing.string(mention.module);
        mention.name = packing.string(mention.name);
    }
    head.enums = quint32(packed.enums.size());
    head.ranges = quint32(packed.ranges.size());
    head.revisions = quint32(packed.revisions.size());
    head.imports = quint32(packed.imports.size());
    head.symbols = quint32(packed.symbols.size());
    head.definitions = quint32(definitions.size());
    head.extras = quint32(extras.size());
    head.oids = quint32(packed.oids.size());
    head.mentions = quint32(packed.mentions.size());
    head.strings = quint32(packing.strings().size());
    std::string bytes(reinterpret_cast<const char *>(&head), sizeof head);
    append(bytes, packed.enums);
    append(bytes, packed.ranges);
    append(bytes, packed.revisions);
    append(bytes, packed.imports);
    append(bytes, packed.symbols);
    append(bytes, definitions);
    append(bytes, extras);
    append(bytes, packed.oids);
    append(bytes, packed.mentions);
    bytes += packing.strings();

    Unit unit;
    unit.m_own = std::make_unique<char[]>(bytes.size());
    std::memcpy(unit.m_own.get(), bytes.data(), bytes.size());
    (void)unit.lay({unit.m_own.get(), qsizetype(bytes.size())});
    return unit;
}

Unit Unit::over(QByteArrayView bytes) {
    Unit unit;
    if (quintptr(bytes.data()) % 8 != 0 || !unit.lay(bytes))
        return {};
    return unit;
}

bool Unit::lay(QByteArrayView bytes) {
    static_assert(sizeof(Head) % 8 == 0 && sizeof(NamedNumber) % 8 == 0 && sizeof(Range) % 8 == 0);
    Head head;
    if (size_t(bytes.size()) < sizeof head)
        return false;
    std::memcpy(&head, bytes.data(), sizeof head);
    QByteArrayView rest = bytes.sliced(sizeof head);
    if (!take(rest, enums, head.enums) || !take(rest, ranges, head.ranges) || !take(rest, revisions, head.revisions)
        || !take(rest, imports, head.imports) || !take(rest, symbols, head.symbols)
        || !take(rest, definitions, head.definitions) || !take(rest, extras, head.extras)
        || !take(rest, oids, head.oids) || !take(rest, mentions, head.mentions)
        || rest.size() != qsizetype(head.strings))
        return false;
    strings = {rest.data(), size_t(rest.size())};
    name = head.name;
    lastUpdated = head.lastUpdated;
    organization = head.organization;
    contact = head.contact;
    description = head.description;
    line = head.line;
    usesV2 = head.flags & UsesV2;
    hasIdentity = head.flags & HasIdentity;
    m_bytes = bytes;
    return true;
}

quint32 Unit::sourceOffset(quint32 begin) const {
    quint32 offset = 0;
    if (begin >= sizeof offset && begin <= strings.size())
        std::memcpy(&offset, strings.data() + begin - sizeof offset, sizeof offset);
    return offset;
}

} // namespace walkabout::mib
