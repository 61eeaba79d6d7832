// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/credential.h"

#include <QCoreApplication>

#include <chrono>

namespace walkabout {

/// A change of a device's description that a diagnosis proposes: a choice, never a secret. What is not set stays.
struct Remedy {
    Q_DECLARE_TR_FUNCTIONS(Remedy)

public:
    std::optional<QString> host;
    std::optional<Version> version;
    std::optional<SecurityLevel> level;
    std::optional<AuthProtocol> auth;
    std::optional<PrivProtocol> priv;
    std::optional<std::chrono::milliseconds> timeout;
    std::optional<int> maxRepetitions;
    bool clearContext = false;
    bool clearEngineId = false;

    /// What a button that does it says: "Use SHA-512".
    [[nodiscard]] QString text() const;

    friend bool operator==(const Remedy &, const Remedy &) = default;
};

/// Why a device does not answer: the cause, the field of its description to look at, what it is known from. A value;
/// the words for people are made where they are shown.
struct Finding {
    Q_DECLARE_TR_FUNCTIONS(Finding)

public:
    enum class Cause {
        Answers, // round trip in ms
        UnknownHost, // host
        Refused, // address
        Unreachable, // address, the system's words
        Silent, // address
        Lossy, // address
        SilentToUser, // address, user: it has answered the discovery
        OtherAddress, // address that answers
        OtherSource, // address asked, address and port that answered
        OtherVersion, // version that answers
        Malformed, // address, what broke
        Slow, // round trip in ms
        LargeAnswersLost, // repetitions asked for
        HiddenObject, // object
        NoAccess, // object, error-status
        UnknownUser, // user
        Level, // level asked with
        AuthProtocol, // protocol that is accepted
        AuthPassphrase, // user
        PrivProtocol, // protocol that is accepted
        PrivPassphrase, // user
        Context, // context
        EngineId, // engine ID that was given, that it says
        Clock, // user
        SharedEngine, // engine ID, the other device
        Other, // the sentence of the failure
    };
    enum class Field {
        None,
        Address,
        Port,
        Version,
        Community,
        User,
        Level,
        AuthProtocol,
        AuthPassphrase,
        PrivProtocol,
        PrivPassphrase,
        Context,
        EngineId,
        Timeout,
        MaxRepetitions,
        Object,
    };

    Cause cause = Cause::Answers;
    QStringList arguments;
    std::optional<Remedy> remedy;

    [[nodiscard]] Field field() const;
    /// Stable words for JSON: "auth-protocol", "silent" ...
    [[nodiscard]] QString causeName() const;
    [[nodiscard]] QString fieldName() const;
    /// The field as the device dialog names it; empty: none.
    [[nodiscard]] QString fieldText() const;
    /// One sentence that names what to change.
    [[nodiscard]] QString text() const;

    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace walkabout
