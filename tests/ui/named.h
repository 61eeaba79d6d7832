// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace walkabout::test {

/// The first widget below the parent with this accessible name, as an assistive technology finds it; nullptr: none.
template <class W>
W *named(const QWidget &parent, const QString &name, bool visible = false) {
    for (W *widget : parent.findChildren<W *>()) {
        if (widget->accessibleName() == name && (!visible || widget->isVisible()))
            return widget;
    }
    return nullptr;
}

} // namespace walkabout::test
