// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/namebutton.h"

#include <QStyleOptionButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace walkabout {

NameButton::NameButton(QWidget *parent)
    : QPushButton(parent) {}

QString NameButton::with(const QString &name) const { return QString(m_sentence).replace("%1"_L1, name); }

void NameButton::setSentence(const QString &sentence, const QString &name) {
    m_sentence = sentence;
    m_name = name;
    const QString whole = with(name);
    setText(QString(whole).replace(u'&', u"&&"_s));
    setAccessibleName(whole);
}

QString NameButton::shownText() const {
    QStyleOptionButton option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).width();
    const QFontMetrics metrics = fontMetrics();
    if (metrics.horizontalAdvance(with(m_name)) <= room)
        return with(m_name);
    const int words = metrics.horizontalAdvance(with({}));
    return with(metrics.elidedText(m_name, Qt::ElideMiddle, qMax(0, room - words)));
}

void NameButton::paintEvent(QPaintEvent *) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (!m_name.isEmpty())
        option.text = shownText().replace(u'&', u"&&"_s);
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace walkabout
