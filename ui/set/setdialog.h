// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "ui/shared/palette.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;

namespace walkabout {

class ValueEditor;

/// A change of one instance that stands in no view, typed by the MIB: it goes onto the sheet of the device, by its
/// button or Enter. Sends nothing.
class SetDialog final : public QDialog {
    Q_OBJECT

public:
    /// current: as last read; nullopt: not read.
    SetDialog(Describe describe, const QString &deviceLabel, const Oid &instance, const std::optional<Value> &current,
        QWidget *parent = nullptr);

signals:
    void changeMade(const walkabout::VarBind &change);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const QString &deviceLabel);
    [[nodiscard]] QWidget *objectLines();
    void check();
    void put();
    void showNow();

    const Describe m_describe;
    const Oid m_instance;
    const std::optional<Value> m_current;
    std::optional<VarBind> m_change; // what the editor holds, where it is acceptable

    ValueEditor *m_editor;
    QLabel *m_now;
    QLabel *m_after;
    QLabel *m_message;
    QPushButton *m_put;
};

} // namespace walkabout
