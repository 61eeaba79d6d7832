// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/trap/database.h"
#include "core/trap/journalrows.h"
#include "core/trap/notificationlines.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace walkabout {

class Context;

/// Prints what a trap journal holds, the oldest first, a slice a turn of the event loop. Owned by the command.
class JournalPrint final : public QObject {
    Q_OBJECT

public:
    /// most: rows; 0: all.
    JournalPrint(const QString &path, Context &context, int most);
    ~JournalPrint() override;

    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }

signals:
    /// Once, from the event loop.
    void finished();

private:
    void open(const QString &path);
    void slice();

    Context &m_context;
    NotificationLines m_lines;
    std::optional<Failure> m_failure;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<JournalRows> m_rows;
    quint32 m_next = 1;
    qint64 m_left;
    QTimer m_turn;
};

} // namespace walkabout
