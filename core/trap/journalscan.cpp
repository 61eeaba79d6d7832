// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalscan.h"

#include "core/trap/journaltables.h"
#include "core/trap/notificationtext.h"
#include "core/trap/wordindex.h"

#include <QFileInfo>

#include <sqlite3.h>

using namespace std::chrono_literals;

namespace walkabout {

namespace {

constexpr auto PollInterval = 500ms; // for what another program adds
constexpr auto SummaryDelay = 300ms;
constexpr quint32 FirstWindow = 2'000; // numbers: a page is there at once
constexpr quint32 Window = 50'000;
constexpr quint32 TextWindow = 400; // where each row's text is made
constexpr int FirstHits = 100;
constexpr int Hits = 5'000;
constexpr int NewRows = 5'000; // a turn

constexpr const char *headColumns
    = "SELECT head.id, head.time, head.source, head.kind, head.subject, head.severity FROM ";

} // namespace

JournalScan::JournalScan(QString path)
    : m_path(std::move(path))
    , m_step(new QTimer(this))
    , m_poll(new QTimer(this))
    , m_summary(new QTimer(this)) {
    m_step->setSingleShot(true);
    connect(m_step, &QTimer::timeout, this, &JournalScan::step);
    m_poll->setInterval(PollInterval);
    connect(m_poll, &QTimer::timeout, this, &JournalScan::poll);
    m_summary->setSingleShot(true);
    m_summary->setInterval(SummaryDelay);
    connect(m_summary, &QTimer::timeout, this, &JournalScan::summarise);
}

JournalScan::~JournalScan() = default;

void JournalScan::open() {
    close();
    m_poll->start(); // where there is no file yet, another program may make one
    auto database = Database::open(m_path, Database::Mode::Read);
    if (!database) {
        emit failed(database.failure());
        return;
    }
    m_database = *std::move(database);
    if (const auto failure = journaltables::check(*m_database)) {
        emit failed(*failure);
        m_database.reset();
        return;
    }
    m_database->run("PRAGMA cache_size=-16000");
    m_rows = std::make_unique<JournalRows>(*m_database);
}

void JournalScan::close() {
    m_step->stop();
    m_poll->stop();
    m_summary->stop();
    m_rows.reset();
    m_database.reset();
}

void JournalScan::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_describe.emplace(m_library);
}

void JournalScan::setNames(const SourceNames &names) { m_names = names; }

void JournalScan::find(quint64 number, const TrapFilter &filter, bool withSummary) {
    m_number = number;
    m_withSummary = withSummary;
    m_groups.clear();
    m_summary->stop(); // of what was searched before
    if (!m_database) {
        m_query = TrapQuery(filter);
        return;
    }
    m_query = TrapQuery(filter, *m_database, *m_library, m_names);
    m_top = quint32(m_database->number("SELECT max(id) FROM head"));
    m_indexEnd = std::min(WordIndex::end(*m_database), m_top);
    m_below = m_top + 1;
    m_window = m_query.needsTextWithoutIndex() ? TextWindow : FirstWindow;
    m_step->start(0);
}

void JournalScan::step() {
    if (!m_database)
        return;
    const bool usesIndex = !m_query.match().isEmpty();
    if (usesIndex && m_below <= m_indexEnd + 1)
        stepWords();
    else
        stepHeads(usesIndex ? m_indexEnd : 0);
    if (m_below > 1)
        m_step->start(0);
    else
        end();
}

// By ranges of numbers, so that a filter that finds little ends its steps as soon as one that finds all.
void JournalScan::stepHeads(quint32 floor) {
    const quint32 from = m_below > floor + m_window ? m_below - m_window : floor + 1;
    Statement heads = m_database->prepare(
        headColumns + QByteArray("head WHERE id >= ? AND id < ? AND ") + m_query.condition() + " ORDER BY id DESC");
    heads.bind(1, qint64(from)).bind(2, qint64(m_below));
    const QList<quint32> ids = take(heads, m_query.needsTextWithoutIndex()).ids;
    m_below = from;
    if (!m_query.needsTextWithoutIndex())
        m_window = Window;
    if (!ids.isEmpty())
        emit found(m_number, ids, false);
}

