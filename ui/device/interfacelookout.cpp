// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/interfacelookout.h"

#include "ui/device/opendevice.h"

#include <utility>

namespace walkabout {

void InterfaceLookout::look(OpenDevice &device, const Describe &describe, const VarBinds &varBinds) {
    if ((!m_seeksInterfaces && !m_seeksPorts) || !device.namesInterfaces())
        return;
    for (const VarBind &each : varBinds) {
        const Refers refers = describe.refers(each.oid);
        bool &seeks = refers == Refers::BridgePort ? m_seeksPorts : m_seeksInterfaces;
        if (refers == Refers::Nothing || !std::exchange(seeks, false))
            continue;
        m_sought = Monotonic::now();
        device.wantInterfaces(refers);
    }
}

void InterfaceLookout::lookAgain(OpenDevice &device) {
    if (m_seeksInterfaces || Monotonic::now() - m_sought < std::chrono::minutes(1))
        return;
    m_sought = Monotonic::now();
    device.wantInterfaces(Refers::Interface);
}

} // namespace walkabout
