// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalwriter.h"

#include "core/base/log.h"
#include "core/trap/journalinsert.h"
#include "core/trap/journaltables.h"
#include "core/trap/wordindex.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr auto RetryDelay = 1000ms;
constexpr auto BusyDelay = 300ms; // until it is looked again whether a storm is over
constexpr qsizetype CalmRows = 2'000; // a second: below it, words are indexed at once
constexpr int IndexStep = 200; // rows

qint64 sizeOf(const TrapRecord &record) {
    constexpr qint64 Around = 400; // what a record takes beside its bytes
    return Around + record.notification.bytes.size() + record.notification.clear.size();
}

} // namespace

JournalWriter::JournalWriter(QString path, RetentionLimits limits)
    : m_path(std::move(path))
    , m_limits(limits)
    , m_commit(new QTimer(this))
    , m_retry(new QTimer(this))
    , m_work(new QTimer(this)) {
    m_commit->setSingleShot(true);
    connect(m_commit, &QTimer::timeout, this, &JournalWriter::commit);
    m_retry->setSingleShot(true);
    connect(m_retry, &QTimer::timeout, this, &JournalWriter::commit);
    m_work->setSingleShot(true);
    connect(m_work, &QTimer::timeout, this, &JournalWriter::work);
}

JournalWriter::~JournalWriter() = default;

