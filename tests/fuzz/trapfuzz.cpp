// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a notification that was received, whole, truncated or bent: into the journal and out of it again, and
// through all that is made of a row: rules, texts, words, exports, what would be sent again.
#include "core/mib/compiler.h"
#include "core/snmp/plainmessage.h"
#include "core/trap/journalinsert.h"
#include "core/trap/journalrows.h"
#include "core/trap/journaltables.h"
#include "core/trap/notificationlines.h"
#include "core/trap/notificationtext.h"
#include "core/trap/objectscheck.h"
#include "core/trap/ruleset.h"
#include "core/trap/trapdraft.h"

#include <QLoggingCategory>
#include <QTemporaryDir>

#include <cstdlib>
#include <sqlite3.h>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

Library::Pointer shipped() {
    Collection collection;
    collection.folders = {{QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}};
    return compileLibrary(collection);
}

/// What every input shares.
struct Desk {
    Desk()
        : database(*Database::open(folder.filePath(u"traps.sqlite"_s), Database::Mode::Write)) {
        require(!journaltables::prepare(*database));
        insert.emplace(*database);
        rows.emplace(*database);
        rules.setLibrary(library);
        rules.setRules({{.name = u"words"_s, .words = u"port down"_s, .mark = 1},
            {.name = u"kind"_s, .source = u"192.0.2.0/24"_s, .notification = u"link*"_s, .severity = Severity::Major}});
    }
    QTemporaryDir folder{u"/dev/shm/trapfuzz-XXXXXX"_s};
    Library::Pointer library = shipped();
    Describe describe{library};
    NotificationLines lines{library};
    std::unique_ptr<Database> database;
    std::optional<JournalInsert> insert;
    std::optional<JournalRows> rows;
    RuleSet rules;
};

TrapRecord received(const QByteArray &bytes) {
    Arrival arrival{utcNow(), {}, bytes, Failure(Failure::Kind::Malformed, {u"192.0.2.1:162"_s, u"no message"_s}), {}};
    arrival.peer.address = QHostAddress(u"192.0.2.1"_s);
    arrival.peer.port = 162;
    if (auto message = readPlainMessage(bytes))
        arrival.message = *std::move(message);
    TrapRecord record;
    record.notification = Notification::from(arrival);
    return record;
}

void readAsText(const TrapRecord &record, const Desk &desk) {
    const Notification &notification = record.notification;
    require(!notificationtext::source(notification).isEmpty());
    require(!notificationtext::name(notification, desk.describe).isEmpty());
    require(!notificationtext::words(notification, desk.describe).isEmpty());
    [[maybe_unused]] const QString summary = notificationtext::summary(notification, desk.describe);
    require(!desk.lines.text(record).isEmpty());
    require(desk.lines.json(record).endsWith('}'));
    require(!desk.lines.csv(record, {}).isEmpty());
    require(!NotificationLines::trapd(record).isEmpty());
    const auto check = ObjectsCheck::of(notification.oid, notification.varBinds, *desk.library);
    require(check.standings.size() == notification.varBinds.size());
    const auto draft = TrapDraft::again(notification);
    require(draft.ok() == !notification.failure);
    if (draft) {
        require(draft->varBindsV2().size() >= 2);
        [[maybe_unused]] const auto head = draft->headV1();
        [[maybe_unused]] const auto obstacle = draft->obstacle(Version::V1);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t size) {
    static const bool isQuiet = [] {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
        return true;
    }();
    require(isQuiet);
    static Desk desk;
    TrapRecord record = received(QByteArray(reinterpret_cast<const char *>(octets), qsizetype(size)));
    record.id = 1;
    desk.rules.apply(record);
    require(desk.database->run("BEGIN") == SQLITE_OK);
    qint64 sender = 0;
    require(desk.insert->insert(record, sender) == SQLITE_OK);
    {
        const auto kept = desk.rows->at(1);
        require(kept.has_value());
        require(kept->notification.bytes == record.notification.bytes);
        require(kept->notification.failure == record.notification.failure);
        require(kept->notification.oid == record.notification.oid);
        require(kept->notification.varBinds == record.notification.varBinds);
        require(kept->severity == record.severity && kept->mark == record.mark);
        readAsText(*kept, desk);
    }
    require(desk.database->run("ROLLBACK") == SQLITE_OK);
    desk.insert->forget();
    return 0;
}
