// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace walkabout {

/// find TEXT: ranked search over names, OIDs and descriptions.
class FindVerb final : public Command {
    Q_OBJECT

public:
    void addTo(CLI::App &app) override;

private:
    void start() override;

    std::vector<std::string> m_words;
    int m_limit = 50;
};

} // namespace walkabout
