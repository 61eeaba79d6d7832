// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/set/valueeditor.h"

class QCheckBox;

namespace walkabout {

/// A check box for each bit of BITS; bits that no label names are kept as they stand.
class BitsEditor final : public ValueEditor {
    Q_OBJECT

public:
    BitsEditor(const TypeInfo &type, const std::optional<Value> &current, QWidget *parent);
    [[nodiscard]] Input input() const override;

private:
    struct Bit {
        QCheckBox *box;
        qint64 position;
    };
    QList<Bit> m_bits;
    QByteArray m_before;
};

} // namespace walkabout
