// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace walkabout {

/// Where this person's files live: the XDG folders under walkabout/, or all below one folder (--config-dir).
struct Places {
    QString config; // devices, settings, engine
    QString data; // MIBs added, trap journal
    QString cache; // compiled library

    static Places standard();
    static Places below(const QString &folder);
    [[nodiscard]] QString mibFolder() const;
    /// Of walks that were pasted.
    [[nodiscard]] QString recordingFolder() const;
};

} // namespace walkabout
