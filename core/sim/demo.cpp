// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demo.h"

#include "core/sim/demoparts.h"

namespace walkabout {

namespace {

/// The switch and the table that reads from it.
class DemoDevice final : public AgentData {
public:
    explicit DemoDevice(DemoSwitch::Now now)
        : m_device(std::move(now)) {
        for (const auto add :
            {demo::addSystem, demo::addInterfaces, demo::addIp, demo::addTransport, demo::addHost, demo::addBridge})
            add(m_table, m_device);
        m_table.seal();
    }

    [[nodiscard]] Value get(const Oid &oid) const override { return m_table.get(oid); }
    [[nodiscard]] std::optional<VarBind> next(const Oid &oid) const override { return m_table.next(oid); }
    [[nodiscard]] SetResult set(const VarBinds &varBinds) override { return m_table.set(varBinds); }

private:
    DemoSwitch m_device;
    InstanceTable m_table;
};

} // namespace

std::unique_ptr<AgentData> makeDemoDevice() {
    return makeDemoDevice([] { return Monotonic::now(); });
}

std::unique_ptr<AgentData> makeDemoDevice(std::function<Monotonic::time_point()> now) {
    return std::make_unique<DemoDevice>(std::move(now));
}

} // namespace walkabout
