// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/modulecheck.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace walkabout::mib {

namespace {

// Up to here, to compare each with each is faster than to sort.
constexpr size_t Few = 16;

template <class T, class Key>
bool isPlainlySingle(const std::vector<const T *> &all, Key key) {
    if (std::ranges::adjacent_find(all, [&](const T *a, const T *b) { return !(key(a) < key(b)); }) == all.end())
        return true;
    if (all.size() > Few)
        return false;
    for (size_t i = 1; i < all.size(); ++i)
        for (size_t k = 0; k < i; ++k)
            if (key(all[k]) == key(all[i]))
                return false;
    return true;
}

/// Sorts them by the key where it must.
template <class T, class Key>
const T *firstDouble(std::vector<const T *> &all, Key key) {
    if (isPlainlySingle(all, key))
        return nullptr;
    std::ranges::stable_sort(all, {}, key);
    const auto found = std::ranges::adjacent_find(all, {}, key);
    return found == all.end() ? nullptr : *std::next(found);
}

} // namespace

void ModuleCheck::checkDefinitions() {
    for (const Definition &definition : m_module.definitions)
        if (definition.isType())
            m_types.emplace(m_module.view(definition.name), &definition);
    for (const Definition &definition : m_module.definitions) {
        checkEnums(definition);
        checkRanges(definition, definition.syntax.ranges);
        checkRanges(definition, definition.syntax.sizes);
        checkDefault(definition);
    }
}

void ModuleCheck::checkEnums(const Definition &definition) {
    const auto items = sliced(m_module.enums, definition.syntax.enums);
    if (items.empty())
        return;
    std::vector<const NamedNumber *> all;
    for (const NamedNumber &item : items) {
        all.push_back(&item);
        const char begin = m_module.view(item.label).front();
        if ((begin < 'a' || begin > 'z') && !std::exchange(m_saidUpperCase, true))
            m_reporter.warn("label-upper-case", item.label.begin,
                tr("%1: a label begins with a lower-case letter; so may others here.")
                    .arg(m_module.text(item.label).left(64)));
    }
    const bool isBits = definition.syntax.keyword == BaseType::Bits;
    const bool ascends = std::ranges::is_sorted(items, {}, &NamedNumber::number);
    if (const auto *item = firstDouble(all, [this](const NamedNumber *one) { return m_module.view(one->label); }))
        m_reporter.warn("duplicate-label", item->label.begin,
            tr("%1 stands twice in this list. Give each number a label of its own.")
                .arg(m_module.text(item->label).left(64)));
    if (const auto *item = firstDouble(all, [](const NamedNumber *one) { return one->number; }))
        m_reporter.warn("duplicate-number", item->label.begin,
            tr("%1 has the number %2 of another label. Give each label a number of its own.")
                .arg(m_module.text(item->label).left(64))
                .arg(item->number));
    if (!ascends)
        note("number-order", items.front().label.begin, tr("The numbers of this list are not in ascending order."));
    if (!isBits)
        return;
    constexpr qint64 Usual = 127;
    constexpr qint64 Most = 65535LL * 8 - 1;
    const auto [least, most] = std::ranges::minmax_element(all, {}, &NamedNumber::number);
    if ((*least)->number < 0 || (*most)->number > Most)
        m_reporter.warn("bit-number", ((*least)->number < 0 ? *least : *most)->label.begin,
            tr("A bit has a number between 0 and %1.").arg(Most));
    else if ((*most)->number > Usual)
        note("bit-number-large", (*most)->label.begin,
            tr("Some implementations do not take bits beyond %1.").arg(Usual));
    if ((*least)->number > 0)
        note("bit-zero-unnamed", items.front().label.begin, tr("The first bit, bit 0, has no name."));
}

/// RFC 2578 9: ascending, disjoint. A range that ends before it begins is the parser's to tell.
void ModuleCheck::checkRanges(const Definition &definition, Slice slice) {
    const auto ranges = sliced(m_module.ranges, slice);
    for (size_t i = 1; i < ranges.size(); ++i) {
        const Range &before = ranges[i - 1];
        const Range &range = ranges[i];
        const bool above = range.isUnsigned ? quint64(range.low) > quint64(std::max<qint64>(before.high, 0))
                                            : !before.isUnsigned && range.low > before.high;
        if (above)
            continue;
        const bool overlaps = !range.isUnsigned && !before.isUnsigned && range.high >= before.low;
        if (overlaps)
            m_reporter.warn("range-overlap", definition.name.begin,
                tr("%1: two of its ranges overlap.").arg(m_module.text(definition.name).left(64)));
        else
            note("range-order", definition.name.begin,
                tr("%1: its ranges are not in ascending order.").arg(m_module.text(definition.name).left(64)));
        return;
    }
}

} // namespace walkabout::mib
