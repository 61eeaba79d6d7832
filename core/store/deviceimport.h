// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/credentialprofile.h"

namespace walkabout {

/// What a file offers to be saved: devices, profiles, groups, favourites, with the secrets that it told, and what of it
/// could not be read. A value; secrets go to the secret store alone.
struct DeviceImport {
    struct Problem {
        int line = 0; // 1-based; 0: of the whole file
        QString text;
        bool isError = true; // false: of what the file holds beside devices, nothing is lost

        friend bool operator==(const Problem &, const Problem &) = default;
    };
    template <class T>
    struct Offer {
        T value;
        Secrets secrets;
        int line = 0; // 1-based; 0: it stands in no line of its own

        friend bool operator==(const Offer &, const Offer &) = default;
    };

    QList<Offer<Device>> devices;
    QList<Offer<CredentialProfile>> profiles;
    QStringList groups;
    QStringList favourites;
    QList<Problem> problems;

    [[nodiscard]] bool isEmpty() const { return devices.isEmpty() && profiles.isEmpty() && favourites.isEmpty(); }

    /// A file of any kind that is known: a project, net-snmp's snmp.conf, or a table with a header.
    [[nodiscard]] static Result<DeviceImport> open(const QString &path);
    /// By its name or its suffix; whether it can be read shows when it is opened.
    [[nodiscard]] static bool looksImportable(const QString &path);
};

} // namespace walkabout
