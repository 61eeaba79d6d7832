// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHostAddress>

#include <optional>

namespace walkabout {

/// Which process has bound a UDP port of this machine, as Linux tells it in /proc; where it is another person's, no
/// more than whose. A value.
struct PortHolder {
    Q_DECLARE_TR_FUNCTIONS(PortHolder)

public:
    QString user; // its name, else its number
    qint64 process = 0; // 0: hidden from this person
    QString program;
    QStringList units; // the system's service that it belongs to, after the socket that starts that; empty: none

    /// The one that keeps others from binding this port at this address; nullopt: nobody. Reads what the system tells
    /// of every process, for half a second at most: not in the event loop.
    [[nodiscard]] static std::optional<PortHolder> of(const QHostAddress &address, quint16 port);

    /// "snmptrapd (pid 812)", or "A program of root": it begins a sentence.
    [[nodiscard]] QString text() const;

    friend bool operator==(const PortHolder &, const PortHolder &) = default;
};

} // namespace walkabout
