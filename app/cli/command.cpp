// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/terminal.h"

namespace walkabout {

Command::~Command() = default;

void Command::run(Context &context) {
    m_context = &context;
    if (!m_done) // interrupted before it began
        start();
}

void Command::interrupt(int signalNumber) { end(128 + signalNumber); }

CLI::App *Command::addVerb(CLI::App &app, const std::string &name, const std::string &description) {
    m_verb = app.add_subcommand(name, description);
    m_verb->fallthrough(); // --json and its like may follow the verb
    return m_verb;
}

void Command::end(int status) {
    if (std::exchange(m_done, true))
        return;
    emit done(status);
}

void Command::fail(const Failure &failure) {
    Terminal::say(failure.text());
    end(exitStatus(failure));
}

} // namespace walkabout
