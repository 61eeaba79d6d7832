// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QDropEvent;
class QLabel;
class QWidget;

namespace walkabout {

/// Takes files and folders dropped anywhere on a window, its fields for text too, and text that is wanted as a whole;
/// says over the window what will become of them while they are held there. A child of the window.
class FileDrop final : public QObject {
    Q_OBJECT

public:
    /// promise: what will be done with these; empty: they are not wanted.
    FileDrop(QWidget &window, std::function<QString(const QStringList &)> promise);

    /// What will be done with a text that is no file; empty: it goes to the field below.
    void setTextPromise(std::function<QString(const QString &)> promise) { m_textPromise = std::move(promise); }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void dropped(const QStringList &paths);
    void textDropped(const QString &text);

private:
    [[nodiscard]] bool take(QDropEvent &event, bool isDrop);
    void show(const QString &text);

    QWidget &m_window;
    std::function<QString(const QStringList &)> m_promise;
    std::function<QString(const QString &)> m_textPromise;
    QLabel *m_overlay;
};

} // namespace walkabout
