// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace walkabout {

/// The text of a MIB file as a view shows it: a value, read on the pool. Lines end in LF and count as the diagnostics
/// count them.
struct SourceText {
    static constexpr qint64 Longest = 20'000'000; // bytes

    QString text;
    QString problem; // why there is no text; empty: none
    qint64 cutFrom = 0; // the size of the file in bytes where only its beginning is here; 0: it is whole
    bool isUtf8 = false; // columns of diagnostics count bytes of UTF-8, not characters

    [[nodiscard]] static SourceText read(const QString &path, qint64 longest = Longest);
    /// Where in a line, from 0, the 1-based column of a diagnostic stands.
    [[nodiscard]] qsizetype place(QStringView line, int column) const;
};

} // namespace walkabout
