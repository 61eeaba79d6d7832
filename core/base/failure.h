// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace walkabout {

/// Why something did not happen: a kind and its arguments. Comparable; the sentence is made where it is shown.
class Failure final {
    Q_DECLARE_TR_FUNCTIONS(Failure)

public:
    enum class Kind {
        // what was asked
        BadUsage, // what is wrong
        InvalidOid, // text
        UnknownObject, // name
        AmbiguousObject, // name, candidates
        BadValue, // object, text, what is accepted
        NotWritable, // object
        NoSecret, // device, which secret
        InvalidEndpoint, // text
        WeakPassphrase, // which
        UnknownDevice, // name
        ReadOnlyDevice, // device
        NotSupported, // what
        // what the network said
        UnknownHost, // host
        Refused, // endpoint
        Timeout, // endpoint, tries
        Unreachable, // endpoint, the system's words
        LostSet, // endpoint: no answer to a SET
        Malformed, // endpoint, what broke
        Closed, // endpoint
        Cancelled,
        // what the agent said
        AgentError, // error-status name, object (may be empty), varbind number (1-based, may be "0")
        NotIncreasing, // the OID that did not increase
        Limit, // what was limited
        UnknownUser, // user: usmStatsUnknownUserNames
        WrongDigest, // user: usmStatsWrongDigests
        UnsupportedLevel, // user: usmStatsUnsupportedSecLevels
        NotInTimeWindow, // usmStatsNotInTimeWindows after one resynchronisation
        UnknownEngine, // usmStatsUnknownEngineIDs after discovery
        DecryptionError, // user: usmStatsDecryptionErrors
        UnknownContext, // context
        UnknownReport, // OID of the report
        SilentPrivacy, // endpoint, user: no answer to what was encrypted, after a discovery that was answered
        BadKey, // which: keys that the library refuses
        // files
        File, // path, the system's words
        BadLine, // path, line, what is wrong
        Damaged, // path, kept as
        NewerFile, // path, its version
        Network, // what, the system's words: sockets that cannot be made or bound
        LostTraps, // how many, why
        Locked, // path of the vault
        WrongPassphrase, // path of the vault
        Keyring, // the keyring's words
        // The trap journal keeps these by their number: new ones stand here, at the end.
    };

    explicit Failure(Kind kind, QStringList arguments = {})
        : m_kind(kind)
        , m_arguments(std::move(arguments)) {}

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QStringList &arguments() const { return m_arguments; }

    /// One sentence fit for the person at the screen, translated: what happened and what to do.
    [[nodiscard]] QString text() const;
    /// For the log: the kind and its arguments, untranslated.
    [[nodiscard]] QString logText() const;

    friend bool operator==(const Failure &, const Failure &) = default;

private:
    Kind m_kind;
    QStringList m_arguments;
};

} // namespace walkabout
