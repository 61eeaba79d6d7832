// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace walkabout {

/// What the senders of notifications are called, by address: the saved devices.
using SourceNames = QHash<QString, QString>;

} // namespace walkabout
