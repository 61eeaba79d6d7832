// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/tintedframe.h"

#include <QUuid>

class QLabel;
class QLineEdit;

namespace walkabout {

/// Before a production device may be written to, its name is typed once.
class ConfirmBar final : public TintedFrame {
    Q_OBJECT

public:
    explicit ConfirmBar(QWidget *parent = nullptr);

    void ask(const QUuid &device, const QString &name);

signals:
    void confirmed(const QUuid &device);
    void dismissed();

private:
    QUuid m_device;
    QString m_name;
    QLabel *m_text;
    QLineEdit *m_typed;
};

} // namespace walkabout
