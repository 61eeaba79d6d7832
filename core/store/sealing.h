// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <optional>

/// libsodium's two pieces that the vault stands on: a key from a pass-phrase (Argon2id, RFC 9106) and the sealed box
/// (XSalsa20-Poly1305). Pure functions, for any thread.
namespace walkabout::sealing {

/// What one guess of the pass-phrase costs.
struct Cost {
    quint64 passes = 0;
    quint64 memory = 0; // bytes

    /// Near a second of one core and 256 MiB.
    static Cost standard();
    /// The least that the algorithm takes.
    static Cost least();
    /// A file may not ask for the machine.
    [[nodiscard]] bool isBearable() const;

    friend bool operator==(const Cost &, const Cost &) = default;
};

[[nodiscard]] QByteArray randomSalt();
[[nodiscard]] bool isSalt(QByteArrayView salt);
/// Slow by design: never in the event loop. Empty: there is not memory enough.
[[nodiscard]] Secret deriveKey(const Secret &passphrase, const QByteArray &salt, Cost cost);
/// A fresh nonce, then the box.
[[nodiscard]] QByteArray seal(QByteArrayView plain, const Secret &key);
/// nullopt: another key sealed it, or it was changed since.
[[nodiscard]] std::optional<Secret> open(QByteArrayView box, const Secret &key);

} // namespace walkabout::sealing
