// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QStringListModel;

namespace walkabout {

/// A line that takes one of many texts, or none: it completes by any part of them; what is none of them falls back on
/// what stood there.
class ChoiceEdit final : public QLineEdit {
    Q_OBJECT

public:
    ChoiceEdit(const QString &name, const QString &placeholder, QWidget *parent);

    void setChoices(const QStringList &choices);
    [[nodiscard]] QString choice() const { return m_choice; }
    /// Emits nothing.
    void setChoice(const QString &choice);

signals:
    void chosen(const QString &choice);

private:
    void take();

    QStringListModel *m_choices;
    QString m_choice;
};

} // namespace walkabout
