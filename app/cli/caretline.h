// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"

#include <QByteArray>

namespace walkabout {

/// The line of a file with a caret below the sign that a diagnostic's column, which counts bytes, points at. A file is
/// read once for all the diagnostics that stand together.
class CaretLine final {
public:
    /// Two lines without a line break at the end; empty: there is nothing to show.
    [[nodiscard]] QByteArray of(const Diagnostic &diagnostic);

private:
    [[nodiscard]] qsizetype signsBefore(const Diagnostic &diagnostic);
    [[nodiscard]] QByteArrayView line(int number);
    void read(const QString &path);

    QString m_path;
    QByteArray m_bytes;
    char m_lineEnd = '\n';
    // Where the line that was looked at last begins: they are asked for in rising order.
    int m_number = 1;
    qsizetype m_begin = 0;
};

} // namespace walkabout
