// SPDX-License-Identifier: GPL-3.0-or-later
// What an open device calls its interfaces; opendevice.cpp holds how it opens.
#include "ui/device/opendevice.h"

namespace walkabout {

InterfaceNames::Pointer OpenDevice::interfaces() const {
    if (!m_interfaces || !m_namesInterfaces || m_interfaces->names()->isEmpty())
        return nullptr;
    return m_interfaces->names();
}

void OpenDevice::wantInterfaces(Refers refers) {
    if (m_interfaces && m_namesInterfaces)
        m_interfaces->want(refers);
}

void OpenDevice::withInterfaces(QObject *context, std::function<void()> then) {
    m_waiting.append({context, std::move(then)});
    if (m_interfaces)
        m_interfaces->want(Refers::BridgePort);
    else
        open();
}

quint32 OpenDevice::ifIndex(const InterfaceReference &reference) const {
    static const InterfaceNames none;
    return (m_interfaces ? *m_interfaces->names() : none).ifIndex(reference);
}

void OpenDevice::tellWaiting() {
    for (const auto &[context, then] : std::exchange(m_waiting, {})) {
        if (context)
            then();
    }
}

void OpenDevice::switchInterfaces(bool on) {
    if (std::exchange(m_namesInterfaces, on) != on)
        emit interfacesChanged();
}

} // namespace walkabout
