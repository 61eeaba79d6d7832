// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace walkabout {

/// How far a file that is being written is, with a button that stops it; there while one is. Owned by the window.
class ExportBar final : public QFrame {
    Q_OBJECT

public:
    explicit ExportBar(QWidget *parent = nullptr);

    void begin(const QString &file);
    void showDone(qint64 done, qint64 of);

signals:
    void stopAsked();

private:
    QLabel *m_text;
    QProgressBar *m_progress;
};

} // namespace walkabout
