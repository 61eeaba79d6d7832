// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/options.h"
#include "core/work/target.h"

namespace walkabout {

/// A verb with a TARGET: finds the device, its secrets (letters, environment, terminal: never a silent "public") and
/// opens it.
class TargetCommand : public Command {
    Q_OBJECT

public:
    ~TargetCommand() override;

protected:
    /// Opens what the letters say, and says whether it did; if not, the command has ended.
    bool openTarget();
    [[nodiscard]] Target &target() { return *m_target; }

    TargetOptions m_letters;

private:
    std::unique_ptr<Target> m_target;
};

/// What is missing of the device's secrets: asked for on a terminal, else a failure.
[[nodiscard]] std::optional<Failure> completeSecrets(const Device &device, Secrets &secrets);

} // namespace walkabout
