// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace walkabout {

/// Finds a text in one view and shows where it stands. Owned by the panel of the view.
class Finder : public QObject {
    Q_OBJECT

public:
    enum class Outcome { Found, Wrapped, NotThere };
    Q_ENUM(Outcome)

    using QObject::QObject;

    /// Case is ignored. onwards: behind what is current, else also there. Ends in one ended(), unless stopped.
    virtual void find(const QString &text, bool forward, bool onwards) = 0;
    virtual void stop() {}
    [[nodiscard]] virtual QWidget &view() const = 0;

signals:
    void ended(walkabout::Finder::Outcome outcome);
    /// How much of it was looked at, in percent.
    void searching(int percent);
};

} // namespace walkabout
