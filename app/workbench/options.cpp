// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/options.h"

#include <CLI/CLI.hpp>

namespace walkabout {

std::optional<int> Options::read(int argc, char **argv, Options &options) {
    CLI::App app{"A MIB browser and SNMP workbench", "walkabout"};
    std::string config;
    std::string target;
    std::string object;
    std::string screenshot;
    std::vector<std::string> mibs;
    bool get = false;
    bool walk = false;
    bool table = false;
    app.set_version_flag("--version", "walkabout " WALKABOUT_VERSION);
    app.add_option("--config-dir", config, "Keep all files of this program below DIR")->type_name("DIR");
    app.add_option("--mib-dir", mibs, "Read MIB modules from DIR first; may be given again")
        ->type_name("DIR")
        ->allow_extra_args(false);
    app.add_option("TARGET", target, "A saved device, demo, a recording, or HOST[:PORT]");
    app.add_option("OBJECT", object, "What to ask for: IF-MIB::ifTable, sysUpTime, 1.3.6.1...");
    auto *verb = app.add_option_group("verb");
    verb->require_option(0, 1);
    verb->add_flag("--get", get, "GET it");
    verb->add_flag("--walk", walk, "Walk it");
    verb->add_flag("--table", table, "Show it as a table");
    app.add_option("--screenshot", screenshot, "Save the window as PNG once what was asked for is on screen, and exit")
        ->type_name("FILE");
    std::string logLevel;
    std::string logFile;
    app.add_option("--log-level", logLevel, "error, warning, info or debug; of the file, if one is given")
        ->type_name("LEVEL");
    app.add_option("--log-file", logFile, "Write the log into FILE, behind what it holds")->type_name("FILE");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.configFolder = QString::fromStdString(config);
    for (const std::string &folder : mibs)
        options.mibFolders += QString::fromStdString(folder);
    options.target = QString::fromStdString(target);
    options.object = QString::fromStdString(object);
    options.screenshot = QString::fromStdString(screenshot);
    options.log = {QString::fromStdString(logLevel), QString::fromStdString(logFile)};
    if (get || walk || table)
        options.verb = get ? Verb::Get : walk ? Verb::Walk : Verb::Table;
    return {};
}

} // namespace walkabout
