// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/addresstext.h"

#include "core/base/bytes.h"

#include <arpa/inet.h> // the one POSIX piece of this room: addresses and their text

#include <array>

namespace walkabout::addresstext {

namespace {

constexpr qsizetype ZoneSize = 4;

qsizetype sizeOf(qint64 kind) {
    switch (kind) {
    case IPv4: return 4;
    case IPv6: return 16;
    case IPv4z: return 4 + ZoneSize;
    case IPv6z: return 16 + ZoneSize;
    default: return -1;
    }
}

bool hasZone(qint64 kind) { return kind == IPv4z || kind == IPv6z; }

std::optional<QByteArray> plain(QStringView text, int family) {
    std::array<char, 16> octets{};
    const QByteArray ascii = text.toLatin1();
    if (inet_pton(family, ascii.constData(), octets.data()) != 1)
        return std::nullopt;
    return QByteArray(octets.data(), family == AF_INET ? 4 : 16);
}

} // namespace

std::optional<QString> format(QByteArrayView octets, qint64 kind) {
    if (kind == Dns)
        return octets.isEmpty() ? std::nullopt : bytes::printableText(octets);
    for (const qint64 known : {IPv4, IPv6, IPv4z, IPv6z}) {
        if ((kind != Unknown && kind != known) || octets.size() != sizeOf(known))
            continue;
        const int family = known == IPv4 || known == IPv4z ? AF_INET : AF_INET6;
        std::array<char, INET6_ADDRSTRLEN> text{};
        inet_ntop(family, octets.data(), text.data(), text.size());
        QString address = QString::fromLatin1(text.data());
        if (hasZone(known)) {
            quint32 zone = 0;
            for (const char octet : octets.last(ZoneSize))
                zone = zone << 8 | quint8(octet);
            address += u'%' + QString::number(zone);
        }
        return address;
    }
    return std::nullopt;
}

std::optional<QByteArray> parse(QStringView text, qint64 kind) {
    if (kind == Dns)
        return text.isEmpty() ? std::nullopt : std::optional(text.toUtf8());
    if (kind == Unknown && text.isEmpty())
        return QByteArray();
    const qsizetype percent = text.indexOf(u'%');
    const bool six = text.contains(u':');
    if (kind == Unknown)
        kind = six ? (percent < 0 ? IPv6 : IPv6z) : (percent < 0 ? IPv4 : IPv4z);
    if (sizeOf(kind) < 0 || six != (kind == IPv6 || kind == IPv6z) || hasZone(kind) != (percent >= 0))
        return std::nullopt;
    auto octets = plain(percent < 0 ? text : text.first(percent), six ? AF_INET6 : AF_INET);
    if (!octets || percent < 0)
        return octets;
    bool ok = false;
    const quint32 zone = text.mid(percent + 1).toUInt(&ok);
    if (!ok)
        return std::nullopt;
    for (int shift = 24; shift >= 0; shift -= 8)
        octets->append(char(zone >> shift & 0xff));
    return octets;
}

} // namespace walkabout::addresstext
