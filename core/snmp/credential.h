// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/snmp/message.h"

namespace walkabout {

/// USM authentication protocols (RFC 3414, RFC 7860).
enum class AuthProtocol { None, Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };
/// USM privacy protocols (RFC 3414, RFC 3826; the 192 and 256 bit forms are Blumenthal's draft and Cisco's).
enum class PrivProtocol { None, Des, Aes128, Aes192, Aes256, Aes192Cisco, Aes256Cisco };

/// What opens a device: a community, or an SNMPv3 user with protocols and pass-phrases. Comparable, made valid by its
/// factories.
class Credential final {
public:
    static Credential community(Version version, Secret community);
    struct User {
        QByteArray name;
        SecurityLevel level = SecurityLevel::AuthPriv;
        AuthProtocol auth = AuthProtocol::Sha256;
        PrivProtocol priv = PrivProtocol::Aes128;
        Secret authPassphrase;
        Secret privPassphrase;
        QByteArray engineId; // given by hand; empty: discovered
        QByteArray contextName; // used where a request names none

        friend bool operator==(const User &, const User &) = default;
    };
    /// Refuses an empty or over-long name, a missing protocol, and pass-phrases under 8 characters (RFC 3414 11.2).
    static Result<Credential> user(User user);

    [[nodiscard]] Version version() const { return m_version; }
    [[nodiscard]] const Secret &community() const { return m_community; }
    [[nodiscard]] const User &user() const { return m_user; }

    friend bool operator==(const Credential &, const Credential &) = default;

    /// "SHA-256", "AES-256 (Blumenthal)" ...: what people read.
    static QString name(AuthProtocol protocol);
    static QString name(PrivProtocol protocol);
    /// net-snmp's words and ours, any case: "SHA", "SHA-256", "AES", "AES-256-C", "AES256C" ...
    static std::optional<AuthProtocol> authNamed(QStringView text);
    static std::optional<PrivProtocol> privNamed(QStringView text);
    static std::optional<SecurityLevel> levelNamed(QStringView text);
    static QString name(SecurityLevel level);
    static std::optional<Version> versionNamed(QStringView text);
    static QString name(Version version);

private:
    Credential() = default;

    Version m_version = Version::V2c;
    Secret m_community;
    User m_user;
};

} // namespace walkabout
