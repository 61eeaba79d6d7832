// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/options.h"
#include "core/work/opening.h"

namespace walkabout {

/// A device and what opens it.
struct Wanted {
    Device device;
    Secrets secrets;
};

/// What the letters make of this device; its secrets are asked for where they are missing, and kept out of the log.
[[nodiscard]] Result<Wanted> withLetters(Context &context, const TargetOptions &letters, Result<Device> device);

/// A verb with a TARGET: finds the device, its secrets (letters, environment, terminal: never a silent "public") and
/// opens it.
class TargetCommand : public Command {
    Q_OBJECT

public:
    ~TargetCommand() override;

    void interrupt(int signalNumber) override;

protected:
    /// What the letters say.
    [[nodiscard]] Result<Wanted> wanted();
    /// Opens what the letters say and goes on in opened(); where that fails, the command ends.
    void openTarget();
    /// There is a target() from now on.
    virtual void opened() = 0;
    [[nodiscard]] Target &target() { return *m_target; }

    TargetOptions m_letters;

private:
    void finishOpening();

    std::unique_ptr<Opening> m_opening;
    std::unique_ptr<Target> m_target;
};

/// What is missing of the device's secrets: asked for on a terminal, else a failure.
[[nodiscard]] std::optional<Failure> completeSecrets(const Device &device, Secrets &secrets);

} // namespace walkabout
