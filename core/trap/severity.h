// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace walkabout {

/// How much a notification matters, the least first; kept by its number in the journal. SMI has no such clause: it is
/// read out of the notification's name until a rule says otherwise.
enum class Severity : quint8 { Normal, Notice, Warning, Major, Critical };

namespace severity {

/// Of a notification's name: "linkDown" is major, "linkUp" normal, "coldStart" a warning; what says nothing is a
/// notice.
[[nodiscard]] Severity ofName(QStringView name);
/// "normal", "notice", ...: in filters, files and JSON.
[[nodiscard]] QString word(Severity severity);
[[nodiscard]] std::optional<Severity> named(QStringView word);
/// For people.
[[nodiscard]] QString text(Severity severity);

} // namespace severity
} // namespace walkabout
