// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journalscan.h"
#include "core/trap/workerthread.h"

#include <QObject>

namespace walkabout {

/// Reads a trap journal in a thread of its own, beside whoever writes it: what a filter finds, newest first and then
/// live, and the rows that are looked at. Lives in the event loop; owned by the trap panel or by the command.
class JournalReader final : public QObject {
    Q_OBJECT

public:
    explicit JournalReader(const QString &path, QObject *parent = nullptr);
    ~JournalReader() override;

    /// Once the file is there; again where another was begun in its place: the search begins anew.
    void open();
    void setLibrary(Library::Pointer library);
    void setNames(const SourceNames &names);
    /// Ends what was searched before; the number that what is found carries.
    quint64 find(const TrapFilter &filter, bool withSummary);
    void fetch(const QList<quint32> &ids);
    /// Rows were committed: looks for them.
    void goOn();

signals:
    // As of JournalScan; what an earlier search found still arrives with its number.
    void restarted(quint64 number);
    void found(quint64 number, const QList<quint32> &ids, bool isNew);
    void wentThrough(quint64 number, quint32 behind);
    void fetched(const QList<walkabout::TrapRecord> &records, const QList<quint32> &gone);
    void summarised(quint64 number, const walkabout::TrapSummary &summary);
    void failed(const walkabout::Failure &failure);

private:
    WorkerThread<JournalScan> m_scan;
    quint64 m_number = 0;
    TrapFilter m_filter;
    bool m_withSummary = false;
};

} // namespace walkabout
