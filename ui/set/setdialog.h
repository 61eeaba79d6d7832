// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"
#include "core/work/describe.h"
#include "ui/shared/palette.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;

namespace walkabout {

class ValueEditor;

/// A change of one instance, typed by the MIB. It never talks to the network: who opened it sends what sendRequested
/// says and tells how that ended. Only the button that names the device, or Ctrl+Enter, sends.
class SetDialog final : public QDialog {
    Q_OBJECT

public:
    SetDialog(Library::Pointer library, const QString &deviceLabel, const Oid &instance,
        const std::optional<Value> &current, QWidget *parent = nullptr);

    /// Of the SET: the agent's error stands at the varbind; silence says that the change may have been made.
    void showOutcome(const Operation &operation);
    /// What stands on the device now, read after a SET.
    void showReadBack(const Value &value);
    /// Why it is not known what stands there now.
    void showUnread(const Failure &failure);
    /// Why nothing was sent: the device is read-only, a secret is missing.
    void showRefusal(const Failure &failure);

signals:
    void sendRequested(const QList<walkabout::VarBind> &changes);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const QString &deviceLabel);
    [[nodiscard]] QWidget *objectLines();
    void check();
    void send();
    [[nodiscard]] QString sentence(const Failure &failure) const;
    void say(const QString &text, Tint tint);
    void showNow();

    const Describe m_describe;
    const Oid m_instance;
    const QString m_deviceLabel;
    std::optional<Value> m_current;
    std::optional<VarBind> m_change; // what the editor holds, where it is acceptable
    bool m_waiting = false;

    ValueEditor *m_editor;
    QLabel *m_now;
    QLabel *m_after;
    QLabel *m_message;
    QPushButton *m_set;
};

} // namespace walkabout
