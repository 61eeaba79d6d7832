// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recordedline.h"
#include "core/sim/recording.h"

#include <QCoreApplication>

namespace walkabout {

/// What snmpwalk prints, read as a whole: a value may span lines, and only the next line that begins a varbind ends it.
/// Lines of SimpleAgentPro's walks ("OID , Type , value") are understood among them.
class WalkText final {
    Q_DECLARE_TR_FUNCTIONS(WalkText)

public:
    WalkText(const QByteArray &text, const Recording::Names &names);
    [[nodiscard]] QList<RecordedLine> read(const Recording::Stopped &stopped = {}) const;

private:
    struct Start {
        QByteArrayView name;
        QByteArrayView value;
    };
    /// The name and the value of a line that begins a varbind.
    static std::optional<Start> start(QByteArrayView line);
    /// The line on which the string that is open before this line closes; -1: it does not.
    [[nodiscard]] qsizetype closingLine(qsizetype from) const;
    [[nodiscard]] RecordedLine varBind(QByteArrayView name, QByteArrayView value) const;

    QList<QByteArray> m_lines;
    const Recording::Names &m_names;
};

} // namespace walkabout
