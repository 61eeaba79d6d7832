// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace walkabout {

/// Something about a MIB file that a person should know: a value; the code is stable, the message is for people and
/// says how to mend it.
struct Diagnostic {
    enum class Severity : quint8 { Note, Warning, Error };

    Severity severity = Severity::Error;
    QString code; // "unknown-parent", "missing-import" ...: lower case with hyphens
    QString message;
    QString module;
    QString file;
    int line = 0; // 1-based; 0: the file as a whole
    int column = 0; // 1-based
    QString excerpt; // the line of the source

    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

} // namespace walkabout
