// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/set/valueeditor.h"

class QLineEdit;

namespace walkabout {

/// One line for a number, an address or an object identifier, with what is accepted beside it.
class LineEditor final : public ValueEditor {
    Q_OBJECT

public:
    LineEditor(const TypeInfo &type, const QString &units, const std::optional<Value> &current, QWidget *parent);
    [[nodiscard]] Input input() const override;

private:
    QLineEdit *m_line;
};

} // namespace walkabout
