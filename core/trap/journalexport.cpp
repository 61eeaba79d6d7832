// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalexport.h"

#include "core/trap/journalrows.h"
#include "core/trap/journaltables.h"
#include "core/trap/notificationlines.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace walkabout {

JournalExport::Format JournalExport::formatOf(const QString &file) {
    if (file.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return Format::Csv;
    const bool isJson
        = file.endsWith(u".jsonl"_s, Qt::CaseInsensitive) || file.endsWith(u".json"_s, Qt::CaseInsensitive);
    return isJson ? Format::JsonLines : Format::Trapd;
}

JournalExport::Outcome JournalExport::write(const std::atomic<bool> &cancelled) const {
    Outcome outcome;
    auto database = Database::open(journal, Database::Mode::Read);
    if (!database) {
        outcome.failure = database.failure();
        return outcome;
    }
    outcome.failure = journaltables::check(**database);
    QSaveFile to(file);
    const auto fail = [&] {
        outcome.failure = Failure(Failure::Kind::File, {file, to.errorString()});
        return outcome;
    };
    if (outcome.failure)
        return outcome;
    if (!to.open(QIODevice::WriteOnly))
        return fail();
    const NotificationLines lines(library);
    if (format == Format::Csv)
        to.write(NotificationLines::csvHead() + '\n');
    JournalRows kept(**database);
    for (const quint32 row : rows) {
        if (cancelled.load(std::memory_order_relaxed)) {
            outcome.failure = Failure(Failure::Kind::Cancelled);
            return outcome;
        }
        const auto record = kept.at(row);
        if (!record) {
            ++outcome.gone;
            continue;
        }
        ++outcome.written;
        QByteArray line;
        switch (format) {
        case Format::Csv: line = lines.csv(*record, names); break;
        case Format::JsonLines: line = lines.json(*record, NotificationLines::Communities::Left); break;
        case Format::Trapd: line = NotificationLines::trapd(*record); break;
        }
        if (to.write(line + '\n') < 0)
            return fail();
    }
    if ((*database)->isDamaged())
        outcome.failure = (*database)->failure();
    else if (!to.commit())
        return fail();
    return outcome;
}

} // namespace walkabout
