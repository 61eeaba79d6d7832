// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUuid>

#include <functional>
#include <optional>

namespace walkabout {

/// What became of an encrypted message that was looked at.
struct Decrypted {
    bool hasKeys = false; // the device is open still
    std::optional<QByteArray> plain; // the scoped PDU
};

/// Asks the open device for it: the keys stay with its session.
using Decrypt = std::function<Decrypted(const QUuid &device, QByteArrayView message)>;

} // namespace walkabout
