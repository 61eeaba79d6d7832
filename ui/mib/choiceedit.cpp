// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/choiceedit.h"

#include "ui/shared/clearbutton.h"

#include <QCompleter>
#include <QStringListModel>

#include <algorithm>

namespace walkabout {

ChoiceEdit::ChoiceEdit(const QString &name, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_choices(new QStringListModel(this)) {
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    addClearButton(this);
    auto *completer = new QCompleter(m_choices, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        setText(text);
        take();
    });
    connect(this, &QLineEdit::editingFinished, this, &ChoiceEdit::take);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Whole, it needs no Enter: neither does what another program writes here.
        if (text.isEmpty() || m_choices->stringList().contains(text))
            take();
    });
}

void ChoiceEdit::setChoices(const QStringList &choices) { m_choices->setStringList(choices); }

void ChoiceEdit::setChoice(const QString &choice) {
    m_choice = choice;
    setText(choice);
}

void ChoiceEdit::take() {
    const QString typed = text().trimmed();
    const QStringList all = m_choices->stringList();
    const auto find = [&](auto fits) {
        const auto found = std::ranges::find_if(all, fits);
        return found == all.end() ? QString() : *found;
    };
    QString choice;
    if (!typed.isEmpty()) {
        choice = find([&](const QString &each) { return each.compare(typed, Qt::CaseInsensitive) == 0; });
        if (choice.isEmpty())
            choice = find([&](const QString &each) { return each.startsWith(typed, Qt::CaseInsensitive); });
        if (choice.isEmpty())
            choice = find([&](const QString &each) { return each.contains(typed, Qt::CaseInsensitive); });
        if (choice.isEmpty())
            choice = m_choice;
    }
    const bool other = choice != m_choice;
    m_choice = choice;
    if (text() != choice)
        setText(choice);
    if (other)
        emit chosen(choice);
}

} // namespace walkabout
