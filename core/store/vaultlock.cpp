// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vaultlock.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {
constexpr auto Derivation = "argon2id13"_L1;
constexpr QByteArrayView KnownWords = "walkabout-vault";
} // namespace

VaultLock VaultLock::fresh(sealing::Cost cost) { return {sealing::randomSalt(), cost, {}}; }

std::optional<VaultLock> VaultLock::read(const QJsonObject &root) {
    const QJsonObject key = root[u"key"].toObject();
    VaultLock lock;
    lock.salt = QByteArray::fromBase64(key[u"salt"].toString().toLatin1());
    lock.cost = {quint64(std::max<qint64>(key[u"passes"].toInteger(), 0)),
        quint64(std::max<qint64>(key[u"memory"].toInteger(), 0))};
    lock.proof = QByteArray::fromBase64(root[u"proof"].toString().toLatin1());
    if (key[u"derivation"].toString() != Derivation || !sealing::isSalt(lock.salt) || !lock.cost.isBearable()
        || lock.proof.isEmpty())
        return {};
    return lock;
}

void VaultLock::write(QJsonObject &root) const {
    root[u"key"] = QJsonObject{{u"derivation"_s, Derivation}, {u"salt"_s, QString::fromLatin1(salt.toBase64())},
        {u"passes"_s, qint64(cost.passes)}, {u"memory"_s, qint64(cost.memory)}};
    root[u"proof"] = QString::fromLatin1(proof.toBase64());
}

void VaultLock::prove(const Secret &key) { proof = sealing::seal(KnownWords, key); }

bool VaultLock::isOpenedBy(const Secret &key) const {
    const auto words = sealing::open(proof, key);
    return words && *words == Secret(KnownWords);
}

} // namespace walkabout
