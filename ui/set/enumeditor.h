// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/set/valueeditor.h"

class QComboBox;

namespace walkabout {

/// One of the labels of an enumerated integer.
class EnumEditor final : public ValueEditor {
    Q_OBJECT

public:
    EnumEditor(const TypeInfo &type, const std::optional<Value> &current, QWidget *parent);
    [[nodiscard]] Input input() const override;

private:
    QComboBox *m_labels;
};

} // namespace walkabout
