// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failure.h"

#include "core/base/count.h"

namespace walkabout {

namespace {

struct Status {
    const char *name;
    const char *meaning;
};

// RFC 3416 section 3, and what each usually means at the desk.
constexpr Status statuses[] = {
    {"tooBig", QT_TRANSLATE_NOOP("Failure", "the answer does not fit into one message; ask for less at a time")},
    {"noSuchName",
        QT_TRANSLATE_NOOP("Failure", "the device has no such object, or does not show it to this community")},
    {"badValue", QT_TRANSLATE_NOOP("Failure", "the device does not accept this value or type")},
    {"readOnly", QT_TRANSLATE_NOOP("Failure", "the device does not let this object be changed")},
    {"genErr", QT_TRANSLATE_NOOP("Failure", "the device failed inside and gave no reason")},
    {"noAccess", QT_TRANSLATE_NOOP("Failure", "the device does not give this user or community access to the object")},
    {"wrongType", QT_TRANSLATE_NOOP("Failure", "the device wants a value of another type")},
    {"wrongLength", QT_TRANSLATE_NOOP("Failure", "the value is too long or too short for the device")},
    {"wrongEncoding", QT_TRANSLATE_NOOP("Failure", "the device could not read the value's encoding")},
    {"wrongValue", QT_TRANSLATE_NOOP("Failure", "the device does not accept this value")},
    {"noCreation", QT_TRANSLATE_NOOP("Failure", "this instance does not exist and cannot be created")},
    {"inconsistentValue", QT_TRANSLATE_NOOP("Failure", "the value does not fit the device's present state")},
    {"resourceUnavailable", QT_TRANSLATE_NOOP("Failure", "the device lacks the resources for it now")},
    {"commitFailed", QT_TRANSLATE_NOOP("Failure", "the device could not apply the change and went back")},
    {"undoFailed",
        QT_TRANSLATE_NOOP("Failure", "the device could not apply the change nor go back: read what stands there now")},
    {"authorizationError", QT_TRANSLATE_NOOP("Failure", "this user or community may not do this")},
    {"notWritable", QT_TRANSLATE_NOOP("Failure", "the object cannot be changed on this device")},
    {"inconsistentName", QT_TRANSLATE_NOOP("Failure", "this instance cannot be created now")},
};

} // namespace

QString Failure::text() const {
    const auto at = [this](qsizetype i) { return m_arguments.value(i); };
    switch (m_kind) {
    case Kind::BadUsage: return at(0);
    case Kind::InvalidOid: return tr("“%1” is not an object identifier.").arg(at(0));
    case Kind::UnknownObject:
        return tr("No loaded MIB module defines “%1”. Check the name, or import the module that has it.").arg(at(0));
    case Kind::AmbiguousObject: return tr("“%1” is defined by several modules: name one of %2.").arg(at(0), at(1));
    case Kind::BadValue: return tr("“%2” is no value for %1: %3.").arg(at(0), at(1), at(2));
    case Kind::NotWritable: return tr("%1 cannot be written: its module says it is read-only.").arg(at(0));
    case Kind::NoSecret: return tr("%1 needs its %2, and none is known: type it.").arg(at(0), at(1));
    case Kind::InvalidEndpoint:
        return tr("“%1” is not an address: write HOST, HOST:PORT, or udp:, udp6:, tcp: before it.").arg(at(0));
    case Kind::WeakPassphrase:
        return tr("The %1 pass-phrase has under 8 characters; SNMPv3 does not allow that.").arg(at(0));
    case Kind::UnknownDevice: return tr("No saved device is named “%1”.").arg(at(0));
    case Kind::ReadOnlyDevice: return tr("%1 is open read-only: allow writes first.").arg(at(0));
    case Kind::NotSupported: return tr("This program cannot do that yet: %1.").arg(at(0));
    case Kind::UnknownHost:
        return tr("The name “%1” has no address: check its spelling, or the name server.").arg(at(0));
    case Kind::Refused: return tr("%1 refused: nothing listens on this port.").arg(at(0));
    case Kind::Timeout:
        return tr(
            "No answer from %1 after %2: wrong community, access list, firewall or SNMP off; from here these look "
            "the same.")
            .arg(at(0), counted(at(1).toLongLong(), tr("%1 try"), tr("%1 tries")));
    case Kind::Unreachable: return tr("%1 cannot be reached: %2.").arg(at(0), at(1));
    case Kind::LostSet: return tr("No answer from %1: the change may have been made.").arg(at(0));
    case Kind::Malformed: return tr("%1 answered with a message that cannot be read: %2.").arg(at(0), at(1));
    case Kind::Closed: return tr("The connection to %1 was closed.").arg(at(0));
    case Kind::Cancelled: return tr("Stopped.");
    case Kind::AgentError: {
        QString meaning;
        for (const Status &status : statuses) {
            if (at(0) == QLatin1String(status.name))
                meaning = QStringLiteral(": ") + tr(status.meaning);
        }
        if (at(1).isEmpty())
            return tr("The device answered %1%2.").arg(at(0), meaning);
        return tr("The device answered %1 for %2%3.").arg(at(0), at(1), meaning);
    }
    case Kind::NotIncreasing: return tr("The device loops: its answers stopped increasing at %1.").arg(at(0));
    case Kind::Limit: return tr("Stopped at the limit of %1.").arg(at(0));
    case Kind::UnknownUser: return tr("The device knows no SNMPv3 user “%1”: check the user name.").arg(at(0));
    case Kind::WrongDigest:
        return tr("The device refuses the authentication of “%1”: check the authentication protocol and pass-phrase.")
            .arg(at(0));
    case Kind::UnsupportedLevel:
        return tr("The device does not offer this security level to “%1”: check the level.").arg(at(0));
    case Kind::NotInTimeWindow:
        return tr("The device's SNMPv3 clock moves: it refused the message as out of its time window, also after "
                  "asking it for its time.");
    case Kind::UnknownEngine:
        return tr("The device does not accept its own engine ID: check the engine ID given by hand, or whether two "
                  "devices share one address.");
    case Kind::DecryptionError:
        return tr("The device could not decrypt the message of “%1”: check the privacy protocol and pass-phrase.")
            .arg(at(0));
    case Kind::UnknownContext: return tr("The device has no SNMPv3 context “%1”: check the context name.").arg(at(0));
    case Kind::UnknownReport:
        return tr("The device answered with a report that names no known reason (%1).").arg(at(0));
    case Kind::SilentPrivacy:
        return tr(
            "%1 is there, but does not answer what is encrypted for “%2”: check the privacy protocol and pass-phrase.")
            .arg(at(0), at(1));
    case Kind::BadKey: return tr("The %1 keys cannot be made: check protocol and pass-phrase.").arg(at(0));
    case Kind::File: return tr("%1: %2.").arg(at(0), at(1));
    case Kind::BadLine: return tr("%1, line %2: %3.").arg(at(0), at(1), at(2));
    case Kind::Damaged: return tr("%1 is damaged; it was set aside as %2 and not overwritten.").arg(at(0), at(1));
    case Kind::NewerFile:
        return tr("%1 was written by a newer version (format %2): it is read but not changed.").arg(at(0), at(1));
    case Kind::Network: return tr("%1: %2.").arg(at(0), at(1));
    case Kind::LostTraps:
        return tr("%1 lost here: %2.")
            .arg(counted(at(0).toLongLong(), tr("%1 message was"), tr("%1 messages were")), at(1));
    case Kind::Locked: return tr("%1 is locked: its secrets wait for the master pass-phrase.").arg(at(0));
    case Kind::WrongPassphrase: return tr("That is not the master pass-phrase of %1.").arg(at(0));
    case Kind::Keyring: return tr("The desktop's keyring does not answer as it should: %1.").arg(at(0));
    }
    return {};
}

QString Failure::logText() const {
    return QStringLiteral("failure %1 [%2]").arg(int(m_kind)).arg(m_arguments.join(QStringLiteral(", ")));
}

} // namespace walkabout
