// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/sourcenames.h"
#include "core/trap/traprecord.h"
#include "core/work/describe.h"

namespace walkabout {

/// Rows of the journal as text that leaves the program.
namespace notificationlines {

/// One as one line for a person: when, from where, what, with which varbinds.
[[nodiscard]] QString text(const TrapRecord &record, const Library::Pointer &library);
/// Whether communities that were received stand in it.
enum class Communities { Left, Shown };
/// As one JSON object.
[[nodiscard]] QByteArray json(
    const TrapRecord &record, const Library::Pointer &library, Communities communities = Communities::Shown);
/// The columns of csv(), as its first line.
[[nodiscard]] QByteArray csvHead();
/// One row for a spreadsheet, without communities.
[[nodiscard]] QByteArray csv(const TrapRecord &record, const Describe &describe, const SourceNames &names);
/// As snmptrapd -On prints it: a line of its sender and its time, then its varbinds; the community masked. The port
/// that it came to is not kept, and not told.
[[nodiscard]] QByteArray trapd(const TrapRecord &record);

} // namespace notificationlines
} // namespace walkabout
