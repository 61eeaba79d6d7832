// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QByteArray>

namespace walkabout::nodetext {

/// Everything known about a node, for a person to read: several lines, without the last line break.
[[nodiscard]] QString page(const NodeRef &node, const Library &library);
/// "1.3.6.1.2.1.2.2.1.8 IF-MIB::ifOperStatus column INTEGER { up(1), ... }; access read-only", one line of a dump: also
/// hint, units, index and augments where there are any.
[[nodiscard]] QString dumpLine(const NodeRef &node);
/// "- MODULE::name unplaced: reason (file:line)": it has no OID.
[[nodiscard]] QString unplacedLine(const Unplaced &unplaced);
/// The node as one JSON object, the instance (JSON, may be empty) as its last member.
[[nodiscard]] QByteArray json(const NodeRef &node, QByteArrayView instance = {});
/// The first sentence-like line of a description.
[[nodiscard]] QString firstLine(const QString &description);

} // namespace walkabout::nodetext
