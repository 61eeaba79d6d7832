// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/work/describe.h"

#include <QWidget>

#include <optional>

namespace walkabout {

/// The field in which a new value is chosen or typed, as its type asks for: what it holds goes through change::make.
class ValueEditor : public QWidget {
    Q_OBJECT

public:
    /// As change::make takes it.
    struct Input {
        QString text;
        QChar letter = u'=';
    };

    /// The editor that fits the object; filled with the value that stands there now.
    static ValueEditor *make(
        const Describe &describe, const Oid &instance, const std::optional<Value> &current, QWidget *parent);

    [[nodiscard]] virtual Input input() const = 0;
    /// What it holds as a change of this instance; fails where the module would not have it, and says what it would.
    [[nodiscard]] Result<VarBind> change(const Library &library, const Oid &instance) const;

signals:
    void changed();

protected:
    using QWidget::QWidget;
};

} // namespace walkabout
