// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reading.h"

#include "app/cli/terminal.h"

#include <chrono>

namespace walkabout {

Reading::Reading(Terminal &terminal, VarBindLines lines, std::unique_ptr<Operation> operation)
    : m_terminal(terminal)
    , m_lines(std::move(lines))
    , m_operation(std::move(operation)) {
    using namespace std::chrono_literals;
    m_flush.setSingleShot(true);
    m_flush.setInterval(10ms);
    connect(&m_flush, &QTimer::timeout, this, [this] { m_terminal.flush(); });
    connect(m_operation.get(), &Operation::batch, this, &Reading::print);
    connect(m_operation.get(), &Operation::finished, this, [this] {
        m_flush.stop();
        m_terminal.flush();
        emit finished();
    });
}

Reading::~Reading() = default;

void Reading::cancel() { m_operation->cancel(); }

bool Reading::isUnheard() const { return m_terminal.closed(); }

void Reading::print(const VarBinds &varBinds) {
    for (const VarBind &varBind : varBinds) {
        m_lines.append(m_terminal.buffer(), varBind);
        m_terminal.lineEnd();
    }
    if (m_terminal.closed())
        m_operation->cancel();
    else if (!m_flush.isActive())
        m_flush.start();
}

void conclude(Terminal &terminal, const std::optional<Failure> &failure, const Summary &summary, bool json) {
    terminal.flush();
    if (failure && summary.ending != Ending::Cancelled)
        Terminal::say(failure->text());
    if (json)
        terminal.line(summary.json());
    terminal.flush();
    if (!json)
        Terminal::say(summary.text());
}

} // namespace walkabout
