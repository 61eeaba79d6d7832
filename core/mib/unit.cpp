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

/// What the spans of a module name is copied, each string behind its offset in the source.
class Unit::Filling final {
public:
    Filling(const Module &module, Packing &packing)
        : m_module(module)
        , m_packing(packing)
        , m_base(packing.texts.size()) {}

    /// The arrays in their order, the head before them.
    void fill();

private:
    [[nodiscard]] Span string(Span span) {
        if (span.isEmpty())
            return {};
        LargePool &strings = m_packing.strings;
        strings.append(reinterpret_cast<const char *>(&span.begin), sizeof span.begin);
        const auto begin = quint32(strings.size());
        strings += m_module.view(span);
        return {begin, quint32(strings.size())};
    }
    [[nodiscard]] Span text(Span span) {
        if (span.isEmpty())
            return {};
        const auto begin = quint32(m_packing.texts.size() - m_base);
        m_packing.texts += m_module.view(span);
        return {begin, quint32(m_packing.texts.size() - m_base)};
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
    [[nodiscard]] OidPart part(OidPart from) {
        from.module = string(from.module);
        if (!from.name.isEmpty())
            from.name = again(from.name);
        return from;
    }
    /// What the one before says too, as the columns of a row do of their parent, is kept once.
    [[nodiscard]] Span again(Span span) {
        if (m_module.view(span) != m_module.view(m_last))
            m_lastPacked = string(span);
        m_last = span;
        return m_lastPacked;
    }
    template <class T>
    void append(const T &one) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        m_packing.arrays.append(reinterpret_cast<const char *>(&one), sizeof one);
    }

    const Module &m_module;
    Packing &m_packing;
    size_t m_base;
    Span m_last;
    Span m_lastPacked;
};

void Unit::Filling::fill() {
    m_packing.arrays.clear();
    m_packing.strings.clear();
    m_packing.extras.clear();
    Head head;
    head.name = string(m_module.name);
    head.lastUpdated = string(m_module.lastUpdated);
    head.organization = string(m_module.organization);
    head.contact = text(m_module.contact);
    head.description = text(m_module.description);
    head.line = quint32(m_module.line);
    head.flags = (m_module.usesV2 ? UsesV2 : 0U) | (m_module.hasIdentity ? HasIdentity : 0U);
    head.enums = quint32(m_module.enums.size());
    head.ranges = quint32(m_module.ranges.size());
    head.revisions = quint32(m_module.revisions.size());
    head.imports = quint32(m_module.imports.size());
    head.symbols = quint32(m_module.symbols.size());
    head.definitions = quint32(m_module.definitions.size());
    head.oids = quint32(m_module.oids.size());
    head.mentions = quint32(m_module.mentions.size());
    append(head); // what is known only at the end is put into it then
    for (const NamedNumber &item : m_module.enums)
        append(NamedNumber{string(item.label), item.number});
    for (const Range &range : m_module.ranges)
        append(range);
    for (const Module::Revision &revision : m_module.revisions)
        append(Module::Revision{string(revision.date), text(revision.description)});
    for (const Module::Import &import : m_module.imports)
        append(Module::Import{string(import.module), import.symbols});
    for (const Span symbol : m_module.symbols)
        append(string(symbol));
    for (const Definition &one : m_module.definitions)
        append(PackedDefinition::pack(definition(one), m_packing.extras));
    for (const DefinitionExtra &extra : m_packing.extras)
        append(extra);
    for (const OidPart &one : m_module.oids)
        append(part(one));
    for (const Mention &mention : m_module.mentions)
        append(Mention{string(mention.module), string(mention.name), mention.implied});
    head.extras = quint32(m_packing.extras.size());
    head.strings = quint32(m_packing.strings.size());
    std::memcpy(m_packing.arrays.data(), &head, sizeof head);
}

Unit Unit::pack(const Module &module, Packing &packing) {
    Filling(module, packing).fill();
    const size_t arrays = packing.arrays.size();
    const size_t strings = packing.strings.size();
    Unit unit;
    unit.m_own = std::make_unique_for_overwrite<char[]>(arrays + strings);
    std::memcpy(unit.m_own.get(), packing.arrays.data(), arrays);
    std::memcpy(unit.m_own.get() + arrays, packing.strings.data(), strings);
    (void)unit.lay({unit.m_own.get(), qsizetype(arrays + strings)});
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
