// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/devicestore.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace walkabout {

class AccessFields;
class OpenDevices;

/// The credential profiles: added, edited, removed; says which devices use each. What it stands on outlives it.
class ProfilesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ProfilesDialog(OpenDevices &devices, QWidget *parent = nullptr);

    void select(const QUuid &profile);

private:
    void build();
    void fill();
    void show(const QUuid &profile);
    void showUse();
    void add();
    void remove();
    void save();
    [[nodiscard]] CredentialProfile edited() const;
    [[nodiscard]] QString problem() const;
    void judge();

    OpenDevices &m_devices;
    QUuid m_shown; // null: none
    Secrets m_stored; // of the one that is shown
    bool m_isKnown = false; // its secrets were read
    QListWidget *m_list;
    QWidget *m_fields;
    QLineEdit *m_name;
    AccessFields *m_access;
    QLabel *m_use;
    QLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_remove;
};

} // namespace walkabout
