// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/database.h"

namespace walkabout {

/// The journal's tables. Small heads in the order of arrival, which every filter reads; bodies with the bytes, read for
/// the rows in view; sources and kinds (notification OIDs) by number; a word index in parts that are dropped whole.
namespace journaltables {

inline constexpr int Version = 1; // PRAGMA user_version; a migration from each earlier one
inline constexpr int WordPartShift = 18; // a part of the word index holds 2^18 rows

/// What stands in head.flags.
enum Flag : qint64 {
    Inform = 0x1,
    Hidden = 0x2,
    Unreadable = 0x4,
    Lost = 0x8,
    Tcp = 0x10,
};

/// There is no file, an empty one, or one whose head says that it is a trap journal: for a file that a person names,
/// which is not renamed or changed where it is something else.
[[nodiscard]] bool mayBeJournal(const QString &path);
/// Makes the tables or brings them to this version; a failure: a newer one (NewerFile), damaged or not writable.
[[nodiscard]] std::optional<Failure> prepare(Database &database);
/// Opened to be read: can this version read it?
[[nodiscard]] std::optional<Failure> check(Database &database);
/// "words_7".
[[nodiscard]] QByteArray wordTable(qint64 part);

} // namespace journaltables
} // namespace walkabout
