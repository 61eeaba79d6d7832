// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/portright.h"

#include <QFile>
#include <QList>

using namespace Qt::StringLiterals;

namespace walkabout {

PortRight PortRight::ofThisProgram() {
    QFile portStart(u"/proc/sys/net/ipv4/ip_unprivileged_port_start"_s);
    QFile status(u"/proc/self/status"_s);
    const auto read = [](QFile &file) { return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); };
    return parse(read(portStart), read(status));
}

PortRight PortRight::parse(const QByteArray &portStart, const QByteArray &status) {
    constexpr int BindService = 10; // CAP_NET_BIND_SERVICE: capabilities(7)
    PortRight right;
    bool ok = false;
    const int first = portStart.trimmed().toInt(&ok);
    if (ok)
        right.firstFree = first;
    const QList<QByteArray> lines = status.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("CapEff:"))
            right.isCapable
                = (line.sliced(qsizetype(qstrlen("CapEff:"))).trimmed().toULongLong(nullptr, 16) >> BindService) & 1U;
    }
    return right;
}

} // namespace walkabout
