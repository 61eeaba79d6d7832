// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/palette.h"

#include <QFrame>

namespace walkabout {

/// A bar whose background says what it is for; it stays so, and can be read, where light and dark change while it is
/// open.
class TintedFrame : public QFrame {
    Q_OBJECT

protected:
    using QFrame::QFrame;

    void setBack(Tint back);
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Tint m_back = Tint::NoticeBack;
    bool m_isTinted = false;
};

} // namespace walkabout
