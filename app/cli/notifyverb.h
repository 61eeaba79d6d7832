// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/secretinquiry.h"
#include "core/trap/sender.h"

#include <string>
#include <vector>

namespace walkabout {

/// notify: sends one trap or inform, and says what came of it.
class NotifyVerb final : public Command {
    Q_OBJECT

public:
    ~NotifyVerb() override;

    void addTo(CLI::App &app) override;
    void interrupt(int signalNumber) override;

private:
    void start() override;
    [[nodiscard]] Result<TrapDraft> draft();
    void known();
    void finish();

    TargetOptions m_letters;
    std::string m_notification;
    std::vector<std::string> m_objects;
    bool m_inform = false;
    std::string m_agent;
    std::optional<quint32> m_uptime; // hundredths of a second
    std::unique_ptr<SecretInquiry> m_inquiry;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Request> m_request; // goes first
    int m_signal = 0;
};

} // namespace walkabout
