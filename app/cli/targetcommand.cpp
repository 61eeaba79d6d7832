// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targetcommand.h"

#include "app/cli/context.h"

namespace walkabout {

TargetCommand::~TargetCommand() = default;

void TargetCommand::openTarget() {
    auto inquiry = SecretInquiry::begin(
        context(), m_letters, Target::read(QString::fromStdString(m_letters.target), context().devices()));
    if (!inquiry)
        return fail(inquiry.failure());
    m_inquiry = *std::move(inquiry);
    connect(m_inquiry.get(), &SecretInquiry::finished, this, &TargetCommand::finishInquiry);
}

void TargetCommand::finishInquiry() {
    SecretInquiry *const inquiry = m_inquiry.release();
    inquiry->deleteLater(); // its signal brought us here
    const auto secrets = inquiry->take();
    if (!secrets)
        return fail(secrets.failure());
    known(inquiry->device(), *secrets);
}

void TargetCommand::known(const Device &device, const Secrets &secrets) {
    m_opening = std::make_unique<Opening>(context().engine(), device, secrets, context().library());
    connect(m_opening.get(), &Opening::finished, this, &TargetCommand::finishOpening);
}

void TargetCommand::finishOpening() {
    auto target = m_opening->take();
    m_opening.release()->deleteLater(); // its signal brought us here
    if (!target)
        return fail(target.failure());
    m_target = *std::move(target);
    opened();
}

void TargetCommand::interrupt(int signalNumber) {
    m_inquiry.reset();
    m_opening.reset();
    Command::interrupt(signalNumber);
}

} // namespace walkabout
