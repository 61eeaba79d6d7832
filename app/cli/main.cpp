// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/interrupt.h"
#include "app/cli/terminal.h"
#include "core/base/limits.h"
#include "core/base/logchoice.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <optional>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

void say(const LogRecord &record) {
    const bool isDetail = record.level == QtDebugMsg || record.level == QtInfoMsg;
    Terminal::say(isDetail ? record.category + u": "_s + record.text : record.text);
}

QString sentence(const CLI::App &app, const CLI::ParseError &error) {
    if (!app.get_subcommands().empty())
        return QString::fromLocal8Bit(error.what()).trimmed().replace(u'\n', u' ');
    const auto rest = app.remaining();
    const auto word = std::ranges::find_if(rest, [](const std::string &given) { return !given.starts_with('-'); });
    if (word != rest.end())
        return QCoreApplication::translate("Cli", "“%1” is no verb").arg(QString::fromLocal8Bit(*word));
    return QCoreApplication::translate("Cli", "a verb is missing, such as get, walk, table, set, translate or serve");
}

} // namespace

int main(int argc, char *argv[]) {
    limits::raise();
    QCoreApplication::setApplicationName(u"walkabout"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WALKABOUT_VERSION));
    const QCoreApplication application(argc, argv);
    Log log;
    Terminal terminal;

    CLI::App app("Browse MIBs and work with SNMP devices.", "walkabout-cli");
    app.set_version_flag("--version", "walkabout-cli " WALKABOUT_VERSION);
    app.require_subcommand(1);
    CommonOptions common;
    common.addTo(app);
    std::optional<Context> context; // outlives the commands
    const auto commands = makeCommands();
    for (const auto &command : commands)
        command->addTo(app);

    const std::span<char *const> arguments(argv + std::min(argc, 1), argv + argc);
    try {
        std::vector<std::string> words = commandline::joined(arguments);
        std::ranges::reverse(words); // as CLI11 takes them
        app.parse(std::move(words));
    } catch (const CLI::Success &help) {
        return app.exit(help);
    } catch (const CLI::ParseError &error) {
        Terminal::say(u"walkabout-cli: %1 (--help tells more)"_s.arg(sentence(app, error)));
        return int(ExitStatus::Usage);
    }
    commandline::hideSecrets(arguments);
    const LogChoice logChoice{QString::fromStdString(common.logLevel), QFile::decodeName(common.logFile.c_str())};
    if (const auto failure = logChoice.applyTo(log, LogLevel::Warning, say)) {
        Terminal::say(failure->text());
        return int(failure->kind() == Failure::Kind::File ? ExitStatus::File : ExitStatus::Usage);
    }

    const auto chosen = std::ranges::find_if(commands, [](const auto &command) { return command->isChosen(); });
    Command *const command = chosen->get();
    context.emplace(common, terminal, log);
    const Interrupt interrupt;
    if (command->needsLibrary())
        static_cast<void>(context->library()); // before the loop: parsing blocks
    QObject::connect(&interrupt, &Interrupt::interrupted, command, &Command::interrupt);
    QObject::connect(command, &Command::done, &application, [](int status) { QCoreApplication::exit(status); });
    QTimer::singleShot(0, command, [&] { command->run(*context); });
    return QCoreApplication::exec();
}
