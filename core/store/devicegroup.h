// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Groups of devices are paths of names, "Zurich/Core": a device names its own, and those above it are there with it.
namespace walkabout::devicegroup {

/// Without empty names and blanks around them; empty: no group.
[[nodiscard]] QString tidy(const QString &path);
[[nodiscard]] QString name(const QString &path);
/// Empty: it stands at the top.
[[nodiscard]] QString parent(const QString &path);
[[nodiscard]] QString below(const QString &parent, const QString &name);
/// The group itself, or one inside it. Everything is within the empty one.
[[nodiscard]] bool isWithin(const QString &path, const QString &group);
/// The path once the group around it is called otherwise; as it is where it is not within that.
[[nodiscard]] QString moved(const QString &path, const QString &from, const QString &to);
/// These and all above them, each once, as a person sorts them: what is inside a group stands behind it.
[[nodiscard]] QStringList whole(const QStringList &paths);

} // namespace walkabout::devicegroup
