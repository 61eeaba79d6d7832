// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace walkabout {

/// A button whose sentence ends in a name that may be as long as it likes: where the room is short, the name gives way
/// in its middle and the words around it stay. What it is called has the name whole.
class NameButton final : public QPushButton {
    Q_OBJECT

public:
    explicit NameButton(QWidget *parent = nullptr);

    /// sentence: with %1 for the name.
    void setSentence(const QString &sentence, const QString &name);
    /// As it stands on the button now.
    [[nodiscard]] QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString with(const QString &name) const;

    QString m_sentence;
    QString m_name;
};

} // namespace walkabout
