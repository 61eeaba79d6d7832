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

    /// What is not known here is taken from there.
    void complete(const Secrets &from) {
        for (const auto member :
            {&Secrets::readCommunity, &Secrets::writeCommunity, &Secrets::authPassphrase, &Secrets::privPassphrase}) {
            if ((this->*member).isEmpty())
                this->*member = from.*member;
        }
    }

    friend bool operator==(const Secrets &, const Secrets &) = default;
};

} // namespace walkabout
