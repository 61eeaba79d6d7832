// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <chrono>

class QSpinBox;
class QToolButton;

namespace walkabout {

/// What can be done with a table that is read again and again: live and how often, zero, hide what is zero, dismiss
/// what is gone, the change log. A part of the line above a result.
class LiveBar final : public QWidget {
    Q_OBJECT

public:
    explicit LiveBar(QWidget *parent = nullptr);

    [[nodiscard]] std::chrono::seconds interval() const;
    void showLive(bool live);
    /// hasZero: one is set, and can be taken away.
    void showZero(bool canZero, bool hasZero);
    /// How many rows are gone.
    void showGone(int rows);
    void showLog(bool shown);
    [[nodiscard]] bool hidesZeros() const;
    [[nodiscard]] bool showsLog() const;

public slots:
    // What the keys do.
    void toggleLive();
    void focusInterval();
    void zero();
    void toggleZeros();
    void dismiss();
    void toggleLog();

signals:
    void liveAsked(bool live);
    void intervalChanged(std::chrono::seconds interval);
    void zeroAsked();
    void zeroForgotten();
    void zerosHidden(bool hidden);
    void dismissAsked();
    void logAsked(bool shown);

private:
    [[nodiscard]] QToolButton *button(const QString &name, const QString &tip, bool checkable);

    QToolButton *m_live;
    QSpinBox *m_interval;
    QToolButton *m_zero;
    QAction *m_forget;
    QToolButton *m_hide;
    QToolButton *m_dismiss;
    QToolButton *m_log;
};

} // namespace walkabout
