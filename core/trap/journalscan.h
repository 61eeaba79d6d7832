// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journalrows.h"
#include "core/trap/trapgroups.h"
#include "core/trap/trapquery.h"
#include "core/work/describe.h"

#include <QObject>
#include <QTimer>

namespace walkabout {

/// The half of a journal reader that lives in its thread: goes through the journal for a filter, newest first, in short
/// steps between which rows are fetched; then goes on with what is added, by this program or another. Owned by a
/// JournalReader, which calls it by queued calls.
class JournalScan final : public QObject {
    Q_OBJECT

public:
    explicit JournalScan(QString path);
    ~JournalScan() override;

    void open();
    void close();
    void setLibrary(Library::Pointer library);
    void setNames(const SourceNames &names);
    /// Begins anew; what is found carries the number.
    void find(quint64 number, const TrapFilter &filter, bool withSummary);
    void fetch(const QList<quint32> &ids);
    /// Rows were added.
    void goOn();

signals:
    /// Newest first while going back; what was added since comes in its order.
    void found(quint64 number, const QList<quint32> &ids, bool isNew);
    /// The journal was gone through; so many rows have no words in the index yet and were read one by one.
    void wentThrough(quint64 number, quint32 behind);
    void fetched(const QList<walkabout::TrapRecord> &records, const QList<quint32> &gone);
    void summarised(quint64 number, const walkabout::TrapSummary &summary);
    void failed(const walkabout::Failure &failure);

private:
    void step();
    void stepHeads(quint32 floor);
    void stepWords();
    /// The rows of a statement over headColumns that the filter lets through, and how far it went.
    struct Taken {
        QList<quint32> ids;
        int rows = 0;
        quint32 last = 0;
    };
    [[nodiscard]] Taken take(Statement &heads, bool readText);
    [[nodiscard]] bool passes(quint32 id);
    void end();
    void poll();
    void summarise();

    QString m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<JournalRows> m_rows;
    Library::Pointer m_library = Library::empty();
    SourceNames m_names;
    std::optional<Describe> m_describe;

    quint64 m_number = 0; // of this search
    TrapQuery m_query;
    bool m_withSummary = false;
    TrapGroups m_groups;
    quint32 m_below = 0; // rows from here on were gone through; 0: all
    quint32 m_window = 0; // numbers looked at in one step
    quint32 m_top = 0; // the last row seen
    quint32 m_indexEnd = 0; // when the search began
    qint64 m_version = 0; // of the data, as SQLite counts
    QTimer *m_step;
    QTimer *m_poll;
    QTimer *m_summary;
};

} // namespace walkabout
