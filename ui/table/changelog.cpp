// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/changelog.h"

#include "core/base/count.h"
#include "ui/shared/fonts.h"
#include "ui/shared/icon.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace walkabout {

ChangeLog::ChangeLog(QWidget *parent)
    : QWidget(parent)
    , m_said(new QLabel(this))
    , m_lines(new QPlainTextEdit(this)) {
    m_lines->setAccessibleName(tr("Change log"));
    m_lines->setReadOnly(true);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setMaximumBlockCount(MostLines);
    m_lines->setFont(monospaced());
    m_lines->setFrameShape(QFrame::NoFrame);
    m_said->setAccessibleName(tr("Changes told"));
    const auto button = [this](Glyph glyph, const QString &name) {
        auto *made = new QToolButton(this);
        made->setIcon(icon(glyph));
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setAutoRaise(true);
        return made;
    };
    QToolButton *all = button(Glyph::Copy, tr("Copy all changes"));
    QToolButton *close = button(Glyph::Close, tr("Close the change log"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 4, 0);
    head->addWidget(m_said, 1);
    head->addWidget(all);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_lines);
    setFocusProxy(m_lines);
    connect(all, &QToolButton::clicked, this, &ChangeLog::copy);
    connect(close, &QToolButton::clicked, this, &ChangeLog::closeAsked);
    say();
}

void ChangeLog::add(const QStringList &lines) {
    // What is behind the last line stays where it is while a person reads further up.
    m_lines->appendPlainText(lines.join(u'\n'));
    m_count += lines.size();
    say();
}

void ChangeLog::say() {
    const QString all
        = m_count == 0 ? tr("Nothing has changed yet.") : counted(m_count, tr("%1 change"), tr("%1 changes"));
    const qint64 dropped = m_count - m_lines->blockCount();
    m_said->setText(
        m_count > 0 && dropped > 0 ? tr("%1; the oldest %2 are no longer kept").arg(all, grouped(dropped)) : all);
}

QString ChangeLog::text() const { return m_lines->toPlainText(); }

void ChangeLog::copy() const { QGuiApplication::clipboard()->setText(text()); }

} // namespace walkabout
