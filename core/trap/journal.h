// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journalstate.h"
#include "core/trap/journalwriter.h"
#include "core/trap/workerthread.h"

#include <QObject>

namespace walkabout {

/// The trap journal (design 3.8): one SQLite file, readable by its owner alone, written by a thread of its own;
/// survives kill -9, not a loss of power. Takes records, numbers them in the order of arrival, and tells when they are
/// committed. One program writes it at a time; others read. Owned by main or by the command; lives in the event loop.
class Journal final : public QObject {
    Q_OBJECT

public:
    explicit Journal(QString path, RetentionLimits limits = {}, QObject *parent = nullptr);
    /// Commits what waits.
    ~Journal() override;

    /// Where it stands in the data folder.
    [[nodiscard]] static QString standardPath(const QString &dataFolder);
    /// Ends in opened(). Again after InUse: perhaps the other program has gone.
    void open();
    /// Where it is written and the disk takes it: commits what waits, and lets another program write it until it is
    /// opened again.
    void close();
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const JournalState &state() const { return m_state; }
    [[nodiscard]] bool isWritten() const {
        return m_state.kind == JournalState::Kind::Writing || m_state.kind == JournalState::Kind::Waiting;
    }
    /// Where it is written: the number for the next record; records are appended in the order of their numbers.
    [[nodiscard]] quint32 number() { return m_next++; }
    void append(const QList<TrapRecord> &records);
    void setLibrary(Library::Pointer library);
    /// The last row whose words are indexed.
    [[nodiscard]] quint32 indexed() const { return m_indexed; }

signals:
    void opened();
    void stateChanged();
    void committed(quint32 last);
    void lost(quint32 first, quint32 last);
    void setAside(const walkabout::Failure &failure);

private:
    void takeOpened(const JournalState &state, quint32 next);

    QString m_path;
    JournalState m_state;
    quint32 m_next = 1;
    quint32 m_indexed = 0;
    WorkerThread<JournalWriter> m_writer;
};

} // namespace walkabout
