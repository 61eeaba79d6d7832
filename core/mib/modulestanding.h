// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace walkabout::mib {

/// How a module fares against others when both name a node; the first difference decides, the smaller wins.
struct ModuleStanding {
    bool superseded = false;
    bool notSmi = true;
    int tier = 0;
    bool noIdentity = true;
    QString lastUpdated;
    std::vector<quint32> identity;
};

} // namespace walkabout::mib
