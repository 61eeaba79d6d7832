// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/protocolsearch.h"
#include "core/store/device.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace walkabout {

class Engine;

/// The SNMPv3 part of the device dialog: user, level, protocols, pass-phrases, context, engine ID.
class UserFields final : public QWidget {
    Q_OBJECT

public:
    explicit UserFields(Engine &engine, QWidget *parent = nullptr);

    /// Where protocols are found out: what stands in the address field.
    void setAddress(const QString &address) { m_address = address; }

    /// shared: what a profile can hold; own: what belongs to one device, context and engine ID.
    void setParts(bool shared, bool own);
    void show(const Device &device, const Secrets &secrets);
    /// Writes what stands here; pass-phrases not needed at this level stay empty.
    void read(Device &device, Secrets &secrets) const;
    /// What was typed as pass-phrases is gone.
    void wipe();
    /// Why this cannot be used; empty: it can. A pass-phrase left empty is asked for when it is needed.
    [[nodiscard]] QString problem() const;

    /// For those who align other labels with these.
    [[nodiscard]] static QString longestLabel() { return tr("Authentication pass-phrase"); }

signals:
    void changed();

private:
    [[nodiscard]] SecurityLevel level() const;
    void followLevel();
    [[nodiscard]] Result<ProtocolSearch::Plan> searchPlan() const;

    QString m_address;
    QFormLayout *m_form;
    QWidget *m_findOut = nullptr;
    QLineEdit *m_user;
    QComboBox *m_level;
    QComboBox *m_auth;
    QLineEdit *m_authPassphrase;
    QComboBox *m_priv;
    QLineEdit *m_privPassphrase;
    QLineEdit *m_context;
    QLineEdit *m_engineId;
};

} // namespace walkabout
