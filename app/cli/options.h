// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"
#include "core/work/query.h"
#include "core/work/varbindlines.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace walkabout {

/// What may stand before or after any verb.
struct CommonOptions {
    std::string configDir;
    std::vector<std::string> mibDirs;
    bool json = false;
    std::string logLevel;
    std::string logFile;

    void addTo(CLI::App &app);
};

/// net-snmp's own letters for a target, and what they make of a device.
struct TargetOptions {
    std::string target;
    std::string version;
    std::string community;
    std::string level;
    std::string user;
    std::string auth;
    std::string authPassphrase;
    std::string priv;
    std::string privPassphrase;
    std::string context;
    std::string engineId;
    double timeout = 0; // seconds; 0: the device's
    int retries = -1; // -1: the device's
    bool gentle = false;

    /// Those of a credential.
    void addCredentialTo(CLI::App &verb);
    /// All letters; withTarget: the positional TARGET too.
    void addTo(CLI::App &verb, bool withTarget = true);
    /// The letters given, laid over the device.
    [[nodiscard]] std::optional<Failure> applyTo(Device &device) const;
    /// Secrets from the letters; "-" is asked for, once for all devices of the command.
    [[nodiscard]] const Secrets &given() const;
    /// Of WALKABOUT_COMMUNITY, WALKABOUT_AUTH and WALKABOUT_PRIV.
    [[nodiscard]] static Secrets fromEnvironment();
    /// From the letters, else from the environment.
    [[nodiscard]] Secrets secrets() const;

private:
    mutable std::optional<Secrets> m_given;
};

/// -O as net-snmp's: n numeric, q quick, v values only, e numbers of enums.
struct OutputOptions {
    std::vector<std::string> letters;

    void addTo(CLI::App &verb);
    [[nodiscard]] VarBindLines::Style style(bool json) const;
    /// A letter that we do not know.
    [[nodiscard]] std::optional<Failure> check() const;
};

/// What is otherwise tuned, fixed by hand.
struct TuningOptions {
    int maxRepetitions = 0; // 0: the device's
    int window = 0; // 0: not fixed
    qint64 limit = 0; // varbinds; 0: none

    void addTo(CLI::App &verb);
    void applyTo(Query &query) const;
};

} // namespace walkabout
