// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitstatus.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QObject>

namespace walkabout {

class Context;

/// One verb of the program: says its options, then runs in the event loop until done(). Owned by main.
class Command : public QObject {
    Q_OBJECT

public:
    ~Command() override;

    /// Adds the verb and its options.
    virtual void addTo(CLI::App &app) = 0;
    [[nodiscard]] bool isChosen() const { return m_verb && m_verb->parsed(); }
    /// Whether the modules are read before it runs.
    [[nodiscard]] virtual bool needsLibrary() const { return true; }
    /// From the event loop, once.
    void run(Context &context);
    /// Ctrl+C or SIGTERM: ends at once unless there is something to stop first.
    virtual void interrupt(int signalNumber);

signals:
    /// Once, with the program's exit status; perhaps inside run().
    void done(int status);

protected:
    virtual void start() = 0;
    /// The verb's own parser, made with the settings that all share.
    CLI::App *addVerb(CLI::App &app, const std::string &name, const std::string &description);
    [[nodiscard]] Context &context() { return *m_context; }
    void end(ExitStatus status) { end(int(status)); }
    void end(int status);
    /// Says the failure and ends with its status.
    void fail(const Failure &failure);
    void failUsage(const QString &sentence) { fail(Failure(Failure::Kind::BadUsage, {sentence})); }

private:
    CLI::App *m_verb = nullptr;
    Context *m_context = nullptr;
    bool m_done = false;
};

} // namespace walkabout
