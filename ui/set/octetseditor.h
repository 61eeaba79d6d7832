// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/set/valueeditor.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace walkabout {

/// Octets as text, in the form of their hint (MAC addresses, dates), or as hex; counts them against SIZE.
class OctetsEditor final : public ValueEditor {
    Q_OBJECT

public:
    OctetsEditor(Describe describe, const Oid &instance, const std::optional<Value> &current, QWidget *parent);
    [[nodiscard]] Input input() const override;

private:
    void setHex(bool hex);
    void count();
    /// The octets that the line stands for; nullopt: it cannot be read.
    [[nodiscard]] std::optional<QByteArray> octets(bool hex) const;
    /// nullopt: they cannot be shown as text.
    [[nodiscard]] std::optional<QString> textOf(const QByteArray &octets) const;

    const Describe m_describe;
    const Oid m_instance;
    const TypeInfo m_type;
    QLineEdit *m_line;
    QLabel *m_count;
    QToolButton *m_hex;
};

} // namespace walkabout
