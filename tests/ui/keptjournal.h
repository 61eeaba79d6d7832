// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journal.h"
#include "tests/core/trap/maderecord.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace walkabout::test {

using namespace Qt::StringLiterals;

/// "event N" from this number on.
inline QList<TrapRecord> events(int from, int count) {
    QList<TrapRecord> records;
    for (int i = 0; i < count; ++i)
        records << madeRecord(from + i);
    return records;
}

/// A journal on disk, and what a person would have it receive.
class KeptJournal {
    QTemporaryDir m_folder;

public:
    KeptJournal() { open(); }
    void open() {
        journal = std::make_unique<Journal>(path());
        QSignalSpy opened(journal.get(), &Journal::opened);
        journal->open();
        QVERIFY(opened.wait());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"traps.sqlite"_s); }
    void add(QList<TrapRecord> records) {
        for (TrapRecord &record : records)
            record.id = journal->number();
        QSignalSpy committed(journal.get(), &Journal::committed);
        journal->append(records);
        QTRY_VERIFY(!committed.isEmpty() && committed.last()[0].toUInt() >= records.last().id);
    }
    std::unique_ptr<Journal> journal;
};

} // namespace walkabout::test
