// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/devicesverb.h"
#include "app/cli/diagnoseverb.h"
#include "app/cli/findverb.h"
#include "app/cli/mibsverb.h"
#include "app/cli/notifyverb.h"
#include "app/cli/readverb.h"
#include "app/cli/recordverb.h"
#include "app/cli/secretsverb.h"
#include "app/cli/serveverb.h"
#include "app/cli/setverb.h"
#include "app/cli/tableverb.h"
#include "app/cli/translateverb.h"
#include "app/cli/trapsverb.h"

namespace walkabout {

std::vector<std::unique_ptr<Command>> makeCommands() {
    std::vector<std::unique_ptr<Command>> commands;
    for (const Verb verb : {Verb::Get, Verb::Next, Verb::Bulk, Verb::Walk})
        commands.push_back(std::make_unique<ReadVerb>(verb));
    commands.push_back(std::make_unique<TableVerb>());
    commands.push_back(std::make_unique<SetVerb>());
    commands.push_back(std::make_unique<TranslateVerb>());
    commands.push_back(std::make_unique<FindVerb>());
    commands.push_back(std::make_unique<MibsVerb>());
    commands.push_back(std::make_unique<DevicesVerb>());
    commands.push_back(std::make_unique<SecretsVerb>());
    commands.push_back(std::make_unique<ServeVerb>());
    commands.push_back(std::make_unique<RecordVerb>());
    commands.push_back(std::make_unique<TrapsVerb>());
    commands.push_back(std::make_unique<NotifyVerb>());
    commands.push_back(std::make_unique<DiagnoseVerb>());
    return commands;
}

} // namespace walkabout
