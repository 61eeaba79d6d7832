// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoparts.h"

#include <algorithm>

namespace walkabout::demo {

namespace {

const Oid dot1dBase{1, 3, 6, 1, 2, 1, 17, 1};
const Oid dot1dTp{1, 3, 6, 1, 2, 1, 17, 4};

} // namespace

void addBridge(InstanceTable &table, DemoSwitch &device) {
    constexpr int TransparentOnly = 2;
    constexpr int AgingSeconds = 300;
    constexpr int Learned = 3;
    Oid::Part number = 0;
    for (const DemoPort &port : device.ports()) {
        if (!port.isPhysical())
            continue;
        ++number;
        const Oid entry = dot1dBase + Oid{4, 1};
        table.add(entry + 1 + number, Value::integer(qint32(number)));
        table.add(entry + 2 + number, Value::integer(qint32(port.make().index)));
        table.add(entry + 3 + number, Value::oid(Oid{0, 0}));
        table.add(entry + 4 + number, Value::counter32(0));
        table.add(entry + 5 + number, Value::counter32(0));
    }
    table.add(dot1dBase + Oid{1, 0}, Value::octets(DemoSwitch::mac(0)));
    table.add(dot1dBase + Oid{2, 0}, Value::integer(qint32(number)));
    table.add(dot1dBase + Oid{3, 0}, Value::integer(TransparentOnly));
    table.add(dot1dTp + Oid{1, 0}, Value::counter32(0));
    table.add(dot1dTp + Oid{2, 0}, Value::integer(AgingSeconds));
    for (const DemoSwitch::Neighbour &neighbour : device.neighbours()) {
        const QByteArray mac = DemoSwitch::mac(neighbour.mac);
        const Oid entry = dot1dTp + Oid{3, 1};
        table.add(entry + 1 + parts(mac), Value::octets(mac));
        table.add(entry + 2 + parts(mac), Value::integer(qint32(neighbour.port)));
        table.add(entry + 3 + parts(mac), Value::integer(Learned));
    }
}

} // namespace walkabout::demo
