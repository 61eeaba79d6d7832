// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace walkabout {

/// Notifications of the desktop (org.freedesktop.Notifications over the session bus). Without a bus, or a desktop that
/// has them, nothing is shown and isAvailable() says so once it is known. Nothing waits for an answer.
class DesktopNotice final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Plain text; a notice of the same topic takes the place of the one before, where it still stands.
    void show(const QString &topic, const QString &title, const QString &text, bool isUrgent);

signals:
    /// A person clicked the notice of this topic.
    void activated(const QString &topic);
    void unavailable();

private slots:
    void actionInvoked(uint id, const QString &action);

private:
    void listen();

    QHash<QString, uint> m_shown; // by topic
    bool m_isListening = false;
};

} // namespace walkabout
