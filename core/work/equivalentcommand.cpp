// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/equivalentcommand.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString quoted(const QString &text) {
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (plain.match(text).hasMatch())
        return text;
    QString inner = text;
    return u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString program(const Device &device, const Query &query) {
    const bool bulk = device.version != Version::V1;
    switch (query.verb) {
    case Verb::Get: return u"snmpget"_s;
    case Verb::Next: return u"snmpgetnext"_s;
    case Verb::Bulk: return u"snmpbulkget"_s;
    case Verb::Walk: return bulk ? u"snmpbulkwalk"_s : u"snmpwalk"_s;
    case Verb::Table: return u"snmptable"_s;
    case Verb::Set: return u"snmpset"_s;
    }
    return {};
}

QString ourVerb(Verb verb) {
    switch (verb) {
    case Verb::Get: return u"get"_s;
    case Verb::Next: return u"next"_s;
    case Verb::Bulk: return u"bulk"_s;
    case Verb::Walk: return u"walk"_s;
    case Verb::Table: return u"table"_s;
    case Verb::Set: return u"set"_s;
    }
    return {};
}

/// As net-snmp's programs name it.
QString protocol(AuthProtocol auth) { return auth == AuthProtocol::Sha1 ? u"SHA"_s : Credential::name(auth); }

QString protocol(PrivProtocol priv) {
    switch (priv) {
    case PrivProtocol::None:
    case PrivProtocol::Des:
    case PrivProtocol::Aes128: return Credential::name(priv);
    case PrivProtocol::Aes192: return u"AES-192"_s;
    case PrivProtocol::Aes256: return u"AES-256"_s;
    case PrivProtocol::Aes192Cisco: return u"AES-192-C"_s;
    case PrivProtocol::Aes256Cisco: return u"AES-256-C"_s;
    }
    return {};
}

/// What stands on the command line in its place: itself, where it is given.
QString word(const Secret &secret, const char *variable) {
    return secret.isEmpty() ? u"\"$%1\""_s.arg(QLatin1String(variable)) : quoted(QString::fromUtf8(secret.reveal()));
}

QStringList access(const Device &device, bool isWrite, const Secrets &revealed) {
    if (device.version != Version::V3)
        return {u"-v"_s, Credential::name(device.version), u"-c"_s,
            word(isWrite ? revealed.writeCommunity : revealed.readCommunity, "COMMUNITY")};
    QStringList words{u"-v"_s, u"3"_s, u"-l"_s, Credential::name(device.level), u"-u"_s, quoted(device.user)};
    if (device.level != SecurityLevel::NoAuthNoPriv)
        words += {u"-a"_s, protocol(device.auth), u"-A"_s, word(revealed.authPassphrase, "AUTH")};
    if (device.level == SecurityLevel::AuthPriv)
        words += {u"-x"_s, protocol(device.priv), u"-X"_s, word(revealed.privPassphrase, "PRIV")};
    if (!device.contextName.isEmpty())
        words += {u"-n"_s, quoted(device.contextName)};
    if (!device.engineId.isEmpty())
        words += {u"-e"_s, u"0x"_s + QString::fromLatin1(device.engineId.toHex())};
    return words;
}

/// A value as snmpset and our own set take it: net-snmp's type letter and the text behind it.
std::pair<QString, QString> typed(const Value &value) {
    switch (value.type()) {
    case Value::Type::Integer32: return {u"i"_s, QString::number(value.toSigned())};
    case Value::Type::Gauge32: return {u"u"_s, QString::number(value.toUnsigned())};
    case Value::Type::Counter32: return {u"c"_s, QString::number(value.toUnsigned())};
    case Value::Type::Counter64: return {u"C"_s, QString::number(value.toUnsigned())};
    case Value::Type::TimeTicks: return {u"t"_s, QString::number(value.toUnsigned())};
    case Value::Type::OpaqueUnsigned64: return {u"U"_s, QString::number(value.toUnsigned())};
    case Value::Type::OpaqueInteger64: return {u"I"_s, QString::number(value.toSigned())};
    case Value::Type::OpaqueFloat: return {u"F"_s, QString::number(value.toDouble(), 'g', 9)};
    case Value::Type::OpaqueDouble: return {u"D"_s, QString::number(value.toDouble(), 'g', 17)};
    case Value::Type::ObjectIdentifier: return {u"o"_s, value.toOid().toString()};
    case Value::Type::IpAddress: {
        QStringList parts;
        for (const char octet : value.octets())
            parts += QString::number(quint8(octet));
        return {u"a"_s, parts.join(u'.')};
    }
    default: break;
    }
    const auto isPlain = [](char octet) { return octet >= ' ' && octet < 0x7f; };
    if (std::ranges::all_of(value.octets(), isPlain))
        return {u"s"_s, QString::fromLatin1(value.octets())};
    return {u"x"_s, QString::fromLatin1(value.octets().toHex())};
}

QStringList changes(const Query &query, bool isOurs) {
    QStringList words;
    for (const VarBind &change : query.changes) {
        const auto [letter, text] = typed(change.value);
        if (isOurs)
            words += quoted(u"%1=%2:%3"_s.arg(change.oid.toString(), letter, text));
        else
            words += {change.oid.toString(), letter, quoted(text)};
    }
    return words;
}

} // namespace

QString equivalentCommand(const Device &device, const Query &query, const Secrets &revealed) {
    QStringList words;
    if (device.kind == Device::Kind::Live) {
        words += program(device, query);
        words += access(device, query.verb == Verb::Set, revealed);
        const Bounds usual;
        if (device.bounds.timeout != usual.timeout)
            words += {u"-t"_s, QString::number(double(device.bounds.timeout.count()) / 1000)};
        if (device.bounds.retries != usual.retries)
            words += {u"-r"_s, QString::number(device.bounds.retries)};
    } else {
        words += {u"walkabout-cli"_s, ourVerb(query.verb)};
    }
    if (query.verb == Verb::Bulk)
        words += {u"-Cn%1"_s.arg(query.nonRepeaters), u"-Cr%1"_s.arg(query.maxRepetitions)};
    switch (device.kind) {
    case Device::Kind::Live: words += quoted(device.endpoint.toString()); break;
    case Device::Kind::Recording: words += quoted(device.recording); break;
    case Device::Kind::Demo: words += u"demo"_s; break;
    }
    for (const QString &object : query.objects)
        words += quoted(object);
    words += changes(query, device.kind != Device::Kind::Live);
    return words.join(u' ');
}

} // namespace walkabout
