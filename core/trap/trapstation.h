// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journal.h"
#include "core/trap/journalreader.h"
#include "core/trap/receiver.h"
#include "core/trap/trapusers.h"

namespace walkabout {

class Settings;

/// All that stands behind a trap panel, joined: the receiver, the journal that it fills, the reader of that journal,
/// the users and names of the saved devices, the rules. The journal is written while it listens;
/// without one of its own the station shows another program's, and takes nothing that would be lost. What it stands on
/// outlives it.
class TrapStation final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Engine &engine;
        DeviceStore &devices;
        SecretStore &secrets;
        Settings &settings;
        QString journal; // its path
    };
    explicit TrapStation(const Parts &parts, QObject *parent = nullptr);
    ~TrapStation() override;

    /// Before it listens: users are gathered, the journal is opened.
    void prepare();
    /// Secrets may be known that were not: who listens accepts their users too.
    void secretsChanged() { m_users.gatherAgain(); }
    /// Behind what came last: where it does not listen, the journal is left to others. Who stopped listening may have a
    /// service receive in this program's place.
    void release();
    /// Names sources and opens the journal to be read; there may be none yet. Once.
    void open();
    [[nodiscard]] Receiver &receiver() { return m_receiver; }
    [[nodiscard]] JournalReader &reader() { return m_reader; }
    [[nodiscard]] DeviceStore &devices() { return m_parts.devices; }
    [[nodiscard]] Engine &engine() { return m_parts.engine; }
    [[nodiscard]] SecretStore &secrets() { return m_parts.secrets; }
    [[nodiscard]] Settings &settings() { return m_parts.settings; }
    [[nodiscard]] const QString &path() const { return m_parts.journal; }
    [[nodiscard]] const SourceNames &names() const { return m_names; }
    /// What is wrong with the journal; empty: nothing.
    [[nodiscard]] QString problem() const { return m_journal ? m_journal->state().text() : QString(); }
    [[nodiscard]] const Library::Pointer &library() const { return m_library; }
    void setLibrary(Library::Pointer library);

    [[nodiscard]] const QList<Rule> &rules() { return m_receiver.rules().rules(); }
    /// From the next notification on; kept in the settings.
    [[nodiscard]] std::optional<Failure> setRules(const QList<Rule> &rules);

signals:
    void namesChanged();
    void problemChanged();
    /// The journal cannot be written: it must not listen.
    void cannotKeep();
    void setAside(const walkabout::Failure &failure);

private:
    void nameSources();
    void followJournal();

    Parts m_parts;
    std::unique_ptr<Journal> m_journal; // the receiver goes first
    Receiver m_receiver;
    JournalReader m_reader;
    TrapUsers m_users;
    SourceNames m_names;
    Library::Pointer m_library = Library::empty();
    bool m_isOpen = false;
};

} // namespace walkabout
