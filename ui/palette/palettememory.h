// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/settings.h"

#include <QStringList>

namespace walkabout {

/// What was chosen in the palette, over restarts: the latest first. Names and OIDs, never what was typed. The settings
/// outlive it.
class PaletteMemory final {
public:
    explicit PaletteMemory(Settings &settings)
        : m_settings(settings) {}

    [[nodiscard]] QStringList used() const;
    void use(const QString &id);

private:
    Settings &m_settings;
};

} // namespace walkabout
