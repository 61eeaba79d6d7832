// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/secrets.h"

#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>

namespace walkabout {

/// Where secrets rest between uses: memory, the desktop's keyring, an encrypted file. Asynchronous, because a keyring
/// is: every answer is called from the event loop, unless its context object has gone. An answer may be left empty.
class SecretStore {
public:
    using Found = std::function<void(const Result<Secrets> &)>;
    using Done = std::function<void(const std::optional<Failure> &)>;

    virtual ~SecretStore() = default;
    /// Found empty: none are kept of this device.
    virtual void read(const QUuid &device, QObject *context, Found found) = 0;
    virtual void write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) = 0;
    virtual void remove(const QUuid &device, QObject *context, Done done) = 0;
    /// A few words for the window: "desktop keyring".
    [[nodiscard]] virtual QString whereKept() const = 0;

protected:
    static void answer(QObject *context, const Found &found, Result<Secrets> secrets);
    static void answer(QObject *context, const Done &done, const std::optional<Failure> &failure);
};

} // namespace walkabout
