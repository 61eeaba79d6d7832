// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/options.h"
#include "core/trap/journal.h"
#include "core/trap/notificationlines.h"
#include "core/trap/receiver.h"
#include "core/trap/trapusers.h"

#include <memory>
#include <optional>

namespace walkabout {

class JournalPrint;

/// traps: receives, journals and prints notifications until SIGTERM, Ctrl+C or --count; or prints what a journal holds.
class TrapsVerb final : public Command {
    Q_OBJECT

public:
    ~TrapsVerb() override;

    void addTo(CLI::App &app) override;
    void interrupt(int signalNumber) override;

private:
    void start() override;
    [[nodiscard]] QString journalPath();
    [[nodiscard]] Result<QList<Credential>> users();
    void accept(const QList<Credential> &users);
    void journalOpened();
    void receive();
    /// Says where it is bound; false: the command has ended.
    bool listen(const QString &text);
    bool listenByDefault();
    void print(const QList<TrapRecord> &records);

    std::vector<std::string> m_listen;
    int m_count = 0; // 0: no end
    int m_seen = 0;
    std::string m_journalFile; // empty: the person's own
    bool m_fromJournal = false;
    bool m_isReceiving = false;
    quint32 m_last = 0; // the row after which it ends, once committed
    TargetOptions m_letters;
    std::optional<NotificationLines> m_lines; // once it receives
    std::unique_ptr<TrapUsers> m_users; // whose secrets are stored
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<JournalPrint> m_print;
};

} // namespace walkabout
