// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/largetable.h"

#include <cstdint>
#include <new>

#include <sys/mman.h>

namespace walkabout::mib {

namespace {

constexpr size_t LargePage = size_t(2) << 20U;
constexpr size_t Least = LargePage / 2; // less than this leaves too much of a large page idle

size_t inPages(size_t bytes) { return (bytes + LargePage - 1) / LargePage * LargePage; }

} // namespace

void *takeRoom(size_t bytes) {
    if (bytes < Least)
        return ::operator new(bytes);
    // One page more than needed, so that whole large pages lie in it; what is around them goes back.
    const size_t size = inPages(bytes);
    void *const mapped = ::mmap(nullptr, size + LargePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    char *const begin = static_cast<char *>(mapped);
    const size_t before = (LargePage - reinterpret_cast<std::uintptr_t>(begin) % LargePage) % LargePage;
    if (before > 0)
        ::munmap(begin, before);
    ::munmap(begin + before + size, LargePage - before);
    ::madvise(begin + before, size, MADV_HUGEPAGE); // an advice: where it is not heeded, the pages are small
    return begin + before;
}

void giveRoom(void *room, size_t bytes) noexcept {
    if (bytes < Least)
        ::operator delete(room);
    else
        ::munmap(room, inPages(bytes));
}

} // namespace walkabout::mib
