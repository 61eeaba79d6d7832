// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/summary.h"
#include "core/work/varbindlines.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace walkabout {

class Terminal;

/// One operation whose varbinds go to the terminal as they arrive and are not kept. Owned by its command.
class Reading final : public QObject {
    Q_OBJECT

public:
    Reading(Terminal &terminal, VarBindLines lines, std::unique_ptr<Operation> operation);
    ~Reading() override;

    void cancel();
    [[nodiscard]] const Operation &operation() const { return *m_operation; }
    /// The reader of our output has gone: there is no one to tell.
    [[nodiscard]] bool isUnheard() const;

signals:
    void finished();

private:
    void print(const VarBinds &varBinds);

    Terminal &m_terminal;
    VarBindLines m_lines;
    std::unique_ptr<Operation> m_operation;
    QTimer m_flush; // what has arrived is seen soon, and a fast walk is not slowed by small writes
};

/// The failure's sentence, then the summary: on standard error, or as JSON the last line of standard output.
void conclude(Terminal &terminal, const std::optional<Failure> &failure, const Summary &summary, bool json);

} // namespace walkabout
