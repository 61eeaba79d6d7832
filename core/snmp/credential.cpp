// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/credential.h"

#include "core/snmp/engineid.h"

#include <array>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestName = 32; // SnmpAdminString (SIZE (1..32)), RFC 3414 usmUserName
constexpr qsizetype ShortestPassphrase = 8; // RFC 3414 11.2

template <class T>
struct Named {
    T value;
    QLatin1StringView text;
};

// Without hyphens, spaces and underscores, in upper case.
constexpr std::array<Named<AuthProtocol>, 13> authNames{{
    {AuthProtocol::None, "NONE"_L1},
    {AuthProtocol::None, "NOAUTH"_L1},
    {AuthProtocol::Md5, "MD5"_L1},
    {AuthProtocol::Md5, "HMACMD5"_L1},
    {AuthProtocol::Sha1, "SHA"_L1},
    {AuthProtocol::Sha1, "SHA1"_L1},
    {AuthProtocol::Sha1, "HMACSHA"_L1},
    {AuthProtocol::Sha224, "SHA224"_L1},
    {AuthProtocol::Sha256, "SHA256"_L1},
    {AuthProtocol::Sha384, "SHA384"_L1},
    {AuthProtocol::Sha512, "SHA512"_L1},
    {AuthProtocol::Sha1, "SHA96"_L1},
    {AuthProtocol::Md5, "MD596"_L1},
}};

constexpr std::array<Named<PrivProtocol>, 19> privNames{{
    {PrivProtocol::None, "NONE"_L1},
    {PrivProtocol::None, "NOPRIV"_L1},
    {PrivProtocol::Des, "DES"_L1},
    {PrivProtocol::Des, "DES56"_L1},
    {PrivProtocol::Des, "CBCDES"_L1},
    {PrivProtocol::Aes128, "AES"_L1},
    {PrivProtocol::Aes128, "AES128"_L1},
    {PrivProtocol::Aes192, "AES192"_L1},
    {PrivProtocol::Aes192, "AES192(BLUMENTHAL)"_L1},
    {PrivProtocol::Aes192, "AES192BLUMENTHAL"_L1},
    {PrivProtocol::Aes256, "AES256"_L1},
    {PrivProtocol::Aes256, "AES256(BLUMENTHAL)"_L1},
    {PrivProtocol::Aes256, "AES256BLUMENTHAL"_L1},
    {PrivProtocol::Aes192Cisco, "AES192C"_L1},
    {PrivProtocol::Aes192Cisco, "AES192CISCO"_L1},
    {PrivProtocol::Aes192Cisco, "AES192(CISCO)"_L1},
    {PrivProtocol::Aes256Cisco, "AES256C"_L1},
    {PrivProtocol::Aes256Cisco, "AES256CISCO"_L1},
    {PrivProtocol::Aes256Cisco, "AES256(CISCO)"_L1},
}};

constexpr std::array<Named<SecurityLevel>, 6> levelNames{{
    {SecurityLevel::NoAuthNoPriv, "NOAUTHNOPRIV"_L1},
    {SecurityLevel::AuthNoPriv, "AUTHNOPRIV"_L1},
    {SecurityLevel::AuthPriv, "AUTHPRIV"_L1},
    {SecurityLevel::NoAuthNoPriv, "NANP"_L1}, // as net-snmp's snmp.conf abbreviates them
    {SecurityLevel::AuthNoPriv, "ANP"_L1},
    {SecurityLevel::AuthPriv, "AP"_L1},
}};

constexpr std::array<Named<Version>, 6> versionNames{{
    {Version::V1, "1"_L1},
    {Version::V2c, "2C"_L1},
    {Version::V3, "3"_L1},
    {Version::V1, "V1"_L1},
    {Version::V2c, "V2C"_L1},
    {Version::V3, "V3"_L1},
}};

QString folded(QStringView text) {
    QString key;
    for (const QChar c : text) {
        if (c != u'-' && c != u'_' && !c.isSpace())
            key += c.toUpper();
    }
    return key;
}

template <class T, size_t N>
std::optional<T> find(const std::array<Named<T>, N> &names, QStringView text) {
    const QString key = folded(text);
    for (const Named<T> &named : names) {
        if (key == named.text)
            return named.value;
    }
    return std::nullopt;
}

