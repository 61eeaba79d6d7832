// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trapsverb.h"

#include "app/cli/context.h"
#include "app/cli/journalprint.h"
#include "app/cli/secretinquiry.h"
#include "app/cli/terminal.h"
#include "core/snmp/listenaddress.h"
#include "core/trap/journaltables.h"
#include "core/trap/trapsettings.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace walkabout {

TrapsVerb::~TrapsVerb() = default;

void TrapsVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "traps", "receive, keep and print notifications");
    verb->add_option("--listen", m_listen,
            "where to listen; may be repeated (all addresses, port 162, else 1162); port 0 asks for a free one")
        ->type_name("ADDR:PORT")
        ->allow_extra_args(false);
    verb->add_option("--count", m_count, "end after so many")->type_name("N")->check(CLI::PositiveNumber);
    verb->add_option("--journal", m_journalFile, "keep them in FILE, not in the person's own trap journal")
        ->type_name("FILE");
    verb->add_flag("--from-journal", m_fromJournal, "print what the journal holds instead of listening");
    m_letters.addTo(*verb, false);
}

QString TrapsVerb::journalPath() {
    return m_journalFile.empty() ? Journal::standardPath(context().places().data)
                                 : QString::fromStdString(m_journalFile);
}

// The letters give one user; saved devices of SNMPv3 give theirs, where the pass-phrases of the letters or the
// environment do for them.
Result<QList<Credential>> TrapsVerb::users() {
    QList<Credential> users;
    Secrets secrets = m_letters.secrets();
    context().scrub(secrets);
    if (m_letters.version == "3" || !m_letters.user.empty()) {
        Device device;
        device.name = QString::fromStdString(m_letters.user);
        if (auto failure = m_letters.applyTo(device))
            return *failure;
        device.version = Version::V3;
        if (auto failure = completeSecrets(device, secrets))
            return *failure;
        auto user = device.readCredential(secrets);
        if (!user)
            return user.failure();
        users += *std::move(user);
    }
    for (const Device &device : context().devices().devices()) {
        if (device.version != Version::V3)
            continue;
        auto user = device.readCredential(secrets);
        if (user && !users.contains(*user))
            users += *std::move(user);
    }
    return users;
}

void TrapsVerb::start() {
    if (m_fromJournal) {
        m_print = std::make_unique<JournalPrint>(journalPath(), context(), m_count);
        connect(m_print.get(), &JournalPrint::finished, this, [this] {
            if (m_print->failure())
                fail(*m_print->failure());
            else
                end(ExitStatus::Whole);
        });
        return;
    }
    if (!m_journalFile.empty() && !journaltables::mayBeJournal(journalPath()))
        return fail(Failure(Failure::Kind::File, {journalPath(), tr("it is no trap journal, and is left as it is")}));
    auto accepted = users();
    if (!accepted)
        return fail(accepted.failure());
    m_users = std::make_unique<TrapUsers>(context().devices(), context().secrets());
    connect(m_users.get(), &TrapUsers::gathered, this, [this, given = *accepted](const QList<Credential> &stored) {
        m_users->disconnect(this);
        QList<Credential> all = given;
        for (const Credential &user : stored) {
            if (!all.contains(user))
                all.append(user);
        }
        accept(all);
    });
    m_users->gather();
}

void TrapsVerb::accept(const QList<Credential> &users) {
    const Settings &settings = context().settings();
    m_lines.emplace(context().library());
    m_journal = std::make_unique<Journal>(journalPath(), trapsettings::limits(settings));
    m_receiver = std::make_unique<Receiver>(context().engine());
    m_receiver->rules().setLibrary(context().library());
    m_receiver->rules().setRules(trapsettings::rules(settings));
    m_receiver->setJournal(m_journal.get());
    m_receiver->setUsers(users);
    m_journal->setLibrary(context().library());
    connect(m_receiver.get(), &Receiver::received, this, &TrapsVerb::print);
    connect(m_journal.get(), &Journal::opened, this, &TrapsVerb::journalOpened);
    connect(m_journal.get(), &Journal::stateChanged, this, [this] {
        if (m_isReceiving && !m_journal->state().text().isEmpty())
            Terminal::say(m_journal->state().text());
    });
    connect(m_journal.get(), &Journal::setAside, this, [](const Failure &failure) { Terminal::say(failure.text()); });
    connect(m_journal.get(), &Journal::committed, this, [this](quint32 last) {
        if (m_last > 0 && last >= m_last)
            end(ExitStatus::Whole);
    });
    m_journal->open();
}

void TrapsVerb::journalOpened() {
    if (m_isReceiving)
        return;
    const JournalState &state = m_journal->state();
    if (!m_journal->isWritten()) {
        if (!m_journalFile.empty())
            return fail(state.failure.value_or(Failure(
                Failure::Kind::File, {journalPath(), tr("%1 writes it; choose another file").arg(state.holder)})));
        const QString why = state.kind == JournalState::Kind::InUse
            ? tr("%1 keeps the trap journal: what comes here is printed and not kept.").arg(state.holder)
            : state.text();
        Terminal::say(why);
    }
    m_isReceiving = true;
    receive();
}

void TrapsVerb::receive() {
    if (m_listen.empty()) {
        listenByDefault();
        return;
    }
    for (const std::string &text : m_listen) {
        if (!listen(QString::fromStdString(text)))
            return;
    }
}

bool TrapsVerb::listen(const QString &text) {
    auto where = ListenAddress::parse(text, QHostAddress(QHostAddress::AnyIPv4));
    if (!where) {
        fail(where.failure());
        return false;
    }
    const auto port = m_receiver->listen(where->address, where->port);
    if (!port) {
        Terminal::say(port.failure().text());
        end(ExitStatus::NoAnswer);
        return false;
    }
    where->port = *port;
    Terminal::say(u"listening %1"_s.arg(where->toString()));
    return true;
}

bool TrapsVerb::listenByDefault() {
    constexpr quint16 Standard = 162;
    ListenAddress where{QHostAddress(QHostAddress::AnyIPv4), Standard};
    const auto port = m_receiver->listen(where.address, Standard);
    if (!port) {
        Terminal::say(tr("%1 Port 1162 instead.").arg(port.failure().text()));
        return listen(u"0.0.0.0:1162"_s);
    }
    Terminal::say(u"listening %1"_s.arg(where.toString()));
    return true;
}

void TrapsVerb::print(const QList<TrapRecord> &records) {
    Terminal &terminal = context().terminal();
    for (const TrapRecord &record : records) {
        if (m_count > 0 && m_seen >= m_count)
            break;
        ++m_seen;
        if (record.notification.failure && !context().json())
            Terminal::say(m_lines->text(record));
        else
            terminal.line(context().json() ? m_lines->json(record) : m_lines->text(record).toUtf8());
        if (m_seen == m_count)
            m_last = record.id;
    }
    terminal.flush();
    // A row that is kept is committed first, and an inform acknowledged; the others are by the end of this turn.
    if (terminal.closed() || (m_count > 0 && m_seen >= m_count && m_last == 0))
        end(ExitStatus::Whole);
}

void TrapsVerb::interrupt(int signalNumber) {
    m_receiver.reset();
    m_journal.reset(); // commits what waits
    m_print.reset();
    end(signalNumber == SIGTERM ? 0 : 128 + signalNumber);
}

} // namespace walkabout
