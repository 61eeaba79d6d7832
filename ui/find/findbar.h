// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/finder.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace walkabout {

/// The line below a view that finds in it: while typing, Enter and F3 onwards, Shift back; says where it went on from
/// the other end. Esc closes it and nothing else. Hidden until opened.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    /// finder: that of the view which is shown now; they outlive this.
    FindBar(std::function<Finder *()> finder, QWidget *parent);

    /// Ctrl+F
    void open();
    /// F3 and Shift+F3; opens where nothing was looked for yet.
    void step(bool forward);
    void dismiss();
    /// What is looked through goes: its finder is forgotten.
    void stop();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find(bool forward, bool onwards);
    void tell(Finder::Outcome outcome);
    void say(const QString &text, bool bad);
    QToolButton *addButton(const QString &text, const QString &tip);

    std::function<Finder *()> m_finder;
    Finder *m_searching = nullptr;
    bool m_forward = true;
    QLineEdit *m_text;
    QLabel *m_notice;
    QTimer m_pause; // while typing
};

} // namespace walkabout
