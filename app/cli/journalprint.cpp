// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/journalprint.h"

#include "app/cli/context.h"
#include "app/cli/terminal.h"
#include "core/trap/journaltables.h"

#include <limits>

namespace walkabout {

namespace {

constexpr int PrintSlice = 200; // rows

} // namespace

JournalPrint::JournalPrint(const QString &path, Context &context, int most)
    : m_context(context)
    , m_lines(context.library())
    , m_left(most > 0 ? most : std::numeric_limits<qint64>::max()) {
    open(path);
    connect(&m_turn, &QTimer::timeout, this, &JournalPrint::slice);
    m_turn.start(0);
}

JournalPrint::~JournalPrint() = default;

void JournalPrint::open(const QString &path) {
    auto database = Database::open(path, Database::Mode::Read);
    if (!database) {
        m_failure = database.failure();
        return;
    }
    m_database = *std::move(database);
    m_failure = journaltables::check(*m_database);
    if (!m_failure)
        m_rows = std::make_unique<JournalRows>(*m_database);
}

void JournalPrint::slice() {
    Terminal &terminal = m_context.terminal();
    quint32 last = 0;
    if (m_rows) {
        const int most = int(std::min<qint64>(m_left, PrintSlice));
        last = m_rows->from(m_next, most, [&](const TrapRecord &record) {
            terminal.line(m_context.json() ? m_lines.json(record) : m_lines.text(record).toUtf8());
            --m_left;
        });
        m_next = last + 1;
    }
    if (last > 0 && m_left > 0 && !terminal.closed())
        return;
    if (m_rows && m_database->isDamaged())
        m_failure = m_database->failure();
    m_turn.stop();
    terminal.flush();
    emit finished();
}

} // namespace walkabout
