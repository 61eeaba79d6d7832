// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/wordfinder.h"

#include <algorithm>
#include <bit>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace walkabout::mib {

namespace {

constexpr char CaseBit = 0x20;

char foldOf(char c) { return c >= 'a' && c <= 'z' ? CaseBit : char(0); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c | CaseBit) : c; }

} // namespace

WordFinder::WordFinder(std::string lowerWord)
    : m_word(std::move(lowerWord))
    , m_firstFold(foldOf(m_word.front()))
    , m_lastFold(foldOf(m_word.back())) {}

bool WordFinder::standsAt(const char *text) const {
    return std::equal(m_word.begin(), m_word.end(), text, [](char a, char b) { return a == lower(b); });
}

size_t WordFinder::find(std::string_view text, size_t from) const {
    const size_t size = m_word.size();
    if (from > text.size() || text.size() - from < size)
        return std::string_view::npos;
    const char *at = text.data() + from;
    const char *const end = text.data() + text.size() - size + 1; // no place begins here or later
#ifdef __SSE2__
    // The first and the last letter of the word at sixteen places; what has both is looked at.
    const __m128i first = _mm_set1_epi8(m_word.front());
    const __m128i last = _mm_set1_epi8(m_word.back());
    const __m128i firstFold = _mm_set1_epi8(m_firstFold);
    const __m128i lastFold = _mm_set1_epi8(m_lastFold);
    const auto load = [](const char *bytes) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes)); };
    for (; end - at >= 16; at += 16) {
        const __m128i begins = _mm_cmpeq_epi8(_mm_or_si128(load(at), firstFold), first);
        const __m128i ends = _mm_cmpeq_epi8(_mm_or_si128(load(at + size - 1), lastFold), last);
        auto places = unsigned(_mm_movemask_epi8(_mm_and_si128(begins, ends)));
        for (; places != 0; places &= places - 1)
            if (const char *const place = at + std::countr_zero(places); standsAt(place))
                return size_t(place - text.data());
    }
#endif
    for (; at < end; ++at)
        if (standsAt(at))
            return size_t(at - text.data());
    return std::string_view::npos;
}

} // namespace walkabout::mib
