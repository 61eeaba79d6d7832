// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace walkabout {

/// A verb that this version does not have yet: says so, whatever follows it.
class AbsentVerb final : public Command {
    Q_OBJECT

public:
    AbsentVerb(std::string name, std::string purpose);

    void addTo(CLI::App &app) override;
    [[nodiscard]] bool needsLibrary() const override { return false; }

private:
    void start() override;

    std::string m_name;
    std::string m_purpose;
};

} // namespace walkabout
