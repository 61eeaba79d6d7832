// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/modulecheck.h"

#include "core/mib/asciibyte.h"
#include "core/mib/wellknown.h"

#include <algorithm>
#include <charconv>

namespace walkabout::mib {

namespace {

/// 'ff'H and '01'B: how many digits, of which radix; 0: it is neither.
struct Digits {
    int radix = 0;
    size_t count = 0;
};

Digits digitsOf(std::string_view value) {
    if (value.size() < 3 || value.front() != '\'' || value[value.size() - 2] != '\'')
        return {};
    const char kind = value.back();
    const int radix = kind == 'H' || kind == 'h' ? 16 : kind == 'B' || kind == 'b' ? 2 : 0;
    const std::string_view inner = value.substr(1, value.size() - 3);
    return {radix, size_t(std::ranges::count_if(inner, [](char c) { return c > ' '; }))};
}

} // namespace

/// Follows the module's own types; what an imported one is, only the resolver knows.
ModuleCheck::KnownType ModuleCheck::typeOf(const Syntax &syntax) const {
    constexpr int Deepest = 16;
    KnownType known;
    const Syntax *at = &syntax;
    for (int depth = 0; depth < Deepest; ++depth) {
        if (known.enums.isEmpty())
            known.enums = at->enums;
        if (known.ranges.isEmpty())
            known.ranges = at->ranges;
        known.base = at->keyword;
        if (at->form != Syntax::Named || known.base != BaseType::None)
            break;
        const auto own = m_types.find(m_module.view(at->name));
        if (own == m_types.end()) {
            known.base = wellknown::baseType(m_module.view(at->name)).value_or(BaseType::None);
            break;
        }
        at = &own->second->syntax;
    }
    return known;
}

/// RFC 2578 7.9, as far as the module alone tells.
void ModuleCheck::checkDefault(const Definition &definition) {
    if (definition.defaultValue.isEmpty())
        return;
    const std::string_view value = m_module.view(definition.defaultValue);
    const Digits digits = digitsOf(value);
    if (digits.radix == 16 && digits.count % 2 != 0)
        m_reporter.warn("hex-length", definition.defaultValue.begin,
            tr("Two digits make an octet; here is one too few. Write a 0 before the first."));
    if (digits.radix == 2 && digits.count % 8 != 0)
        m_reporter.warn("binary-length", definition.defaultValue.begin,
            tr("Eight digits make an octet; here are some too few. Write 0s before the first."));
    const KnownType type = typeOf(definition.syntax);
    if (type.base == BaseType::None || digits.radix != 0)
        return;
    const bool isInteger = type.base == BaseType::Integer32 || type.base == BaseType::Unsigned32
        || type.base == BaseType::Gauge32 || type.base == BaseType::TimeTicks;
    const char begin = value.front();
    if (begin == '{' && type.base == BaseType::Bits) {
        checkDefaultBits(definition, type);
    } else if (isDigit(begin) || begin == '-') {
        checkDefaultNumber(definition, type);
    } else if (begin == '"' ? isInteger || type.base == BaseType::Bits : begin == '{' && isInteger) {
        m_reporter.warn("defval-type", definition.defaultValue.begin,
            tr("The default value of %1 is of another type than its SYNTAX.")
                .arg(m_module.text(definition.name).left(64)));
    } else if (begin != '"' && begin != '{' && type.base == BaseType::Integer32 && !type.enums.isEmpty()
        && std::ranges::none_of(sliced(m_module.enums, type.enums),
            [&](const NamedNumber &item) { return m_module.view(item.label) == value; })) {
        m_reporter.warn("defval-label", definition.defaultValue.begin,
            tr("%1 is no label of %2. Use one that its SYNTAX names.")
                .arg(m_module.text(definition.defaultValue).left(64), m_module.text(definition.name).left(64)));
    }
}

void ModuleCheck::checkDefaultNumber(const Definition &definition, const KnownType &type) {
    const std::string_view value = m_module.view(definition.defaultValue);
    const QString name = m_module.text(definition.name).left(64);
    if (!type.enums.isEmpty()) {
        m_reporter.warn("defval-type", definition.defaultValue.begin,
            tr("The default value of %1 is a number where a label should stand. Write the label.").arg(name));
        return;
    }
    if (type.base == BaseType::OctetString || type.base == BaseType::Bits) {
        m_reporter.warn("defval-type", definition.defaultValue.begin,
            tr("The default value of %1 is of another type than its SYNTAX.").arg(name));
        return;
    }
    qint64 number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const auto ranges = sliced(m_module.ranges, type.ranges);
    if (error != std::errc() || end != value.data() + value.size() || ranges.empty())
        return;
    const bool fits = std::ranges::any_of(ranges, [number](const Range &range) {
        return range.isUnsigned
            ? number >= 0 && quint64(number) >= quint64(range.low) && quint64(number) <= quint64(range.high)
            : number >= range.low && number <= range.high;
    });
    if (!fits)
        m_reporter.warn("defval-range", definition.defaultValue.begin,
            tr("The default value of %1 lies outside of its range.").arg(name));
}

/// { } and { one, two }, between the braces of DEFVAL.
void ModuleCheck::checkDefaultBits(const Definition &definition, const KnownType &type) {
    const std::string_view value = m_module.view(definition.defaultValue);
    const auto items = sliced(m_module.enums, type.enums);
    if (items.empty())
        return;
    const auto isPart = [](char c) { return c > ' ' && c != ',' && c != '{' && c != '}'; };
    for (auto at = std::ranges::find_if(value, isPart); at != value.end();) {
        const auto end = std::find_if_not(at, value.end(), isPart);
        const std::string_view label = value.substr(size_t(at - value.begin()), size_t(end - at));
        if (std::ranges::none_of(items, [&](const NamedNumber &item) { return m_module.view(item.label) == label; })) {
            m_reporter.warn("defval-label", definition.defaultValue.begin + quint32(at - value.begin()),
                tr("%1 is no bit of %2. Use one that its SYNTAX names.")
                    .arg(decodeText(label).left(64), m_module.text(definition.name).left(64)));
            return;
        }
        at = std::find_if(end, value.end(), isPart);
    }
}

} // namespace walkabout::mib
