// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/mib/nodefilter.h"

#include <atomic>

namespace walkabout {

/// What is searched for; a value for a pool thread. "IF-MIB::status" searches in one module; all words must occur.
struct SearchQuery {
    enum Part : quint8 {
        Names, // ranked: exact, prefix, word, substring of names; then OIDs; then enum labels: within 30 ms
        Descriptions, // words in descriptions, what Names finds left out: follows within 300 ms
    };

    QString text;
    Part part = Names;
    NodeFilter filter;
    int limit = 200;
};

/// Indexes of nodes for Library::at(), the likeliest first; a pure function, fit for any thread. Ends early with what
/// it has when cancelled becomes true.
[[nodiscard]] QList<qint32> search(
    const Library &library, const SearchQuery &query, const std::atomic<bool> *cancelled = nullptr);

} // namespace walkabout
