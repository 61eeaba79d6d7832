// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/notifyverb.h"

#include "app/cli/context.h"
#include "app/cli/objectlist.h"
#include "app/cli/reading.h"
#include "app/cli/summary.h"
#include "app/cli/terminal.h"
#include "core/snmp/request.h"
#include "core/trap/objectscheck.h"

namespace walkabout {

namespace {

// What the definition asks for and the command line does not give: sent all the same, as it was asked.
void sayDifferences(const TrapDraft &draft, const Library &library) {
    const auto check = ObjectsCheck::of(draft.oid, draft.varBinds, library);
    if (!check.missing.isEmpty()) {
        Terminal::say(NotifyVerb::tr("%1 should carry %2 too.")
                          .arg(library.node(draft.oid).qualifiedName(), check.missing.join(QStringLiteral(", "))));
    }
    if (check.standings.contains(ObjectsCheck::Standing::Misplaced)) {
        Terminal::say(
            NotifyVerb::tr("%1 lists its objects in another order.").arg(library.node(draft.oid).qualifiedName()));
    }
}

} // namespace

NotifyVerb::~NotifyVerb() = default;

void NotifyVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "notify", "send a trap or an inform");
    m_letters.addTo(*verb);
    verb->add_option("NOTIFICATION", m_notification, "IF-MIB::linkDown, linkDown or its number")->required();
    verb->add_option("OBJECT=VALUE", m_objects,
        "what it carries: the type comes from the MIB, or OBJECT=TYPE:VALUE with net-snmp's type letters; "
        "@FILE and - give one a line");
    verb->add_flag("--inform", m_inform, "ask for an acknowledgement, and send again without it (not in v1)");
    verb->add_option("--uptime", m_uptime, "sysUpTime in hundredths of a second (this system's)")->type_name("TICKS");
    verb->add_option("--agent", m_agent, "agent address of a v1 trap (the one it leaves from)")->type_name("ADDRESS");
}

Result<TrapDraft> NotifyVerb::draft() {
    const auto objects = objectList(m_objects);
    if (!objects)
        return objects.failure();
    auto draft = TrapDraft::parse(*context().library(), QString::fromStdString(m_notification), *objects);
    if (!draft)
        return draft;
    draft->isInform = m_inform;
    draft->uptime = m_uptime;
    if (m_agent.empty())
        return draft;
    draft->agent = QHostAddress(QString::fromStdString(m_agent));
    if (draft->agent.protocol() != QAbstractSocket::IPv4Protocol) {
        return Failure(Failure::Kind::BadUsage,
            {tr("“%1” is no IPv4 address, as a v1 trap carries.").arg(QString::fromStdString(m_agent))});
    }
    return draft;
}

void NotifyVerb::start() {
    auto inquiry = SecretInquiry::begin(
        context(), m_letters, Sender::read(QString::fromStdString(m_letters.target), context().devices()));
    if (!inquiry)
        return fail(inquiry.failure());
    m_inquiry = *std::move(inquiry);
    connect(m_inquiry.get(), &SecretInquiry::finished, this, &NotifyVerb::known);
}

void NotifyVerb::known() {
    SecretInquiry *const inquiry = m_inquiry.release();
    inquiry->deleteLater(); // its signal brought us here
    const auto secrets = inquiry->take();
    if (!secrets)
        return fail(secrets.failure());
    const auto made = draft();
    if (!made)
        return fail(made.failure());
    auto sender = Sender::to(context().engine(), inquiry->device(), *secrets);
    if (!sender)
        return fail(sender.failure());
    m_sender = *std::move(sender);
    auto request = m_sender->send(*made);
    if (!request)
        return fail(request.failure());
    sayDifferences(*made, *context().library());
    m_request = *std::move(request);
    connect(m_request.get(), &Request::finished, this, &NotifyVerb::finish);
}

void NotifyVerb::interrupt(int signalNumber) {
    m_signal = signalNumber;
    if (m_request)
        m_request->cancel();
    else
        Command::interrupt(signalNumber);
}

void NotifyVerb::finish() {
    Summary summary;
    summary.add(*m_request);
    summary.figures.varBinds = m_request->question().varBinds.size(); // that went out
    if (m_request->ending() == Ending::Whole && m_inform) {
        const double ms = double(m_request->figures().roundTrip.count()) / 1000.0;
        Terminal::say(tr("Acknowledged after %1 ms.").arg(ms, 0, 'f', 1));
    } else if (m_request->ending() == Ending::Whole) {
        Terminal::say(tr("Sent, and refused by no one; a trap is not acknowledged."));
    }
    conclude(context().terminal(), m_request->failure(), summary, context().json());
    const bool isStopped = m_signal != 0 && m_request->ending() == Ending::Cancelled;
    end(isStopped ? 128 + m_signal : int(exitStatus(*m_request)));
}

} // namespace walkabout
