// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/username.h"

#include <array>

#include <pwd.h>

namespace walkabout {

QString userName(quint32 id) {
    std::array<char, 16384> room{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(id, &entry, room.data(), room.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(id);
}

} // namespace walkabout
