// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tableverb.h"

#include "app/cli/context.h"
#include "app/cli/objectlist.h"
#include "app/cli/reading.h"
#include "app/cli/tabletext.h"
#include "app/cli/terminal.h"
#include "core/work/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

TableVerb::~TableVerb() { m_interfaces.reset(); /* before the target does */ }

void TableVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "table", "a table as a grid, its index first");
    m_letters.addTo(*verb);
    verb->add_option("OBJECT", m_objects, "a table, its entry or a column of it")->required();
    verb->add_option("--columns", m_columns, "only these, in this order")->type_name("a,b");
    verb->add_flag("--csv", m_csv, "comma-separated");
    verb->add_flag("--names", m_names, "interfaces by name: Gi1/0/7 · uplink core2 (10107); not in JSON");
    verb->add_flag("--join", m_join,
        "beside it the columns of the tables that go with it: same key, AUGMENTS, and those of its interfaces");
    verb->add_option("--watch", m_watch, "read again every so many seconds, until Ctrl+C")
        ->type_name("SECONDS")
        ->check(CLI::Range(0.1, 86400.0));
    m_tuning.addTo(*verb);
}

void TableVerb::start() {
    const auto objects = objectList(m_objects);
    if (!objects)
        return fail(objects.failure());
    m_tables = *objects;
    if (m_tables.isEmpty())
        return failUsage(tr("No table was given."));
    QStringList columns = QString::fromStdString(m_columns).split(u',', Qt::SkipEmptyParts);
    for (QString &column : columns)
        column = column.trimmed();
    for (const QString &table : std::as_const(m_tables)) {
        auto grid = TableGrid::make(
            context().library(), table, columns, m_join ? TableGrid::Joining::Usual : TableGrid::Joining::None);
        if (!grid)
            return fail(grid.failure());
        m_grids.push_back(std::move(*grid));
    }
    openTarget();
}

void TableVerb::opened() {
    m_again.setSingleShot(true);
    m_again.setInterval(std::chrono::milliseconds(qint64(m_watch * 1000)));
    connect(&m_again, &QTimer::timeout, this, &TableVerb::readNames);
    readNames();
}

void TableVerb::readNames() {
    const auto wanted = [this](Refers refers) {
        return std::ranges::any_of(m_grids, [refers](const TableGrid &grid) { return grid.refersTo(refers); });
    };
    const bool arePorts = wanted(Refers::BridgePort);
    if (!m_names || context().json() || (!arePorts && !wanted(Refers::Interface)))
        return readTable();
    if (!m_interfaces) {
        m_interfaces = std::make_unique<InterfaceReader>(target().connection());
        connect(m_interfaces.get(), &InterfaceReader::settled, this, [this] {
            for (TableGrid &grid : m_grids)
                grid.setInterfaces(m_interfaces->names());
            readTable();
        });
    }
    m_interfaces->want(arePorts ? Refers::BridgePort : Refers::Interface);
}

void TableVerb::readTable() {
    Query query;
    query.verb = Verb::Table;
    query.objects = {m_tables.at(qsizetype(m_at))};
    query.columns = m_grids[m_at].asked();
    query.joined = m_grids[m_at].askedJoined();
    m_tuning.applyTo(query);
    auto operation = query.begin(target().connection(), *context().library());
    if (!operation)
        return fail(operation.failure());
    m_operation = std::move(*operation);
    m_grids[m_at].clear();
    connect(
        m_operation.get(), &Operation::batch, this, [this](const VarBinds &varBinds) { m_grids[m_at].add(varBinds); });
    connect(m_operation.get(), &Operation::finished, this, &TableVerb::finishTable);
}

void TableVerb::finishTable() {
    m_summary.add(*m_operation);
    m_grids[m_at].settle();
    print();
    const bool isWhole = m_operation->ending() == Ending::Whole;
    if (!isWhole) {
        m_failure = m_operation->failure();
        m_status = exitStatus(*m_operation);
    }
    if (context().terminal().closed())
        return end(ExitStatus::Whole);
    if (isWhole && m_signal == 0 && ++m_at < m_grids.size())
        return readTable();
    endRound();
}

void TableVerb::print() {
    Terminal &terminal = context().terminal();
    const TableGrid &grid = m_grids[m_at];
    if (m_at > 0 && !context().json())
        terminal.line("");
    const auto lines = context().json() ? tabletext::json(grid)
        : m_csv                         ? tabletext::csv(grid)
                                        : tabletext::aligned(grid);
    for (const QByteArray &line : lines)
        terminal.line(line);
    terminal.flush();
}

void TableVerb::endRound() {
    conclude(context().terminal(), m_failure, m_summary, context().json());
    if (m_signal != 0)
        return end(128 + m_signal);
    if (m_watch <= 0)
        return end(m_status);
    m_summary = {};
    m_failure.reset();
    m_at = 0;
    if (!context().json())
        context().terminal().line("");
    m_again.start();
}

void TableVerb::interrupt(int signalNumber) {
    m_signal = signalNumber;
    if (m_operation && !m_operation->ending())
        m_operation->cancel();
    else
        TargetCommand::interrupt(signalNumber);
}

} // namespace walkabout
