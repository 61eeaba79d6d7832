// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/device.h"
#include "core/trap/trapstation.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;

namespace walkabout {

class UserFields;

/// To whom a notification goes, and as whom: a saved device with all that is known of it, or an address with a
/// community or a user. The station outlives it.
class SendTarget final : public QWidget {
    Q_OBJECT

public:
    explicit SendTarget(TrapStation &station, QWidget *parent = nullptr);

    struct Receiver {
        Device device;
        Secrets secrets;
    };
    /// Answers from the event loop, perhaps at once: a saved device's secrets come from their store.
    void find(std::function<void(const Result<Receiver> &)> answer);
    /// Of what stands here now; empty: nothing does.
    [[nodiscard]] QString label() const;
    [[nodiscard]] Version version() const;

signals:
    void changed();

private:
    [[nodiscard]] const Device *saved() const;
    void follow();

    TrapStation &m_station;
    QComboBox *m_to;
    QComboBox *m_version;
    QLineEdit *m_community;
    UserFields *m_user;
};

} // namespace walkabout
