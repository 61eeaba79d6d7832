// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace walkabout {

/// A line below the address bar that asks for what a device needs before it can be read or written: nothing modal,
/// nothing silent.
class SecretsBar final : public QFrame {
    Q_OBJECT

public:
    enum class For { Reading, Writing };

    explicit SecretsBar(QWidget *parent = nullptr);

    /// known: what stands in the store already. A read community that is missing is offered as "public", to be seen and
    /// edited.
    void ask(const Device &device, const Secrets &known, For purpose);
    [[nodiscard]] QUuid device() const { return m_device.id; }

signals:
    void given(const QUuid &device, const walkabout::Secrets &secrets);
    void dismissed();
    /// Another version, user or protocol is wanted.
    void settingsRequested(const walkabout::Device &device);

private:
    void judge();
    void give();

    Device m_device;
    Secrets m_known;
    For m_purpose = For::Reading;
    QLabel *m_text;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QPushButton *m_connect;
};

} // namespace walkabout
