// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalrows.h"

#include "core/snmp/plainmessage.h"
#include "core/trap/journaltables.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sqlite3.h>

namespace walkabout {

namespace {

enum Column { Id, Time, Flags, SeverityNumber, Mark, Address, Port, Bytes, Clear, Note };

constexpr const char *select = "SELECT head.id, head.time, head.flags, head.severity, head.mark, source.address, "
                               "body.port, body.bytes, body.clear, body.note FROM head JOIN body ON body.id = head.id "
                               "JOIN source ON source.id = head.source WHERE head.id ";

Failure failureOf(const QString &note) {
    const QJsonArray array = QJsonDocument::fromJson(note.toUtf8()).array();
    QStringList arguments;
    for (qsizetype i = 1; i < array.size(); ++i)
        arguments += array[i].toString();
    const int kind = array.isEmpty() ? int(Failure::Kind::Malformed) : array[0].toInt();
    return Failure(Failure::Kind(kind), arguments);
}

TrapRecord recordOf(const Statement &row) {
    TrapRecord record;
    record.id = quint32(row.number(Id));
    record.severity = Severity(std::min<qint64>(row.number(SeverityNumber), qint64(Severity::Critical)));
    record.isHidden = row.number(Flags) & journaltables::Hidden;
    record.mark = quint8(row.number(Mark));
    Arrival arrival{UtcMicroseconds(std::chrono::microseconds(row.number(Time))), {}, row.blob(Bytes),
        Failure(Failure::Kind::Malformed), row.blob(Clear)};
    arrival.peer.address = QHostAddress(row.text(Address));
    arrival.peer.port = quint16(row.number(Port));
    arrival.peer.transport = row.number(Flags) & journaltables::Tcp ? Peer::Transport::Tcp : Peer::Transport::Udp;
    if (!row.isNull(Note)) {
        arrival.message = failureOf(row.text(Note));
        if (row.number(Flags) & journaltables::Lost)
            record.lost = arrival.message.failure().arguments().value(0).toULongLong();
    } else if (auto message = readPlainMessage(arrival.clear.isEmpty() ? arrival.bytes : arrival.clear)) {
        if (!arrival.clear.isEmpty())
            message->v3.level = SecurityLevel::AuthPriv;
        arrival.message = *std::move(message);
    }
    record.notification = Notification::from(arrival);
    return record;
}

} // namespace

JournalRows::JournalRows(Database &database)
    : m_one(database.prepare(QByteArray(select) + "= ?"))
    , m_several(database.prepare(QByteArray(select) + ">= ? ORDER BY head.id LIMIT ?")) {}

std::optional<TrapRecord> JournalRows::at(quint32 id) {
    std::optional<TrapRecord> record;
    if (m_one.bind(1, qint64(id)).step() == SQLITE_ROW)
        record = recordOf(m_one);
    m_one.reset();
    return record;
}

quint32 JournalRows::from(quint32 id, int most, const std::function<void(const TrapRecord &)> &each) {
    quint32 last = 0;
    m_several.bind(1, qint64(id)).bind(2, qint64(most));
    while (m_several.step() == SQLITE_ROW) {
        const TrapRecord record = recordOf(m_several);
        last = record.id;
        each(record);
    }
    m_several.reset();
    return last;
}

} // namespace walkabout
