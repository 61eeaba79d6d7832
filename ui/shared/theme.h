// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace walkabout {

/// Light or dark as the desktop says (org.freedesktop.appearance, watched; Qt 6.4 does not tell), or as the person
/// chose. One for the application, owned by it; where the desktop says nothing the light theme stands.
class Theme final : public QObject {
    Q_OBJECT

public:
    enum class Choice { Desktop, Light, Dark };
    Q_ENUM(Choice)

    /// lastDark: what the desktop said when the program ran last, so that no flash of the other theme is seen.
    Theme(Choice choice, bool lastDark, QObject *parent = nullptr);

    /// Asks the desktop and watches it; asynchronous.
    void watch();
    void choose(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool desktopIsDark() const { return m_desktopIsDark; }

signals:
    void changed();

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setDesktop(uint scheme);
    void apply();

    Choice m_choice;
    bool m_desktopIsDark;
};

} // namespace walkabout
