// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/usmuser_p.h"

#include "core/snmp/usmprotocol_p.h"

#include <net-snmp/library/keytools.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <string.h>

namespace walkabout {

namespace {

constexpr size_t LongestKey = 128; // any hash, and any key made longer

const u_char *octets(QByteArrayView bytes) { return reinterpret_cast<const u_char *>(bytes.data()); }

/// A key while it is made: of the C library, because the library may give it another place; wiped.
class Key final {
public:
    Key()
        : m_bytes(static_cast<u_char *>(std::calloc(1, LongestKey))) {}
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    ~Key() {
        if (m_bytes)
            explicit_bzero(m_bytes, m_room);
        std::free(m_bytes);
    }

    [[nodiscard]] bool passphrase(std::span<oid> hash, const Secret &text) {
        m_length = LongestKey;
        return m_bytes
            && generate_Ku(
                   hash.data(), u_int(hash.size()), octets(text.reveal()), size_t(text.size()), m_bytes, &m_length)
            == SNMPERR_SUCCESS;
    }
    [[nodiscard]] bool localised(std::span<oid> hash, const Secret &master, const QByteArray &engineId) {
        m_length = LongestKey;
        return m_bytes
            && generate_kul(hash.data(), u_int(hash.size()), octets(engineId), size_t(engineId.size()),
                   octets(master.reveal()), size_t(master.size()), m_bytes, &m_length)
            == SNMPERR_SUCCESS;
    }
    /// Blumenthal's draft or Cisco's way (Reeder's draft), as the protocol says; a key that is longer is cut.
    [[nodiscard]] bool fitTo(size_t length, std::span<oid> hash, int privType, const QByteArray &engineId) {
        if (m_length < length) {
            QByteArray id = engineId; // the library takes no const
            if (netsnmp_extend_kul(u_int(length), hash.data(), u_int(hash.size()), privType,
                    reinterpret_cast<u_char *>(id.data()), u_int(id.size()), &m_bytes, &m_length, u_int(LongestKey))
                != SNMPERR_SUCCESS)
                return false;
        }
        if (m_length < length)
            return false;
        m_length = length;
        return true;
    }
    [[nodiscard]] Secret secret() const {
        return Secret(QByteArrayView(reinterpret_cast<const char *>(m_bytes), qsizetype(m_length)));
    }

private:
    u_char *m_bytes;
    size_t m_room = LongestKey;
    size_t m_length = 0;
};

Failure badKey(QStringView which) { return Failure(Failure::Kind::BadKey, {which.toString()}); }

} // namespace

Result<MasterKeys> deriveKeys(const Credential::User &user) {
    MasterKeys keys;
    if (user.level == SecurityLevel::NoAuthNoPriv)
        return keys;
    const std::span<oid> hash = usm::authOid(user.auth);
    Key auth;
    if (hash.empty() || !auth.passphrase(hash, user.authPassphrase))
        return badKey(u"authentication");
    keys.auth = auth.secret();
    if (user.level != SecurityLevel::AuthPriv)
        return keys;
    Key priv;
    if (!priv.passphrase(hash, user.privPassphrase))
        return badKey(u"privacy");
    keys.priv = priv.secret();
    return keys;
}

Result<UsmUser> localise(const MasterKeys &keys, const Credential::User &user, const QByteArray &engineId) {
    UsmUser localised;
    localised.engineId = engineId;
    localised.name = user.name;
    localised.level = user.level;
    if (user.level == SecurityLevel::NoAuthNoPriv)
        return localised;
    const std::span<oid> hash = usm::authOid(user.auth);
    Key auth;
    if (hash.empty() || keys.auth.isEmpty() || engineId.isEmpty() || !auth.localised(hash, keys.auth, engineId))
        return badKey(u"authentication");
    localised.auth = user.auth;
    localised.authKey = auth.secret();
    if (user.level != SecurityLevel::AuthPriv)
        return localised;
    Key priv;
    const size_t length = usm::privKeyLength(user.priv);
    if (length == 0 || keys.priv.isEmpty() || !priv.localised(hash, keys.priv, engineId)
        || !priv.fitTo(length, hash, usm::privType(user.priv), engineId))
        return badKey(u"privacy");
    localised.priv = user.priv;
    localised.privKey = priv.secret();
    return localised;
}

} // namespace walkabout
