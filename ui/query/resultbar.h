// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace walkabout {

class LiveBar;

/// The line above a result: filter, how many it shows, what a live table can do, list or grid, resume, pin.
class ResultBar final : public QWidget {
    Q_OBJECT

public:
    explicit ResultBar(QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit &filter() { return *m_filter; }
    /// Seen while a grid is.
    [[nodiscard]] LiveBar &live() { return *m_live; }
    void showCount(int shown, int of, bool filtering);
    void showProblem(const QString &problem);
    /// grid: it can be shown as one, and whether it is.
    void showViews(bool hasGrid, bool isGrid);
    /// The rows are of several devices: the filter knows them.
    void offerDevices();
    void offerResume(bool offer);
    void offerWhy(bool offer);

signals:
    /// A moment after the last letter.
    void filterChanged(const QString &text);
    void gridAsked(bool grid);
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
    QToolButton *m_list;
    QToolButton *m_grid;
};

} // namespace walkabout