void JournalScan::stepWords() {
    const qint64 part = qint64(m_below - 1) >> journaltables::WordPartShift;
    const QByteArray table = journaltables::wordTable(part);
    const int most = m_window == Window ? Hits : FirstHits;
    Statement heads = m_database->prepare(headColumns + table + " AS words JOIN head ON head.id = words.rowid WHERE "
        + table + " MATCH ? AND words.rowid < ? AND " + m_query.condition() + " ORDER BY words.rowid DESC LIMIT ?");
    Taken taken; // nothing, where the part is gone
    if (heads.isValid()) {
        heads.bindText(1, m_query.match()).bind(2, qint64(m_below)).bind(3, qint64(most));
        taken = take(heads, m_query.needsText());
    }
    m_below = taken.rows == most ? taken.last : quint32(std::max<qint64>(part << journaltables::WordPartShift, 1));
    m_window = m_query.needsText() ? TextWindow : Window;
    if (!taken.ids.isEmpty())
        emit found(m_number, taken.ids, false);
}

JournalScan::Taken JournalScan::take(Statement &heads, bool readText) {
    Taken taken;
    while (heads.step() == SQLITE_ROW) {
        ++taken.rows;
        taken.last = quint32(heads.number(0));
        if (readText && !passes(taken.last))
            continue;
        taken.ids += taken.last;
        if (m_withSummary)
            m_groups.add({taken.last, heads.number(1), heads.number(2), heads.number(3), heads.number(4),
                Severity(heads.number(5))});
    }
    return taken;
}

bool JournalScan::passes(quint32 id) {
    const auto record = m_rows->at(id);
    if (!record)
        return false;
    if (!m_describe)
        m_describe.emplace(m_library);
    return m_query.filter().matchesText(notificationtext::words(record->notification, *m_describe));
}

void JournalScan::end() {
    m_version = m_database->number("PRAGMA data_version");
    emit wentThrough(m_number, m_top - m_indexEnd);
    if (m_withSummary)
        summarise();
    goOn();
}

void JournalScan::poll() {
    if (!m_database && QFileInfo::exists(m_path)) {
        open();
        if (m_database && m_number > 0)
            find(m_number, m_query.filter(), m_withSummary);
    } else if (m_database && m_number > 0 && m_database->number("PRAGMA data_version") != m_version)
        goOn();
}

void JournalScan::goOn() {
    if (!m_database || m_number == 0 || m_step->isActive())
        return;
    m_version = m_database->number("PRAGMA data_version");
    const auto last = quint32(m_database->number("SELECT max(id) FROM head"));
    if (last <= m_top)
        return;
    if (m_query.isStale(*m_database))
        m_query = TrapQuery(m_query.filter(), *m_database, *m_library, m_names);
    const quint32 to = std::min(last, m_top + NewRows);
    Statement heads = m_database->prepare(
        headColumns + QByteArray("head WHERE id > ? AND id <= ? AND ") + m_query.condition() + " ORDER BY id");
    heads.bind(1, qint64(m_top)).bind(2, qint64(to));
    const QList<quint32> ids = take(heads, m_query.needsTextWithoutIndex()).ids;
    m_top = to;
    if (!ids.isEmpty())
        emit found(m_number, ids, true);
    if (m_withSummary && !ids.isEmpty() && !m_summary->isActive())
        m_summary->start();
    if (to < last)
        QMetaObject::invokeMethod(this, &JournalScan::goOn, Qt::QueuedConnection);
}

void JournalScan::summarise() {
    if (m_database)
        emit summarised(m_number, m_groups.summary(*m_database));
}

void JournalScan::fetch(const QList<quint32> &ids) {
    QList<TrapRecord> records;
    QList<quint32> gone;
    for (const quint32 id : ids) {
        auto record = m_rows ? m_rows->at(id) : std::nullopt;
        if (record)
            records += *std::move(record);
        else
            gone += id;
    }
    emit fetched(records, gone);
}

} // namespace walkabout
