// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace walkabout {

class Engine;
class UserFields;

/// With what a device is read and written: the SNMP version, and communities or an SNMPv3 user. Part of the device
/// dialog and of the profiles sheet. The engine outlives it.
class AccessFields final : public QWidget {
    Q_OBJECT

public:
    explicit AccessFields(Engine &engine, QWidget *parent = nullptr);
    ~AccessFields() override;

    enum class Part {
        All, // of a device with credentials of its own
        Shared, // of a profile
        Own // what a device has that has a profile: context and engine ID
    };
    void setPart(Part part);
    void setAddress(const QString &address);
    void show(const Device &device, const Secrets &secrets);
    void read(Device &device, Secrets &secrets) const;
    /// Why this cannot be used; empty: it can.
    [[nodiscard]] QString problem() const;

signals:
    void changed();
    /// Other fields are shown: they need more or less room.
    void reshaped();

private:
    void build();
    void follow();
    [[nodiscard]] bool isOfUser() const;

    Part m_part = Part::All;
    QComboBox *m_version;
    QWidget *m_communities;
    QLineEdit *m_readCommunity;
    QLineEdit *m_writeCommunity;
    UserFields *m_user;
};

} // namespace walkabout
