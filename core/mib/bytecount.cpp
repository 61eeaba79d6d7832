// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/bytecount.h"

#include <algorithm>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace walkabout::mib {

size_t countOf(std::string_view bytes, char wanted) {
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    size_t found = 0;
#ifdef __SSE2__
    constexpr std::ptrdiff_t Most = 255; // rounds that a count of eight bits holds
    const __m128i needle = _mm_set1_epi8(wanted);
    while (end - at >= 16) {
        __m128i counts = _mm_setzero_si128();
        for (std::ptrdiff_t rounds = std::min((end - at) / 16, Most); rounds > 0; --rounds, at += 16) {
            const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
            counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(sixteen, needle)); // equal is -1
        }
        const __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
        found += size_t(_mm_cvtsi128_si32(sums)) + size_t(_mm_cvtsi128_si32(_mm_srli_si128(sums, 8)));
    }
#endif
    return found + size_t(std::count(at, end, wanted));
}

} // namespace walkabout::mib