Failure badUsage(const QString &sentence) { return Failure(Failure::Kind::BadUsage, {sentence}); }

std::optional<Failure> wrongWith(const Credential::User &user) {
    if (user.name.isEmpty())
        return badUsage(Failure::tr("An SNMPv3 user needs a name."));
    if (user.name.size() > LongestName)
        return badUsage(Failure::tr("The SNMPv3 user name has over %1 octets.").arg(LongestName));
    if (user.level != SecurityLevel::NoAuthNoPriv) {
        if (user.auth == AuthProtocol::None)
            return badUsage(Failure::tr("This security level needs an authentication protocol."));
        if (user.authPassphrase.size() < ShortestPassphrase)
            return Failure(Failure::Kind::WeakPassphrase, {u"authentication"_s});
    }
    if (user.level == SecurityLevel::AuthPriv) {
        if (user.priv == PrivProtocol::None)
            return badUsage(Failure::tr("This security level needs a privacy protocol."));
        if (user.privPassphrase.size() < ShortestPassphrase)
            return Failure(Failure::Kind::WeakPassphrase, {u"privacy"_s});
    }
    if (!user.engineId.isEmpty() && (user.engineId.size() < ShortestEngineId || user.engineId.size() > LongestEngineId))
        return badUsage(Failure::tr("An engine ID has %1 to %2 octets.").arg(ShortestEngineId).arg(LongestEngineId));
    return {};
}

} // namespace

Credential Credential::community(Version version, Secret community) {
    Credential credential;
    credential.m_version = version;
    credential.m_community = std::move(community);
    return credential;
}

Result<Credential> Credential::user(User user) {
    if (auto wrong = wrongWith(user))
        return *wrong;
    Credential credential;
    credential.m_version = Version::V3;
    credential.m_user = std::move(user);
    return credential;
}

QString Credential::name(AuthProtocol protocol) {
    switch (protocol) {
    case AuthProtocol::None: return u"none"_s;
    case AuthProtocol::Md5: return u"MD5"_s;
    case AuthProtocol::Sha1: return u"SHA-1"_s;
    case AuthProtocol::Sha224: return u"SHA-224"_s;
    case AuthProtocol::Sha256: return u"SHA-256"_s;
    case AuthProtocol::Sha384: return u"SHA-384"_s;
    case AuthProtocol::Sha512: return u"SHA-512"_s;
    }
    return {};
}

QString Credential::name(PrivProtocol protocol) {
    switch (protocol) {
    case PrivProtocol::None: return u"none"_s;
    case PrivProtocol::Des: return u"DES"_s;
    case PrivProtocol::Aes128: return u"AES-128"_s;
    case PrivProtocol::Aes192: return u"AES-192 (Blumenthal)"_s;
    case PrivProtocol::Aes256: return u"AES-256 (Blumenthal)"_s;
    case PrivProtocol::Aes192Cisco: return u"AES-192 (Cisco)"_s;
    case PrivProtocol::Aes256Cisco: return u"AES-256 (Cisco)"_s;
    }
    return {};
}

QString Credential::name(SecurityLevel level) {
    switch (level) {
    case SecurityLevel::NoAuthNoPriv: return u"noAuthNoPriv"_s;
    case SecurityLevel::AuthNoPriv: return u"authNoPriv"_s;
    case SecurityLevel::AuthPriv: return u"authPriv"_s;
    }
    return {};
}

QString Credential::name(Version version) {
    switch (version) {
    case Version::V1: return u"1"_s;
    case Version::V2c: return u"2c"_s;
    case Version::V3: return u"3"_s;
    }
    return {};
}

std::optional<AuthProtocol> Credential::authNamed(QStringView text) { return find(authNames, text); }

std::optional<PrivProtocol> Credential::privNamed(QStringView text) { return find(privNames, text); }

std::optional<SecurityLevel> Credential::levelNamed(QStringView text) { return find(levelNames, text); }

std::optional<Version> Credential::versionNamed(QStringView text) { return find(versionNames, text); }

} // namespace walkabout
