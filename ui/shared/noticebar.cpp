// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/noticebar.h"

#include "ui/shared/icon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace walkabout {

NoticeBar::NoticeBar(QWidget *parent)
    : TintedFrame(parent)
    , m_mark(new QLabel(this))
    , m_text(new QLabel(this))
    , m_offer(new QPushButton(this)) {
    setObjectName(QStringLiteral("notice"));
    setAutoFillBackground(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Glyph::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 4, 3);
    layout->addWidget(m_mark);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_offer);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        const std::function<void()> accepted = std::exchange(m_accepted, {});
        dismiss();
        if (accepted)
            accepted();
    });
    hide();
}

void NoticeBar::complain(const QString &text) {
    m_offer->hide();
    showText(text, true);
    emit complained();
}

void NoticeBar::tell(const QString &text, const QString &offer, std::function<void()> accepted) {
    m_offer->setText(offer);
    m_offer->setVisible(!offer.isEmpty());
    m_accepted = std::move(accepted);
    showText(text, false);
}

void NoticeBar::showText(const QString &text, bool bad) {
    setBack(bad ? Tint::BadBack : Tint::NoticeBack);
    m_mark->setVisible(bad);
    m_mark->setPixmap(icon(Glyph::Warning, Tint::Bad).pixmap(16, 16));
    m_text->setText(text);
    m_text->setAccessibleName(text);
    show();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::dismiss() {
    m_accepted = {};
    hide();
}

} // namespace walkabout
