// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/work/describe.h"

#include <QFrame>

class QLabel;

namespace walkabout {

class ValueEditor;

/// The field that lies over a cell while its value is edited: the editor that its type asks for, and below it why what
/// it holds is no value, or what its keys do. Enter accepts, Ctrl+Enter accepts and sends, Esc leaves; so does going
/// elsewhere, which keeps what is acceptable; what is not stays open where the view was clicked. Owned by the view that
/// it lies over.
class CellEditor final : public QFrame {
    Q_OBJECT

public:
    CellEditor(const Describe &describe, const Oid &instance, const std::optional<Value> &value, QWidget *parent);
    ~CellEditor() override;

    [[nodiscard]] const Oid &instance() const { return m_instance; }
    /// Something was typed.
    [[nodiscard]] bool isTouched() const { return m_isTouched; }
    /// Accepts what was typed, as Enter does, or leaves where that was nothing; false: it is no value, and stays.
    bool settle();

signals:
    /// It may need another height.
    void grown();
    /// Once, the last that it says.
    void left();
    void accepted(const walkabout::VarBind &change, bool send);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();
    void accept(bool send);
    void leave();
    void followFocus(const QWidget *now);

    const Describe m_describe;
    const Oid m_instance;
    ValueEditor *m_editor;
    QLabel *m_message;
    std::optional<VarBind> m_change; // what it holds, where that is acceptable
    std::optional<VarBind> m_first; // what it held at first
    bool m_isTouched = false;
    bool m_isLeft = false;
};

} // namespace walkabout
