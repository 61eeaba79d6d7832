// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/usmprotocol_p.h"

#include <net-snmp/library/scapi.h>
#include <net-snmp/library/snmpusm.h>

namespace walkabout::usm {

namespace {

int authType(AuthProtocol protocol) {
    switch (protocol) {
    case AuthProtocol::None: return NETSNMP_USMAUTH_NOAUTH;
    case AuthProtocol::Md5: return NETSNMP_USMAUTH_HMACMD5;
    case AuthProtocol::Sha1: return NETSNMP_USMAUTH_HMACSHA1;
    case AuthProtocol::Sha224: return NETSNMP_USMAUTH_HMAC128SHA224;
    case AuthProtocol::Sha256: return NETSNMP_USMAUTH_HMAC192SHA256;
    case AuthProtocol::Sha384: return NETSNMP_USMAUTH_HMAC256SHA384;
    case AuthProtocol::Sha512: return NETSNMP_USMAUTH_HMAC384SHA512;
    }
    return NETSNMP_USMAUTH_NOAUTH;
}

} // namespace

int privType(PrivProtocol protocol) {
    switch (protocol) {
    case PrivProtocol::None: return USM_CREATE_USER_PRIV_NONE;
    case PrivProtocol::Des: return USM_CREATE_USER_PRIV_DES;
    case PrivProtocol::Aes128: return USM_CREATE_USER_PRIV_AES;
    case PrivProtocol::Aes192: return USM_CREATE_USER_PRIV_AES192;
    case PrivProtocol::Aes256: return USM_CREATE_USER_PRIV_AES256;
    case PrivProtocol::Aes192Cisco: return USM_CREATE_USER_PRIV_AES192_CISCO;
    case PrivProtocol::Aes256Cisco: return USM_CREATE_USER_PRIV_AES256_CISCO;
    }
    return USM_CREATE_USER_PRIV_NONE;
}

std::span<oid> authOid(AuthProtocol protocol) {
    size_t length = 0;
    oid *found = protocol == AuthProtocol::None ? nullptr : sc_get_auth_oid(authType(protocol), &length);
    return found ? std::span(found, length) : std::span<oid>();
}

std::span<oid> privOid(PrivProtocol protocol) {
    size_t length = 0;
    oid *found = protocol == PrivProtocol::None ? nullptr : sc_get_priv_oid(privType(protocol), &length);
    return found ? std::span(found, length) : std::span<oid>();
}

size_t authKeyLength(AuthProtocol protocol) {
    switch (protocol) {
    case AuthProtocol::None: return 0;
    case AuthProtocol::Md5: return 16;
    case AuthProtocol::Sha1: return 20;
    case AuthProtocol::Sha224: return 28;
    case AuthProtocol::Sha256: return 32;
    case AuthProtocol::Sha384: return 48;
    case AuthProtocol::Sha512: return 64;
    }
    return 0;
}

size_t privKeyLength(PrivProtocol protocol) {
    switch (protocol) {
    case PrivProtocol::None: return 0;
    case PrivProtocol::Des:
    case PrivProtocol::Aes128: return 16;
    case PrivProtocol::Aes192:
    case PrivProtocol::Aes192Cisco: return 24;
    case PrivProtocol::Aes256:
    case PrivProtocol::Aes256Cisco: return 32;
    }
    return 0;
}

} // namespace walkabout::usm
