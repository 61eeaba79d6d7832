// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace walkabout {

class Engine;
class UserFields;

/// A device's settings, its secrets included. What does not fit is said while typing; OK waits until all does.
class DeviceDialog final : public QDialog {
    Q_OBJECT

public:
    /// taken: names that other devices have.
    DeviceDialog(Engine &engine, Device device, const Secrets &secrets, QStringList taken, QWidget *parent = nullptr);
    ~DeviceDialog() override;

    [[nodiscard]] Device device() const;
    [[nodiscard]] Secrets secrets() const;

private:
    void build();
    [[nodiscard]] QString problem() const;
    void judge();

    Device m_device; // as it came: what no field shows stays as it was
    QStringList m_taken;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_version;
    QStackedWidget *m_access;
    QLineEdit *m_readCommunity;
    QLineEdit *m_writeCommunity;
    UserFields *m_user;
    QDoubleSpinBox *m_timeout;
    QSpinBox *m_retries;
    QSpinBox *m_repetitions;
    QCheckBox *m_gentle;
    QCheckBox *m_production;
    QPushButton *m_colour;
    QLineEdit *m_notes;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace walkabout
