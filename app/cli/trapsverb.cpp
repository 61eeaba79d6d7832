// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trapsverb.h"

#include "app/cli/context.h"
#include "app/cli/listenaddress.h"
#include "app/cli/notificationlines.h"
#include "app/cli/terminal.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace walkabout {

TrapsVerb::~TrapsVerb() = default;

void TrapsVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "traps", "print notifications as they arrive (v1, v2c)");
    verb->add_option("--listen", m_listen,
            "where to listen; may be repeated (all addresses, port 162, else 1162); port 0 asks for a free one")
        ->type_name("ADDR:PORT")
        ->allow_extra_args(false);
    verb->add_option("--count", m_count, "end after so many")->type_name("N")->check(CLI::PositiveNumber);
    verb->add_option("--journal", m_journal, "keep them in FILE (not in this version)")->type_name("FILE");
    verb->add_flag("--from-journal", m_fromJournal, "print what the journal holds (not in this version)");
    m_letters.addTo(*verb, false);
}

void TrapsVerb::start() {
    if (!m_journal.empty() || m_fromJournal)
        return fail(Failure(Failure::Kind::NotSupported,
            {tr("a trap journal; without --journal the traps are printed as they arrive")}));
    if (m_letters.version == "3" || !m_letters.user.empty())
        return fail(Failure(Failure::Kind::NotSupported, {tr("SNMPv3 notifications; v1 and v2c are received")}));
    m_receiver = std::make_unique<Receiver>(context().engine());
    connect(m_receiver.get(), &Receiver::received, this, &TrapsVerb::print);
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

void TrapsVerb::print(const Notification &notification) {
    if (m_count > 0 && m_seen >= m_count)
        return;
    ++m_seen;
    Terminal &terminal = context().terminal();
    if (notification.failure && !context().json())
        Terminal::say(notificationlines::text(notification, context().library()));
    else
        terminal.line(context().json() ? notificationlines::json(notification, context().library())
                                       : notificationlines::text(notification, context().library()).toUtf8());
    terminal.flush();
    if (terminal.closed() || m_seen == m_count)
        end(ExitStatus::Whole); // the loop ends once an inform has been acknowledged
}

void TrapsVerb::interrupt(int signalNumber) {
    m_receiver.reset();
    end(signalNumber == SIGTERM ? 0 : 128 + signalNumber);
}

} // namespace walkabout
