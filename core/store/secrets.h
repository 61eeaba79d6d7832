// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

namespace walkabout {

/// The secrets of one device. An empty one is not known. Writing never uses the read community.
struct Secrets {
    Secret readCommunity;
    Secret writeCommunity;
    Secret authPassphrase;
    Secret privPassphrase;

    friend bool operator==(const Secrets &, const Secrets &) = default;
};

} // namespace walkabout
