// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/database.h"
#include "core/trap/traprecord.h"

#include <functional>

namespace walkabout {

/// Reads rows back as records: the bytes are decoded anew, by our own reader. Used by the thread of its database, which
/// outlives it.
class JournalRows final {
public:
    explicit JournalRows(Database &database);

    /// nullopt: there is none, or no longer.
    [[nodiscard]] std::optional<TrapRecord> at(quint32 id);
    /// From this number on, in order, at most so many; the number of the last one, 0: there are none.
    quint32 from(quint32 id, int most, const std::function<void(const TrapRecord &)> &each);

private:
    Statement m_one;
    Statement m_several;
};

} // namespace walkabout
