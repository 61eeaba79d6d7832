// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/secretinquiry.h"
#include "core/work/opening.h"

namespace walkabout {

/// A verb with a TARGET: finds the device, its secrets (SecretInquiry) and
/// opens it.
class TargetCommand : public Command {
    Q_OBJECT

public:
    ~TargetCommand() override;

    void interrupt(int signalNumber) override;

protected:
    /// Opens what the letters say and goes on in opened(); where that fails, the command ends.
    void openTarget();
    /// A device and its secrets are known: opens it, unless the command has more to ask.
    virtual void known(const Device &device, const Secrets &secrets);
    /// There is a target() from now on.
    virtual void opened() = 0;
    [[nodiscard]] Target &target() { return *m_target; }

    TargetOptions m_letters;

private:
    void finishInquiry();
    void finishOpening();

    std::unique_ptr<SecretInquiry> m_inquiry;
    std::unique_ptr<Opening> m_opening;
    std::unique_ptr<Target> m_target;
};

} // namespace walkabout
