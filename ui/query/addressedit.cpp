// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/addressedit.h"

#include "ui/query/completiondelegate.h"
#include "ui/query/completionmodel.h"
#include "ui/query/pastedcommand.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/fonts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QKeyEvent>

using namespace std::chrono_literals;

namespace walkabout {

AddressEdit::AddressEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_offers(new CompletionModel(this)) {
    setAccessibleName(tr("Address"));
    setObjectName(QStringLiteral("address"));
    setPlaceholderText(tr("Object: IF-MIB::ifTable, sysUpTime, 1.3.6.1.2.1.2.2"));
    setToolTip(
        tr("Objects to ask for: Enter does the obvious, Ctrl+Enter walks, Ctrl+Shift+Enter opens a new tab (Ctrl+L)"));
    setFont(monospaced());
    addClearButton(this);
    auto *offers = new QCompleter(m_offers, this);
    offers->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    offers->setMaxVisibleItems(14);
    setCompleter(offers);
    offers->popup()->setItemDelegate(new CompletionDelegate(offers->popup()));
    offers->popup()->setAccessibleName(tr("Objects offered"));
    // A choice from the list is what is asked for.
    connect(
        offers, qOverload<const QString &>(&QCompleter::activated), this, [this] { emit entered(false, false); },
        Qt::QueuedConnection);
    m_pause.setSingleShot(true);
    m_pause.setInterval(40ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (text() == m_typed) // not chosen elsewhere since
            m_offers->offer(m_typed);
    });
    connect(m_offers, &CompletionModel::offered, this, &AddressEdit::showOffers);
    // Who moves in the list has what they look for: it shall not be exchanged below the hand.
    connect(offers, qOverload<const QString &>(&QCompleter::highlighted), this, &AddressEdit::forgetOffers);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_typed = text;
        m_pause.start();
    });
}

void AddressEdit::setLibrary(const Library::Pointer &library) { m_offers->setLibrary(library); }

void AddressEdit::forgetOffers() {
    m_pause.stop();
    m_offers->cancel();
}

void AddressEdit::showOffers(const QString &text) {
    if (!hasFocus() || text != this->text() || m_offers->rowCount() == 0
        || (m_offers->rowCount() == 1 && m_offers->index(0).data().toString() == text))
        completer()->popup()->hide();
    else
        completer()->complete();
}

void AddressEdit::paste() {
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().contains(u'\n') || PastedCommand::looksLike(text))
        emit pasted(text);
    else
        QLineEdit::paste();
}

void AddressEdit::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    if (!enter) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    forgetOffers();
    QAbstractItemView *popup = completer()->popup();
    if (popup->isVisible() && popup->currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
        event->ignore(); // the completer takes it
        return;
    }
    event->accept();
    popup->hide();
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    emit entered(control && !shift, control && shift);
}

} // namespace walkabout
