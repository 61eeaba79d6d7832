// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/portrefusal.h"

#include <QList>

namespace walkabout {

/// What a person can do so that traps for a refused port arrive after all, while this program never runs as root. Its
/// commands are shown and copied, never run by us. A value.
struct PortRemedy {
    QString title;
    QString explanation;
    QString commands; // lines for a shell

    /// What the commands name.
    struct Setting {
        QString commandLine; // the path of walkabout-cli
        QString journal; // the path of this person's
        QList<QHostAddress> addresses; // where traps were wanted
        quint16 instead = 0; // the port that listens meanwhile; 0: none
    };
    /// Where a program holds the port, what moves it first; where the right is missing, what gives it; where another
    /// port listens, what redirects to it.
    [[nodiscard]] static QList<PortRemedy> of(const PortRefusal &refusal, const Setting &setting);

    friend bool operator==(const PortRemedy &, const PortRemedy &) = default;
};

} // namespace walkabout
