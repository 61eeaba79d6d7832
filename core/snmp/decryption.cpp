// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/decryption_p.h"

#include "core/snmp/berhead_p.h"
#include "core/snmp/packettree.h"
#include "core/snmp/usmprotocol_p.h"

#include <net-snmp/library/scapi.h>

#include <QtEndian>

#include <array>

namespace walkabout {

namespace {

constexpr qsizetype SaltSize = 8;
constexpr quint8 SequenceTag = 0x30;

/// DES has it from the second half of its key and the salt; AES from the engine's boots and time, and the salt.
QByteArray initialVector(const PacketTree &tree, const UsmUser &user, QByteArrayView salt) {
    if (user.priv == PrivProtocol::Des) {
        QByteArray vector = user.privKey.reveal().sliced(SaltSize, SaltSize).toByteArray();
        for (qsizetype i = 0; i < SaltSize; ++i)
            vector[i] = char(vector[i] ^ salt[i]);
        return vector;
    }
    std::array<quint32, 2> clock{};
    clock[0] = qToBigEndian(quint32(tree.integer(PacketField::EngineBoots).value_or(0)));
    clock[1] = qToBigEndian(quint32(tree.integer(PacketField::EngineTime).value_or(0)));
    QByteArray vector(reinterpret_cast<const char *>(clock.data()), sizeof clock);
    vector.append(salt);
    return vector;
}

/// A wrong key gives anything but this.
bool isScopedPdu(QByteArrayView plain) {
    const auto read = BerHead::read(plain);
    const auto *head = std::get_if<BerHead>(&read);
    constexpr qsizetype Padding = 8; // DES fills its last block
    return head && head->tag == SequenceTag && head->size + head->length <= plain.size()
        && head->size + head->length + Padding > plain.size();
}

} // namespace

std::optional<QByteArray> decryptedPdu(QByteArrayView message, const UsmUser &user) {
    const PacketTree tree(message.toByteArray());
    const PacketNode *encrypted = tree.find(PacketField::EncryptedPdu);
    const PacketNode *parameters = tree.find(PacketField::PrivParameters);
    if (!encrypted || !parameters || tree.fault() || encrypted->length == 0 || parameters->length != SaltSize)
        return std::nullopt;
    if (user.priv == PrivProtocol::None || size_t(user.privKey.size()) < usm::privKeyLength(user.priv))
        return std::nullopt;
    QByteArrayView cipher = tree.contents(*encrypted);
    QByteArray vector = initialVector(tree, user, tree.contents(*parameters));
    const auto protocol = usm::privOid(user.priv);
    QByteArray plain(cipher.size(), Qt::Uninitialized);
    auto size = size_t(plain.size());
    const auto octets = [](QByteArrayView bytes) {
        // The library takes no const, and writes to none of these.
        return reinterpret_cast<u_char *>(const_cast<char *>(bytes.data()));
    };
    const QByteArrayView key = user.privKey.reveal();
    if (sc_decrypt(protocol.data(), protocol.size(), octets(key), u_int(key.size()), octets(vector),
            u_int(vector.size()), octets(cipher), u_int(cipher.size()), reinterpret_cast<u_char *>(plain.data()), &size)
        != SNMPERR_SUCCESS)
        return std::nullopt;
    plain.truncate(qsizetype(size));
    if (!isScopedPdu(plain))
        return std::nullopt;
    return plain;
}

} // namespace walkabout
