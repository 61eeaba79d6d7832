// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/settings.h"
#include "ui/shared/theme.h"
#include "ui/start/startpage.h"

class QMainWindow;

namespace walkabout {

/// What the window remembers between runs: its layout, the last device and address, what was open lately, the theme,
/// when a padlock closes. Never a secret: devices stand here by their names and addresses. The settings outlive it.
class WindowMemory final {
public:
    explicit WindowMemory(Settings &settings)
        : m_settings(settings) {}

    /// false: there was nothing to restore.
    bool restore(QMainWindow &window) const;
    void save(const QMainWindow &window, const QString &device, const QString &address);
    [[nodiscard]] QString device() const;
    [[nodiscard]] QString address() const;

    [[nodiscard]] QList<StartPage::Recent> recent() const;
    void remember(const QString &device, const QString &address);

    [[nodiscard]] static Theme::Choice themeChoice(const Settings &settings);
    void keepTheme(const Theme &theme);
    /// After how many idle minutes allowed writes close again.
    [[nodiscard]] std::chrono::minutes idleTime() const;
    void keepIdleTime(std::chrono::minutes idle);

private:
    Settings &m_settings;
};

} // namespace walkabout
