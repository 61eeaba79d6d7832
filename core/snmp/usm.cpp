// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/usm_p.h"

#include "core/snmp/usmprotocol_p.h"

#include <net-snmp/library/lcd_time.h>
#include <net-snmp/library/snmpusm.h>

#include <cstdlib>
#include <cstring>

// Exported by the library; its header shows it only inside.
extern "C" void free_enginetime(unsigned char *engineID, size_t engineID_len);

namespace walkabout {

namespace {

// The library frees these with free().
u_char *copied(QByteArrayView bytes) {
    auto *copy = static_cast<u_char *>(std::calloc(1, size_t(bytes.size()) + 1));
    if (copy && !bytes.isEmpty())
        std::memcpy(copy, bytes.data(), size_t(bytes.size()));
    return copy;
}

void setProtocol(oid *&target, size_t &length, std::span<oid> protocol) {
    std::free(target);
    length = protocol.size();
    target = static_cast<oid *>(std::calloc(length, sizeof(oid)));
    if (target)
        std::memcpy(target, protocol.data(), protocol.size_bytes());
}

bool same(const UsmUser &a, const UsmUser &b) {
    return a.name == b.name && a.engineId == b.engineId && a.level == b.level && a.auth == b.auth && a.priv == b.priv
        && a.authKey == b.authKey && a.privKey == b.privKey;
}

usmUser *newEntry(const UsmUser &user) {
    usmUser *entry = usm_create_user();
    if (!entry)
        return nullptr;
    entry->name = reinterpret_cast<char *>(copied(user.name));
    entry->secName = reinterpret_cast<char *>(copied(user.name));
    if (!user.engineId.isEmpty()) {
        entry->engineID = copied(user.engineId);
        entry->engineIDLen = size_t(user.engineId.size());
    }
    if (user.level != SecurityLevel::NoAuthNoPriv) {
        setProtocol(entry->authProtocol, entry->authProtocolLen, usm::authOid(user.auth));
        entry->authKey = copied(user.authKey.reveal());
        entry->authKeyLen = size_t(user.authKey.size());
    }
    if (user.level == SecurityLevel::AuthPriv) {
        setProtocol(entry->privProtocol, entry->privProtocolLen, usm::privOid(user.priv));
        entry->privKey = copied(user.privKey.reveal());
        entry->privKeyLen = size_t(user.privKey.size());
    }
    return entry;
}

} // namespace

Usm::Usm() {
    // Discovery speaks as nobody (RFC 3414 4), and the library sends for a user it knows only.
    if (!usm_get_user(nullptr, 0, "")) {
        if (usmUser *nobody = newEntry({}))
            usm_add_user(nobody);
    }
}

Usm::~Usm() { clear(); }

void Usm::clear() {
    if (!m_entry)
        return;
    free_enginetime(m_entry->engineID, m_entry->engineIDLen);
    usm_remove_user(m_entry);
    usm_free_user(m_entry); // wipes the keys
    m_entry = nullptr;
    m_placed = {};
}

std::optional<Failure> Usm::place(const UsmUser &user) {
    if (m_entry && same(user, m_placed))
        return {};
    clear();
    if (user.name.isEmpty() && user.engineId.isEmpty())
        return {};
    // The library reads past the end of a key that is too short (428084a996).
    if (user.level != SecurityLevel::NoAuthNoPriv
        && (user.auth == AuthProtocol::None || size_t(user.authKey.size()) < usm::authKeyLength(user.auth)))
        return Failure(Failure::Kind::BadKey, {QStringLiteral("authentication")});
    if (user.level == SecurityLevel::AuthPriv
        && (user.priv == PrivProtocol::None || size_t(user.privKey.size()) < usm::privKeyLength(user.priv)))
        return Failure(Failure::Kind::BadKey, {QStringLiteral("privacy")});
    usmUser *entry = newEntry(user);
    if (!entry)
        return Failure(Failure::Kind::BadKey, {QStringLiteral("SNMPv3")});
    usm_add_user(entry);
    m_entry = entry;
    m_placed = user;
    return {};
}

void Usm::setClock(const QByteArray &engineId, quint32 boots, quint32 time) {
    if (!engineId.isEmpty())
        set_enginetime(
            reinterpret_cast<const u_char *>(engineId.constData()), u_int(engineId.size()), boots, time, TRUE);
}

} // namespace walkabout
