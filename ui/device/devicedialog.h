// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/diagnosis.h"
#include "core/store/device.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace walkabout {

class AccessFields;
class OpenDevices;

/// A device's settings, its secrets included where they are its own. What does not fit is said while typing; OK waits
/// until all does. What it stands on outlives it.
class DeviceDialog final : public QDialog {
    Q_OBJECT

public:
    DeviceDialog(OpenDevices &devices, Device device, const Secrets &secrets, QWidget *parent = nullptr);

    [[nodiscard]] Device device() const;
    /// Its own; of a profile's nothing is known here.
    [[nodiscard]] Secrets secrets() const;

protected:
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int neededHeight() const;
    void build();
    void addBounds(QFormLayout &form);
    void addProfile(QFormLayout &form);
    void fillProfiles(const QUuid &chosen);
    void followProfile();
    /// What the test tries.
    void planTest(const std::function<void(const Result<DiagnosisPlan> &)> &answer);
    [[nodiscard]] QUuid profile() const;
    [[nodiscard]] QString problem() const;
    void judge();
    void fit();

    OpenDevices &m_devices;
    Device m_device; // as it came: what no field shows stays as it was
    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_group;
    QComboBox *m_profile;
    AccessFields *m_access;
    QDoubleSpinBox *m_timeout;
    QSpinBox *m_retries;
    QSpinBox *m_repetitions;
    QSpinBox *m_requests;
    QCheckBox *m_gentle;
    QCheckBox *m_production;
    QPushButton *m_colour;
    QLineEdit *m_notes;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace walkabout
