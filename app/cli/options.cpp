// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/terminal.h"
#include "core/base/bytes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Cli", text); }

/// "-" asks.
Secret secretFrom(const std::string &given, const QString &prompt) {
    if (given == "-")
        return Secret::take(Terminal::ask(prompt));
    return Secret(QByteArrayView(given.data(), qsizetype(given.size())));
}

} // namespace

void CommonOptions::addTo(CLI::App &app) {
    app.add_option("--config-dir", configDir, "keep every file of this program below DIR")->type_name("DIR");
    app.add_option("--mib-dir", mibDirs, "read MIB modules from DIR too, before all others (may be repeated)")
        ->type_name("DIR")
        ->allow_extra_args(false);
    app.add_flag("--json", json, "one JSON object a line");
    app.add_option("--log-level", logLevel,
           "error, warning, info or debug (every request and answer); of the file, if one is given")
        ->type_name("LEVEL");
    app.add_option("--log-file", logFile, "write the log into FILE, behind what it holds")->type_name("FILE");
}

void TargetOptions::addCredentialTo(CLI::App &verb) {
    verb.add_option("-v", version, "SNMP version: 1, 2c or 3")->type_name("VERSION");
    verb.add_option("-c", community, "community (or WALKABOUT_COMMUNITY)")->type_name("COMMUNITY");
    verb.add_option("-l", level, "noAuthNoPriv, authNoPriv or authPriv")->type_name("LEVEL");
    verb.add_option("-u", user, "SNMPv3 user")->type_name("USER");
    verb.add_option("-a", auth, "MD5, SHA, SHA-224, SHA-256, SHA-384, SHA-512")->type_name("PROTOCOL");
    verb.add_option("-A", authPassphrase, "authentication pass-phrase; - asks (or WALKABOUT_AUTH)")
        ->type_name("PASSPHRASE");
    verb.add_option("-x", priv, "DES, AES, AES-192, AES-256, AES-192-C, AES-256-C")->type_name("PROTOCOL");
    verb.add_option("-X", privPassphrase, "privacy pass-phrase; - asks (or WALKABOUT_PRIV)")->type_name("PASSPHRASE");
}

void TargetOptions::addTo(CLI::App &verb, bool withTarget) {
    if (withTarget)
        verb.add_option("TARGET", target, "a saved device, demo, a recording's path, or [udp:|udp6:|tcp:]HOST[:PORT]")
            ->required();
    addCredentialTo(verb);
    verb.add_option("-n", context, "SNMPv3 context")->type_name("CONTEXT");
    verb.add_option("-e", engineId, "engine ID in hex, instead of asking for it")->type_name("ENGINE-ID");
    verb.add_option("-t", timeout, "ceiling of one try in seconds (1)")->type_name("SECONDS");
    verb.add_option("-r", retries, "resends after the first try (5)")->type_name("RETRIES");
    verb.add_flag("--gentle", gentle, "one small request at a time");
}