void JournalWriter::tell(const JournalState &state) {
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void JournalWriter::open() {
    shut();
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    m_lock->setStaleLockTime(0);
    m_state = {};
    if (!m_lock->tryLock(0)) {
        qint64 process = 0;
        QString host;
        QString program;
        m_lock->getLockInfo(&process, &host, &program);
        m_state.kind
            = m_lock->error() == QLockFile::LockFailedError ? JournalState::Kind::InUse : JournalState::Kind::Unusable;
        m_state.holder = u"%1 (process %2)"_s.arg(QFileInfo(program).fileName()).arg(process);
        if (m_state.kind == JournalState::Kind::Unusable)
            m_state.failure = Failure(Failure::Kind::File, {m_path, u"its lock file cannot be made"_s});
        m_lock.reset();
    } else if (auto failure = openFile()) {
        m_state = {JournalState::Kind::Unusable, *failure, {}, 0};
        shut();
    } else {
        m_state.kind = JournalState::Kind::Writing;
    }
    const quint32 next = m_database ? quint32(m_database->number("SELECT max(id) FROM head")) + 1 : 1;
    emit opened(m_state, next);
    if (!m_database)
        return;
    m_retention = std::make_unique<Retention>(*m_database, m_limits);
    m_work->start(0);
}

std::optional<Failure> JournalWriter::openFile() {
    for (int attempt = 0;; ++attempt) {
        auto database = Database::open(m_path, Database::Mode::Write);
        if (!database)
            return database.failure();
        m_database = *std::move(database);
        auto failure = journaltables::prepare(*m_database);
        if (!failure) // its last row can be read: the parts that a crash could harm
            (void)m_database->number("SELECT length(bytes) FROM body WHERE id = (SELECT max(id) FROM head)");
        const bool isDamaged = m_database->isDamaged();
        if (!failure && !isDamaged) {
            m_insert = std::make_unique<JournalInsert>(*m_database);
            m_words = std::make_unique<WordIndex>(*m_database);
            if (m_library)
                m_words->setLibrary(m_library);
            return {};
        }
        if (failure && !isDamaged)
            return failure;
        if (attempt > 0 || !moveAside())
            return m_database ? m_database->failure() : Failure(Failure::Kind::File, {m_path, u"it is damaged"_s});
    }
}

bool JournalWriter::moveAside() {
    closeFile();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = m_path + u".damaged-"_s + stamp;
    if (!QFile::rename(m_path, aside))
        return false;
    for (const QString &end : {u"-wal"_s, u"-shm"_s})
        QFile::rename(m_path + end, aside + end);
    const Failure failure(Failure::Kind::Damaged, {m_path, aside});
    qCWarning(lcTrap) << "trap journal:" << failure.logText();
    emit setAside(failure);
    return true;
}

void JournalWriter::closeFile() {
    m_words.reset();
    m_retention.reset();
    m_insert.reset();
    m_database.reset();
}

void JournalWriter::shut() {
    closeFile();
    m_lock.reset();
}

void JournalWriter::append(const QList<TrapRecord> &records) {
    quint32 firstLost = 0;
    for (const TrapRecord &record : records) {
        if (!keep(record) && firstLost == 0)
            firstLost = record.id;
    }
    if (firstLost > 0)
        emit lost(firstLost, records.last().id);
    if (m_state.kind == JournalState::Kind::Waiting) {
        JournalState state = m_state;
        state.waiting = m_waiting.size();
        tell(state);
        return;
    }
    if (m_waiting.size() >= CommitRows)
        commit();
    else if (!m_waiting.isEmpty() && !m_commit->isActive())
        m_commit->start(CommitDelay);
}

bool JournalWriter::keep(const TrapRecord &record) {
    const bool isFull = m_waiting.size() >= MostWaiting || m_waitingBytes >= MostWaitingBytes;
    if (!isFull) {
        m_waiting.append(record);
        m_waitingBytes += sizeOf(record);
        return true;
    }
    const quint64 count = m_loss.lost + 1;
    const quint32 first = m_loss.lost > 0 ? m_loss.id : record.id;
    const UtcMicroseconds since = m_loss.lost > 0 ? m_loss.notification.time : record.notification.time;
    m_loss = TrapRecord::ofLoss(
        since, QHostAddress(), count, u"the trap journal could not be written, and memory is bounded"_s);
    m_loss.id = first;
    return false;
}

int JournalWriter::writeWaiting(QList<qint64> &senders) {
    if (m_database->run("BEGIN IMMEDIATE") != SQLITE_OK)
        return m_database->code();
    if (m_loss.lost > 0)
        m_waiting.append(m_loss);
    int code = SQLITE_OK;
    for (qsizetype i = 0; i < m_waiting.size() && code == SQLITE_OK; ++i)
        code = m_insert->insert(m_waiting[i], senders.emplaceBack());
    if (m_loss.lost > 0)
        m_waiting.removeLast();
    if (code == SQLITE_OK)
        code = m_database->run("COMMIT");
    return code;
}

void JournalWriter::commit() {
    m_commit->stop();
    if (!m_database && m_state.kind == JournalState::Kind::Waiting)
        reopen();
    if (!m_database || (m_waiting.isEmpty() && m_loss.lost == 0))
        return;
    QList<qint64> senders;
    if (writeWaiting(senders) != SQLITE_OK)
        return couldNotWrite();
    for (const qint64 sender : std::as_const(senders))
        m_retention->count(sender);
    const quint32 last = m_waiting.isEmpty() ? 0 : m_waiting.last().id; // they come in the order of their numbers
    const auto now = Monotonic::now();
    if (now - m_second > 1s) {
        m_second = now;
        m_inSecond = 0;
    }
    m_inSecond += m_waiting.size();
    m_waiting.clear();
    m_waitingBytes = 0;
    m_loss = {};
    tell({JournalState::Kind::Writing, {}, {}, 0});
    emit committed(last);
    if (!m_work->isActive())
        m_work->start(0);
}

void JournalWriter::couldNotWrite() {
    const Failure failure = m_database->failure();
    const bool isDamaged = m_database->isDamaged();
    m_database->run("ROLLBACK");
    m_insert->forget();
    if (isDamaged && moveAside()) {
        reopen();
        if (m_database)
            return commit();
    }
    qCWarning(lcTrap) << "trap journal:" << failure.logText();
    tell({JournalState::Kind::Waiting, failure, {}, m_waiting.size()});
    m_retry->start(RetryDelay);
}

void JournalWriter::reopen() {
    if (openFile()) {
        m_database.reset();
        m_retry->start(RetryDelay);
        return;
    }
    m_retention = std::make_unique<Retention>(*m_database, m_limits);
    emit opened({JournalState::Kind::Writing, {}, {}, 0}, 0);
}

bool JournalWriter::isCalm() const {
    return m_waiting.isEmpty() && (Monotonic::now() - m_second > 1s || m_inSecond < CalmRows);
}

void JournalWriter::work() {
    if (!m_database || !m_retention || m_state.kind != JournalState::Kind::Writing)
        return;
    if (m_retention->trim() > 0) {
        m_words->dropBefore(quint32(m_database->number("SELECT min(id) FROM head")));
        m_work->start(0);
    } else if (!isCalm()) {
        m_work->start(BusyDelay);
    } else if (m_words->advance(IndexStep)) {
        emit indexed(m_words->end());
        m_work->start(0);
    }
}

void JournalWriter::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    if (!m_words)
        return;
    m_words->setLibrary(m_library);
    m_work->start(0);
}

void JournalWriter::close() {
    commit();
    m_commit->stop();
    m_retry->stop();
    m_work->stop();
    shut();
    if (m_waiting.isEmpty())
        return;
    emit lost(m_waiting.first().id, m_waiting.last().id); // their numbers may be another program's by then
    m_waiting.clear();
    m_waitingBytes = 0;
}

} // namespace walkabout
