// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealing.h"

#include <QJsonObject>

namespace walkabout {

/// How a vault's key is made of its pass-phrase, and how a key is known to be the right one, as its file says. A value.
struct VaultLock {
    QByteArray salt;
    sealing::Cost cost;
    QByteArray proof; // known words, sealed with the key

    /// A new one, its proof to come.
    static VaultLock fresh(sealing::Cost cost);
    /// nullopt: the file does not say it, or asks for more than a machine bears.
    static std::optional<VaultLock> read(const QJsonObject &root);
    void write(QJsonObject &root) const;
    void prove(const Secret &key);
    [[nodiscard]] bool isOpenedBy(const Secret &key) const;

    friend bool operator==(const VaultLock &, const VaultLock &) = default;
};

} // namespace walkabout
