// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace walkabout {

/// What stands where results will: the demo device, a recording, and what was open lately.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    struct Recent {
        QString device;
        QString address;
    };

    explicit StartPage(QWidget *parent = nullptr);

    void setRecent(const QList<Recent> &recent);

signals:
    void demoAsked();
    void recordingAsked();
    void recentAsked(const QString &device, const QString &address);

private:
    QVBoxLayout *m_recent;
};

} // namespace walkabout
