// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/serveverb.h"

#include "app/cli/context.h"
#include "app/cli/secretinquiry.h"
#include "app/cli/terminal.h"
#include "core/base/count.h"
#include "core/sim/demo.h"
#include "core/sim/recordedagent.h"
#include "core/work/objectname.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace walkabout {

ServeVerb::~ServeVerb() = default;

void ServeVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "serve", "a recording as an agent, until it is stopped");
    verb->add_option("RECORDING", m_recording, "a .snmprec or .snmpwalk file, or demo")->required();
    verb->add_option("--listen", m_listen, "where to listen (127.0.0.1:1161); port 0 asks for a free one")
        ->type_name("ADDR:PORT");
    verb->add_option("--write", m_write, "community that may set; without it v1 and v2c only read")
        ->type_name("COMMUNITY");
    m_letters.addTo(*verb, false);
}

Result<std::unique_ptr<AgentData>> ServeVerb::agentData() {
    if (m_recording == "demo")
        return makeDemoDevice();
    const auto names = [this](QStringView name) { return ObjectName::oidOf(name, *context().library()); };
    const QString path = QString::fromStdString(m_recording);
    auto recording = Recording::open(path, names);
    if (!recording)
        return recording.failure();
    constexpr qsizetype Shown = 5;
    const auto &bad = recording->badLines();
    for (const Recording::BadLine &line : bad.first(std::min(Shown, bad.size())))
        Terminal::say(Failure(Failure::Kind::BadLine, {path, QString::number(line.line), line.reason}).text());
    if (bad.size() > Shown)
        Terminal::say(counted(bad.size() - Shown, tr("%2: %1 more bad line was passed over."),
            tr("%2: %1 more bad lines were passed over."))
                          .arg(path));
    return std::unique_ptr<AgentData>(std::make_unique<RecordedAgent>(*recording));
}

Result<Responder::Access> ServeVerb::access() {
    Device device; // stands for ourselves
    device.name = u"serve"_s;
    if (m_letters.version.empty() && !m_letters.user.empty())
        device.version = Version::V3;
    if (const auto failure = m_letters.applyTo(device))
        return *failure;
    Secrets secrets = m_letters.secrets();
    Responder::Access access;
    const bool hasUser = device.version == Version::V3;
    if (!hasUser || !m_letters.community.empty())
        access.readCommunity = secrets.readCommunity.isEmpty() ? Secret("public") : secrets.readCommunity;
    access.writeCommunity = Secret::take(QByteArray::fromStdString(m_write));
    if (hasUser) {
        if (m_letters.level.empty()) {
            device.level = !secrets.privPassphrase.isEmpty() ? SecurityLevel::AuthPriv
                : !secrets.authPassphrase.isEmpty()          ? SecurityLevel::AuthNoPriv
                                                             : SecurityLevel::NoAuthNoPriv;
        }
        if (auto failure = completeSecrets(device, secrets))
            return *failure;
        const auto user = device.readCredential(secrets);
        if (!user)
            return user.failure();
        access.users.append(*user);
    }
    context().scrub(secrets);
    return access;
}

void ServeVerb::start() {
    auto where = ListenAddress::parse(QString::fromStdString(m_listen), QHostAddress(QHostAddress::LocalHost));
    if (!where)
        return fail(where.failure());
    auto may = access();
    if (!may)
        return fail(may.failure());
    auto data = agentData();
    if (!data)
        return fail(data.failure());
    m_responder = std::make_unique<Responder>(context().engine(), std::move(*data), std::move(*may));
    if (const auto failure = m_responder->listen(where->address, where->port)) {
        Terminal::say(failure->text());
        return end(ExitStatus::NoAnswer);
    }
    where->port = m_responder->port();
    Terminal::say(u"listening %1"_s.arg(where->toString()));
}

void ServeVerb::interrupt(int signalNumber) {
    m_responder.reset();
    end(signalNumber == SIGTERM ? 0 : 128 + signalNumber);
}

} // namespace walkabout
