// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"

#include <QObject>

#include <memory>

namespace walkabout {

class Context;

/// The secrets of one device for one command, in this order: the command's letters, what is stored of the device, the
/// environment, a prompt on the terminal; never a silent "public". Owned by the command; ends with exactly one queued
/// finished().
class SecretInquiry final : public QObject {
    Q_OBJECT

public:
    /// The letters are laid over the device; fails where there is none, or where they are wrong.
    [[nodiscard]] static Result<std::unique_ptr<SecretInquiry>> begin(
        Context &context, const TargetOptions &letters, Result<Device> device);

    [[nodiscard]] const Device &device() const { return m_device; }
    /// Once, after finished(): no log line will show them. Fails where one is missing.
    [[nodiscard]] Result<Secrets> take() { return std::move(m_outcome).value(); }

signals:
    void finished();

private:
    SecretInquiry(Context &context, Device device, const TargetOptions &letters);
    void complete(const Secrets &stored);

    Context &m_context;
    Device m_device;
    Secrets m_given;
    std::optional<Result<Secrets>> m_outcome;
};

/// Nothing that reading the device needs is missing.
[[nodiscard]] bool isComplete(const Device &device, const Secrets &secrets);
/// What is missing of the device's secrets: asked for on a terminal, else a failure.
[[nodiscard]] std::optional<Failure> completeSecrets(const Device &device, Secrets &secrets);

} // namespace walkabout
