// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/confirmbar.h"

#include "ui/shared/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace walkabout {

ConfirmBar::ConfirmBar(QWidget *parent)
    : TintedFrame(parent)
    , m_text(new QLabel(this))
    , m_typed(new QLineEdit(this)) {
    setAutoFillBackground(true);
    m_typed->setAccessibleName(tr("Device name"));
    m_typed->setMaximumWidth(220);
    auto *allow = new QPushButton(tr("Allow"), this);
    allow->setEnabled(false);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Glyph::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Not now"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_text);
    layout->addWidget(m_typed);
    layout->addWidget(allow);
    layout->addStretch();
    layout->addWidget(close);
    connect(m_typed, &QLineEdit::textChanged, this,
        [this, allow](const QString &text) { allow->setEnabled(text == m_name); });
    connect(m_typed, &QLineEdit::returnPressed, allow, &QPushButton::click);
    connect(allow, &QPushButton::clicked, this, [this] {
        hide();
        emit confirmed(m_device);
    });
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    hide();
}

void ConfirmBar::ask(const QUuid &device, const QString &name) {
    m_device = device;
    m_name = name;
    setBack(Tint::BadBack);
    m_typed->clear();
    m_text->setText(tr("%1 is a production device. Type its name to allow writes:").arg(name));
    show();
    m_typed->setFocus();
}

} // namespace walkabout
