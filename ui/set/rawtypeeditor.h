// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/set/valueeditor.h"

class QComboBox;
class QLineEdit;

namespace walkabout {

/// For an instance that no module types: the type by net-snmp's letters, and one line.
class RawTypeEditor final : public ValueEditor {
    Q_OBJECT

public:
    RawTypeEditor(const std::optional<Value> &current, QWidget *parent);
    [[nodiscard]] Input input() const override;

private:
    QComboBox *m_type;
    QLineEdit *m_line;
};

} // namespace walkabout
