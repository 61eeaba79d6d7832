// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace walkabout {

/// The translation context of what is said about objects and modules by functions that have no class.
struct MibText {
    Q_DECLARE_TR_FUNCTIONS(MibText)
};

} // namespace walkabout
