// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealing.h"

#include <sodium.h>

namespace walkabout::sealing {

namespace {

constexpr quint64 MostPasses = 64;
constexpr quint64 MostMemory = quint64(1) << 30;

// Chooses the code for this processor; harmless when done again.
bool begun() { return sodium_init() >= 0; }

uchar *octets(QByteArray &bytes) { return reinterpret_cast<uchar *>(bytes.data()); }
const uchar *octets(QByteArrayView bytes) { return reinterpret_cast<const uchar *>(bytes.data()); }

bool isKey(const Secret &key) { return key.size() == crypto_secretbox_KEYBYTES; }

} // namespace

Cost Cost::standard() { return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE}; }

Cost Cost::least() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

bool Cost::isBearable() const {
    return passes >= crypto_pwhash_OPSLIMIT_MIN && passes <= MostPasses && memory >= crypto_pwhash_MEMLIMIT_MIN
        && memory <= MostMemory;
}

QByteArray randomSalt() {
    QByteArray salt(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    if (!begun())
        return {};
    randombytes_buf(salt.data(), size_t(salt.size()));
    return salt;
}

bool isSalt(QByteArrayView salt) { return salt.size() == crypto_pwhash_SALTBYTES; }

Secret deriveKey(const Secret &passphrase, const QByteArray &salt, Cost cost) {
    if (!begun() || !isSalt(salt) || !cost.isBearable())
        return {};
    QByteArray key(crypto_secretbox_KEYBYTES, '\0');
    const QByteArrayView typed = passphrase.reveal();
    const bool derived
        = crypto_pwhash(octets(key), quint64(key.size()), typed.isEmpty() ? "" : typed.data(), quint64(typed.size()),
              octets(salt), cost.passes, size_t(cost.memory), crypto_pwhash_ALG_ARGON2ID13)
        == 0;
    Secret secret = Secret::take(std::move(key));
    return derived ? secret : Secret();
}

QByteArray seal(QByteArrayView plain, const Secret &key) {
    if (!begun() || !isKey(key))
        return {};
    QByteArray box(qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) + plain.size(), '\0');
    uchar *const nonce = octets(box);
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(
        nonce + crypto_secretbox_NONCEBYTES, octets(plain), quint64(plain.size()), nonce, octets(key.reveal()));
    return box;
}

std::optional<Secret> open(QByteArrayView box, const Secret &key) {
    constexpr auto Beside = qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES);
    if (!begun() || !isKey(key) || box.size() < Beside)
        return {};
    QByteArray plain(box.size() - Beside, '\0');
    const bool opened = crypto_secretbox_open_easy(octets(plain), octets(box) + crypto_secretbox_NONCEBYTES,
                            quint64(box.size()) - crypto_secretbox_NONCEBYTES, octets(box), octets(key.reveal()))
        == 0;
    Secret secret = Secret::take(std::move(plain));
    return opened ? std::optional(std::move(secret)) : std::nullopt;
}

} // namespace walkabout::sealing
