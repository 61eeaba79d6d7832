// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/tintedframe.h"

#include <functional>

class QLabel;
class QPushButton;

namespace walkabout {

/// One sentence below the address bar, in place of message boxes: what is wrong with what was asked, or what was done
/// and can be undone.
class NoticeBar final : public TintedFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void complain(const QString &text);
    /// offer: what the button says; nothing is offered where it is empty.
    void tell(const QString &text, const QString &offer = {}, std::function<void()> accepted = {});
    void dismiss();

signals:
    void complained();

private:
    void showText(const QString &text, bool bad);

    QLabel *m_mark;
    QLabel *m_text;
    QPushButton *m_offer;
    std::function<void()> m_accepted;
};

} // namespace walkabout