std::optional<Failure> TargetOptions::applyTo(Device &device) const {
    const auto wrong = [](const QString &what) { return Failure(Failure::Kind::BadUsage, {what}); };
    const auto text = [](const std::string &given) { return QString::fromStdString(given); };
    if (!version.empty()) {
        const auto known = Credential::versionNamed(text(version));
        if (!known)
            return wrong(tr("-v %1: the version is 1, 2c or 3.").arg(text(version)));
        device.version = *known;
    } else if (!user.empty() && device.name.isEmpty() && community.empty()) {
        device.version = Version::V3; // a user is nothing else
    }
    if (!level.empty()) {
        const auto known = Credential::levelNamed(text(level));
        if (!known)
            return wrong(tr("-l %1: the level is noAuthNoPriv, authNoPriv or authPriv.").arg(text(level)));
        device.level = *known;
    } else if (device.version == Version::V3 && device.name.isEmpty()) {
        // Without -l the letters say it: net-snmp's default would be noAuthNoPriv, which silently drops given keys.
        const bool hasAuth = !auth.empty() || !authPassphrase.empty() || qEnvironmentVariableIsSet("WALKABOUT_AUTH");
        const bool hasPriv = !priv.empty() || !privPassphrase.empty() || qEnvironmentVariableIsSet("WALKABOUT_PRIV");
        device.level = hasPriv ? SecurityLevel::AuthPriv
            : hasAuth          ? SecurityLevel::AuthNoPriv
                               : SecurityLevel::NoAuthNoPriv;
    }
    if (!user.empty())
        device.user = text(user);
    if (!auth.empty()) {
        const auto known = Credential::authNamed(text(auth));
        if (!known)
            return wrong(tr("-a %1: no such authentication protocol.").arg(text(auth)));
        device.auth = *known;
    }
    if (!priv.empty()) {
        const auto known = Credential::privNamed(text(priv));
        if (!known)
            return wrong(tr("-x %1: no such privacy protocol.").arg(text(priv)));
        device.priv = *known;
    }
    if (!context.empty())
        device.contextName = text(context);
    if (!engineId.empty()) {
        const auto bytes = bytes::fromHex(text(engineId));
        if (!bytes || bytes->size() < 5 || bytes->size() > 32)
            return wrong(tr("-e %1: an engine ID is 5 to 32 octets in hex.").arg(text(engineId)));
        device.engineId = *bytes;
    }
    if (timeout < 0 || timeout > 3600)
        return wrong(tr("-t %1: seconds up to 3600.").arg(timeout));
    if (timeout > 0)
        device.bounds.timeout = std::chrono::milliseconds(std::max<qint64>(1, qint64(timeout * 1000)));
    if (retries < -1 || retries > 100)
        return wrong(tr("-r %1: 0 to 100 resends.").arg(retries));
    if (retries >= 0)
        device.bounds.retries = retries;
    if (gentle)
        device.gentle = true;
    return {};
}

const Secrets &TargetOptions::given() const {
    if (m_given)
        return *m_given;
    Secrets &secrets = m_given.emplace();
    secrets.readCommunity = secretFrom(community, tr("Community"));
    secrets.writeCommunity
        = secrets.readCommunity; // on the command line one -c is what the person gave for this very command
    secrets.authPassphrase = secretFrom(authPassphrase, tr("Authentication pass-phrase"));
    secrets.privPassphrase = secretFrom(privPassphrase, tr("Privacy pass-phrase"));
    return secrets;
}

Secrets TargetOptions::fromEnvironment() {
    Secrets secrets;
    secrets.readCommunity = Secret::take(qgetenv("WALKABOUT_COMMUNITY"));
    secrets.writeCommunity = secrets.readCommunity;
    secrets.authPassphrase = Secret::take(qgetenv("WALKABOUT_AUTH"));
    secrets.privPassphrase = Secret::take(qgetenv("WALKABOUT_PRIV"));
    return secrets;
}

Secrets TargetOptions::secrets() const {
    Secrets secrets = given();
    secrets.complete(fromEnvironment());
    return secrets;
}

void OutputOptions::addTo(CLI::App &verb) {
    verb.add_option("-O", letters, "output as net-snmp's: n numeric, q quick, v values only, e numbers of enums")
        ->type_name("LETTERS")
        ->allow_extra_args(false);
}

VarBindLines::Style OutputOptions::style(bool json) const {
    const auto has = [this](char letter) {
        return std::ranges::any_of(
            letters, [letter](const std::string &given) { return given.find(letter) != std::string::npos; });
    };
    return {json, has('n'), has('q'), has('v'), has('e')};
}

std::optional<Failure> OutputOptions::check() const {
    for (const std::string &given : letters) {
        if (const size_t at = given.find_first_not_of("nqve"); at != std::string::npos)
            return Failure(Failure::Kind::BadUsage,
                {tr("-O%1: the letters n, q, v and e are known.").arg(QString::fromStdString(given))});
    }
    return {};
}

void TuningOptions::addTo(CLI::App &verb) {
    verb.add_option("--max-repetitions", maxRepetitions, "varbinds that a GETBULK asks for per object")
        ->type_name("N")
        ->check(CLI::Range(1, 65535));
    verb.add_option("--window", window, "requests in flight, instead of what the device is found to bear")
        ->type_name("N")
        ->check(CLI::Range(1, 64));
    verb.add_option("--limit", limit, "stop after so many varbinds; a bulk asks once and has no use for it")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
}

void TuningOptions::applyTo(Query &query) const {
    query.maxRepetitions = maxRepetitions;
    query.window = window;
    query.limit = limit;
}

} // namespace walkabout
