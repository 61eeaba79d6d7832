// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recordedline.h"

#include <optional>

namespace walkabout {

/// One line of a SimpleAgentPro walk: "OID , Type , value", octets that are no text as 0x and hex.
class SapWalk final {
public:
    /// nullopt: not a line of this kind.
    static std::optional<RecordedLine> read(QByteArrayView line);
};

} // namespace walkabout
