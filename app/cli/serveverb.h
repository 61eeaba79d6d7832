// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/options.h"
#include "core/sim/responder.h"
#include "core/snmp/listenaddress.h"

#include <memory>

namespace walkabout {

/// serve RECORDING|demo: a recording, or the demo device, as an agent until SIGTERM or Ctrl+C.
class ServeVerb final : public Command {
    Q_OBJECT

public:
    ~ServeVerb() override;

    void addTo(CLI::App &app) override;
    [[nodiscard]] bool needsLibrary() const override { return false; } // only for names in a recording
    void interrupt(int signalNumber) override;

private:
    void start() override;
    [[nodiscard]] Result<std::unique_ptr<AgentData>> agentData();
    [[nodiscard]] Result<Responder::Access> access();

    std::string m_recording;
    std::string m_listen = "127.0.0.1:1161";
    std::string m_write;
    TargetOptions m_letters;
    std::unique_ptr<Responder> m_responder;
};

} // namespace walkabout
