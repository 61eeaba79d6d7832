// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/options.h"
#include "core/trap/receiver.h"

#include <memory>

namespace walkabout {

/// traps: prints notifications as they arrive (v1, v2c), until SIGTERM, Ctrl+C or --count.
class TrapsVerb final : public Command {
    Q_OBJECT

public:
    ~TrapsVerb() override;

    void addTo(CLI::App &app) override;
    void interrupt(int signalNumber) override;

private:
    void start() override;
    /// Says where it is bound; false: the command has ended.
    bool listen(const QString &text);
    bool listenByDefault();
    void print(const Notification &notification);

    std::vector<std::string> m_listen;
    int m_count = 0; // 0: no end
    int m_seen = 0;
    std::string m_journal;
    bool m_fromJournal = false;
    TargetOptions m_letters;
    std::unique_ptr<Receiver> m_receiver;
};

} // namespace walkabout
