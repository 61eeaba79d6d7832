// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/finding.h"

#include <array>

using namespace Qt::StringLiterals;

namespace walkabout {

QString Remedy::text() const {
    if (host)
        return tr("Use the address %1").arg(*host);
    if (version)
        return tr("Use version %1").arg(Credential::name(*version));
    if (level)
        return tr("Use %1").arg(Credential::name(*level));
    if (auth)
        return tr("Use %1").arg(Credential::name(*auth));
    if (priv)
        return tr("Use %1").arg(Credential::name(*priv));
    if (timeout)
        return tr("Wait %1 s").arg(double(timeout->count()) / 1000, 0, 'g', 3);
    if (maxRepetitions)
        return tr("Ask for %1 repetitions").arg(*maxRepetitions);
    if (clearContext)
        return tr("Leave the context empty");
    return clearEngineId ? tr("Ask the device for its engine ID") : QString();
}

Finding::Field Finding::field() const {
    switch (cause) {
    case Cause::Answers:
    case Cause::Clock:
    case Cause::Other: return Field::None;
    case Cause::UnknownHost:
    case Cause::Unreachable:
    case Cause::OtherAddress:
    case Cause::OtherSource: return Field::Address;
    case Cause::Refused: return Field::Port;
    case Cause::OtherVersion:
    case Cause::Malformed: return Field::Version;
    case Cause::Silent: return Field::Community;
    case Cause::SilentToUser:
    case Cause::AuthPassphrase: return Field::AuthPassphrase;
    case Cause::Lossy:
    case Cause::Slow: return Field::Timeout;
    case Cause::LargeAnswersLost: return Field::MaxRepetitions;
    case Cause::HiddenObject:
    case Cause::NoAccess: return Field::Object;
    case Cause::UnknownUser: return Field::User;
    case Cause::Level: return Field::Level;
    case Cause::AuthProtocol: return Field::AuthProtocol;
    case Cause::PrivProtocol: return Field::PrivProtocol;
    case Cause::PrivPassphrase: return Field::PrivPassphrase;
    case Cause::Context: return Field::Context;
    case Cause::EngineId:
    case Cause::SharedEngine: return Field::EngineId;
    }
    return Field::None;
}

QString Finding::causeName() const {
    static constexpr std::array<QStringView, 26> names
        = {u"answers", u"unknown-host", u"refused", u"unreachable", u"silent", u"lossy", u"silent-to-user",
            u"other-address", u"other-source", u"other-version", u"malformed", u"slow", u"large-answers-lost",
            u"hidden-object", u"no-access", u"unknown-user", u"level", u"auth-protocol", u"auth-passphrase",
            u"priv-protocol", u"priv-passphrase", u"context", u"engine-id", u"clock", u"shared-engine", u"other"};
    return names[size_t(cause)].toString();
}

QString Finding::fieldName() const {
    static constexpr std::array<QStringView, 16> names = {u"none", u"address", u"port", u"version", u"community",
        u"user", u"level", u"auth-protocol", u"auth-passphrase", u"priv-protocol", u"priv-passphrase", u"context",
        u"engine-id", u"timeout", u"max-repetitions", u"object"};
    return names[size_t(field())].toString();
}

QString Finding::fieldText() const {
    switch (field()) {
    case Field::None: return {};
    case Field::Address: return tr("Address");
    case Field::Port: return tr("Port");
    case Field::Version: return tr("Version");
    case Field::Community: return tr("Community");
    case Field::User: return tr("User");
    case Field::Level: return tr("Level");
    case Field::AuthProtocol: return tr("Authentication protocol");
    case Field::AuthPassphrase: return tr("Authentication pass-phrase");
    case Field::PrivProtocol: return tr("Privacy protocol");
    case Field::PrivPassphrase: return tr("Privacy pass-phrase");
    case Field::Context: return tr("Context");
    case Field::EngineId: return tr("Engine ID");
    case Field::Timeout: return tr("Longest try");
    case Field::MaxRepetitions: return tr("Repetitions");
    case Field::Object: return tr("Object");
    }
    return {};
}

QString Finding::text() const {
    const auto argument = [this](qsizetype i) { return arguments.value(i); };
    switch (cause) {
    case Cause::Answers: return tr("The device answers, within %1 ms.").arg(argument(0));
    case Cause::UnknownHost: return tr("No address is known for %1: correct the address.").arg(argument(0));
    case Cause::Refused:
        return tr("%1 says that nothing listens there: correct the port, or start the agent.").arg(argument(0));
    case Cause::Unreachable:
        return tr("%1 cannot be reached (%2): correct the address, or the way there.").arg(argument(0), argument(1));
    case Cause::Silent:
        return tr("%1 does not answer: wrong community, access list, firewall or SNMP off; from here these look the "
                  "same.")
            .arg(argument(0));
    case Cause::Lossy:
        return tr("%1 answers some questions and not others: the way there loses packets; allow more time and resends.")
            .arg(argument(0));
    case Cause::SilentToUser:
        return tr("%1 answers who it is, and is silent to user %2: check the authentication pass-phrase, then the "
                  "device's access list.")
            .arg(argument(0), argument(1));
    case Cause::OtherAddress: return tr("Only the address %1 of this name answers: use it.").arg(argument(0));
    case Cause::OtherSource:
        return tr("What was asked of %1 is answered from %2, which no session may take: use the address that answers, "
                  "or let the device answer from the one that is asked.")
            .arg(argument(0), argument(1));
    case Cause::OtherVersion: return tr("The device answers version %1: change the version.").arg(argument(0));
    case Cause::Malformed:
        return tr("%1 sends what is no SNMP answer (%2): check the port and the version.")
            .arg(argument(0), argument(1));
    case Cause::Slow: return tr("The device takes %1 ms to answer: allow each try more time.").arg(argument(0));
    case Cause::LargeAnswersLost:
        return tr("Small answers arrive, those of %1 varbinds are lost, perhaps as fragments: ask for fewer "
                  "repetitions.")
            .arg(argument(0));
    case Cause::HiddenObject:
        return tr("The device answers, but has nothing at %1: the object is not there, or a view hides it from this "
                  "user or community.")
            .arg(argument(0));
    case Cause::NoAccess:
        return tr("The device answers, and refuses %1 (%2): this user or community may not read it at this level.")
            .arg(argument(0), argument(1));
    case Cause::UnknownUser: return tr("The device knows no user %1: correct the user.").arg(argument(0));
    case Cause::Level: return tr("The user is not set up for %1: change the level.").arg(argument(0));
    case Cause::AuthProtocol:
        return tr("The pass-phrase is right with %1: change the authentication protocol.").arg(argument(0));
    case Cause::AuthPassphrase:
        return tr("The user %1 is known, and the authentication pass-phrase fits with no protocol: correct it.")
            .arg(argument(0));
    case Cause::PrivProtocol:
        return tr("The pass-phrase is right with %1: change the privacy protocol.").arg(argument(0));
    case Cause::PrivPassphrase:
        return tr("Authentication works for user %1, and the privacy pass-phrase fits with no protocol: correct it.")
            .arg(argument(0));
    case Cause::Context:
        return tr("The device answers without the context %1, not with it: correct the context.").arg(argument(0));
    case Cause::EngineId:
        return tr("The engine ID that was given (%1) is not the device's (%2): leave it empty.")
            .arg(argument(0), argument(1));
    case Cause::Clock:
        return tr(
            "The device's clock jumps: it finds the messages of user %1 out of time again and again. Look whether "
            "it restarts, or whether two devices share this engine ID.")
            .arg(argument(0));
    case Cause::SharedEngine:
        return tr(
            "The device answers, but has the engine ID %1 that %2 has too: give one of them another, or users and "
            "clocks get mixed up.")
            .arg(argument(0), argument(1));
    case Cause::Other: return argument(0);
    }
    return {};
}

} // namespace walkabout
