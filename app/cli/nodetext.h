// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QByteArray>

namespace walkabout::nodetext {

/// Everything known about a node, for a person to read: several lines, without the last line break.
[[nodiscard]] QString page(const NodeRef &node, const Library &library);
/// "1.3.6.1.2.1.2.2.1.8  IF-MIB::ifOperStatus  column  INTEGER", one line of a dump.
[[nodiscard]] QString dumpLine(const NodeRef &node);
/// The node as one JSON object; brief leaves the texts out. more (JSON object members, may be empty) is appended.
[[nodiscard]] QByteArray json(const NodeRef &node, QByteArrayView instance = {});
/// The first sentence-like line of a description.
[[nodiscard]] QString firstLine(const QString &description);

} // namespace walkabout::nodetext
