// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>

class QAction;
class QMenu;

namespace walkabout {

/// An entry of a view's menu, owned by the menu: its key is shown there, the view itself hears it.
QAction *addEntry(QMenu &menu, const QString &text, const QKeySequence &key, const std::function<void()> &deed);

} // namespace walkabout
