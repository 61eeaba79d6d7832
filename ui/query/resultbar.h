// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultview.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QToolButton;

namespace walkabout {

class LiveBar;

/// The line above a result: filter, how many it shows, what a live table can do, list, tree or tables, resume, pin.
class ResultBar final : public QWidget {
    Q_OBJECT

public:
    explicit ResultBar(QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit &filter() { return *m_filter; }
    /// Seen while a grid is.
    [[nodiscard]] LiveBar &live() { return *m_live; }
    void showCount(int shown, int of, bool filtering);
    void showProblem(const QString &problem);
    /// A result that can be looked at in each way, and how it is.
    void showView(ResultView view);
    /// The rows are of several devices: the filter knows them.
    void offerDevices();
    void offerResume(bool offer);
    void offerWhy(bool offer);

signals:
    /// A moment after the last letter.
    void filterChanged(const QString &text);
    void viewAsked(walkabout::ResultView view);
    void resumeAsked();
    void whyAsked();
    void pinned(bool pinned);
    void columnsAsked(const QPoint &at);

private:
    [[nodiscard]] QToolButton *button(const QString &name, const QString &tip);

    QLineEdit *m_filter;
    QLabel *m_count;
    LiveBar *m_live;
    QToolButton *m_resume;
    QToolButton *m_why;
    std::array<QToolButton *, 3> m_views; // as ResultView has them
};

} // namespace walkabout
