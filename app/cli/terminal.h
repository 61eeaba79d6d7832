// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace walkabout {

/// Data to standard output, everything else to standard error. Output is gathered and written in large pieces; flush()
/// before waiting. A closed pipe is quiet: closed() tells, and what follows is thrown away. One in the program, passed
/// by reference.
class Terminal final {
public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    /// One line of data, its line break added.
    void line(QByteArrayView text);
    /// One line of data, only begun: the pieces come by the buffer itself, for those that stream a million.
    [[nodiscard]] QByteArray &buffer() { return m_buffer; }
    void lineEnd();
    void flush();
    [[nodiscard]] bool closed() const { return m_closed; }

    /// A line for the person, on standard error.
    static void say(const QString &text);
    /// A pass-phrase typed without an echo, where standard input is a terminal; else one line of standard input. Null
    /// at its end.
    static QByteArray ask(const QString &prompt);
    [[nodiscard]] static bool canAsk();

private:
    static constexpr qsizetype Full = 1 << 16;

    QByteArray m_buffer;
    bool m_closed = false;
};

} // namespace walkabout
