// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace walkabout {

Terminal::Terminal() {
    std::signal(SIGPIPE, SIG_IGN); // a reader that has enough is no error
    m_buffer.reserve(Full + 4096);
}

Terminal::~Terminal() { flush(); }

void Terminal::line(QByteArrayView text) {
    m_buffer.append(text);
    lineEnd();
}

void Terminal::lineEnd() {
    m_buffer.append('\n');
    if (m_buffer.size() >= Full)
        flush();
}

void Terminal::flush() {
    const char *from = m_buffer.constData();
    qsizetype left = m_buffer.size();
    while (left > 0 && !m_closed) {
        const ssize_t written = ::write(STDOUT_FILENO, from, size_t(left));
        if (written >= 0) {
            from += written;
            left -= written;
        } else if (errno != EINTR) {
            m_closed = true;
        }
    }
    m_buffer.resize(0);
}

void Terminal::say(const QString &text) {
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

bool Terminal::canAsk() { return ::isatty(STDIN_FILENO) == 1; }

QByteArray Terminal::ask(const QString &prompt) {
    termios before = {};
    const bool terminal = canAsk() && ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        std::fprintf(stderr, "%s: ", qPrintable(prompt));
        termios quiet = before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    QByteArray typed;
    bool any = false;
    for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';) {
        any = true;
        if (c != '\r')
            typed.append(c);
    }
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputc('\n', stderr);
    }
    return any ? typed : QByteArray();
}

} // namespace walkabout
