// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/listenaddress.h"

using namespace Qt::StringLiterals;

namespace walkabout {

Result<ListenAddress> ListenAddress::parse(const QString &text, const QHostAddress &defaultAddress) {
    const Failure wrong(Failure::Kind::BadUsage,
        {QCoreApplication::translate(
            "ListenAddress", "“%1” is no place to listen: write ADDR:PORT, such as 127.0.0.1:1161 or [::1]:1161.")
                .arg(text)});
    QString rest = text;
    for (const auto scheme : {"udp:"_L1, "udp6:"_L1}) {
        if (rest.startsWith(scheme)) {
            rest.remove(0, scheme.size());
            break;
        }
    }
    const qsizetype colon = rest.lastIndexOf(u':');
    QString host = rest.first(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool ok = false;
    ListenAddress parsed{defaultAddress, rest.mid(colon + 1).toUShort(&ok)};
    if (!ok)
        return wrong;
    if (host == "localhost"_L1)
        parsed.address = QHostAddress(QHostAddress::LocalHost);
    else if (!host.isEmpty())
        parsed.address = QHostAddress(host);
    if (parsed.address.isNull())
        return wrong;
    return parsed;
}

QString ListenAddress::toString() const {
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return u"udp6:[%1]:%2"_s.arg(address.toString()).arg(port);
    return u"udp:%1:%2"_s.arg(address.toString()).arg(port);
}

} // namespace walkabout
