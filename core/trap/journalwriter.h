// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/mib/library.h"
#include "core/trap/journalstate.h"
#include "core/trap/retention.h"
#include "core/trap/traprecord.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>

namespace walkabout {

class JournalInsert;
class WordIndex;

/// The half of the journal that lives in its thread and owns the file: commits what came after 100 ms or 500 rows,
/// keeps it in memory where the disk is full, trims and indexes in between. Owned by a Journal, which calls it by
/// queued calls; errors are told as a JournalState.
class JournalWriter final : public QObject {
    Q_OBJECT

public:
    static constexpr int CommitRows = 500;
    static constexpr std::chrono::milliseconds CommitDelay{100};
    static constexpr qsizetype MostWaiting = 50'000; // rows, while the disk is full
    static constexpr qint64 MostWaitingBytes = qint64(64) << 20;

    JournalWriter(QString path, RetentionLimits limits);
    ~JournalWriter() override;

    void open();
    void append(const QList<TrapRecord> &records);
    void setLibrary(Library::Pointer library);
    /// Writes what waits, and closes the file.
    void close();

signals:
    void opened(const walkabout::JournalState &state, quint32 next);
    void stateChanged(const walkabout::JournalState &state);
    void committed(quint32 last);
    /// There was no room in memory for the rows from first to last.
    void lost(quint32 first, quint32 last);
    /// A damaged file was set aside, and a new one begun.
    void setAside(const walkabout::Failure &failure);
    void indexed(quint32 end);

private:
    [[nodiscard]] std::optional<Failure> openFile();
    [[nodiscard]] bool moveAside();
    void shut();
    void closeFile();
    void commit();
    [[nodiscard]] int writeWaiting(QList<qint64> &senders);
    void couldNotWrite();
    void reopen();
    /// false: there was no room.
    [[nodiscard]] bool keep(const TrapRecord &record);
    void work();
    [[nodiscard]] bool isCalm() const;
    void tell(const JournalState &state);

    QString m_path;
    RetentionLimits m_limits;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<JournalInsert> m_insert;
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<WordIndex> m_words;
    Library::Pointer m_library;
    JournalState m_state;

    QList<TrapRecord> m_waiting;
    qint64 m_waitingBytes = 0;
    TrapRecord m_loss; // lost: its number is the first one's
    QTimer *m_commit;
    QTimer *m_retry;
    QTimer *m_work; // trims and indexes
    Monotonic::time_point m_second; // in which m_inSecond rows were committed
    qsizetype m_inSecond = 0;
};

} // namespace walkabout
