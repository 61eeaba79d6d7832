// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace walkabout::mib {

/// The files within a zip, a tar or a compressed file, read by libarchive; bounded, since an archive may promise more
/// than a disk holds. Names are names: nothing is ever written under them. Archives within are handed over as the files
/// that they are.
class Archive final {
public:
    static constexpr qint64 MostBytes = 1'000'000'000; // of all members together
    static constexpr qint64 MostOfOne = 200'000'000;
    static constexpr int MostMembers = 100'000;

    /// By its first bytes.
    [[nodiscard]] static bool isOne(const QString &path);

    /// Calls member for each file within, with its path there and its bytes, until it returns false. What is wrong with
    /// the archive as a whole (damaged, encrypted, too large) comes back; what was handed over before stays good.
    [[nodiscard]] static std::optional<Diagnostic> read(
        const QString &path, const std::function<bool(const QString &, QByteArray)> &member);
};

} // namespace walkabout::mib
