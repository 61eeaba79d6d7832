// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/tablespane.h"

#include "core/base/count.h"
#include "ui/table/tableresult.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

using namespace std::chrono_literals;

namespace walkabout {

namespace {

constexpr int TablesSlice = 6; // milliseconds

} // namespace

TablesPane::TablesPane(QWidget *parent)
    : QWidget(parent)
    , m_chooser(new QComboBox(this))
    , m_head(new QWidget(this))
    , m_empty(new QLabel(tr("No rows of a table here. Walk something that has tables, or ask for one."), this))
    , m_layout(new QVBoxLayout(this)) {
    m_chooser->setAccessibleName(tr("Table of this result"));
    m_chooser->setToolTip(tr("Which table of this result is shown"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(28);
    auto *label = new QLabel(tr("Ta&ble:"), m_head);
    label->setBuddy(m_chooser);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(6, 2, 6, 2);
    head->addWidget(label);
    head->addWidget(m_chooser, 1);
    head->addStretch(1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addWidget(m_head);
    m_layout->addWidget(m_empty, 1);
    m_slices.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &TablesPane::look);
    connect(m_chooser, &QComboBox::activated, this, [this](int at) { choose(m_tables.value(at).oid); });
}

void TablesPane::clear() {
    m_slices.stop();
    m_covered.reset();
    if (m_store)
        m_store->disconnect(this);
    m_store = nullptr;
    m_tables.clear();
    setGrid(nullptr);
}

void TablesPane::show(const ResultStore &store, const Library::Pointer &library, const std::optional<Oid> &fixed) {
    const Oid before = m_chosen;
    clear();
    m_store = &store;
    m_chosen = fixed.value_or(before);
    m_head->setVisible(!fixed);
    if (fixed) {
        emit chosenChanged(m_chosen);
        return;
    }
    m_covered = std::make_unique<CoveredTables>(store, library);
    connect(&store, &ResultStore::grew, this, [this] {
        if (!m_slices.isActive())
            m_slices.start(100ms);
    });
    look();
}

void TablesPane::look() {
    QElapsedTimer clock;
    clock.start();
    if (!m_covered->take(clock, TablesSlice))
        m_slices.start(0);
    fill();
}

void TablesPane::fill() {
    m_tables = m_covered->tables();
    const auto isChosen = [this](const CoveredTables::Table &table) { return table.oid == m_chosen; };
    if (!m_tables.isEmpty() && std::ranges::none_of(m_tables, isChosen))
        choose(m_tables.first().oid);
    else if (!m_tables.isEmpty() && !m_grid)
        emit chosenChanged(m_chosen);
    const QSignalBlocker quiet(m_chooser);
    while (m_chooser->count() > m_tables.size())
        m_chooser->removeItem(m_chooser->count() - 1);
    for (int at = 0; at < m_tables.size(); ++at) {
        const QString text
            = tr("%1 (%2)").arg(m_tables[at].name, counted(m_tables[at].rows, tr("%1 row"), tr("%1 rows")));
        if (at < m_chooser->count())
            m_chooser->setItemText(at, text);
        else
            m_chooser->addItem(text);
    }
    m_chooser->setCurrentIndex(int(std::ranges::find_if(m_tables, isChosen) - m_tables.begin()));
    m_head->setVisible(!m_tables.isEmpty());
}

void TablesPane::choose(const Oid &table) {
    if (table == m_chosen && m_grid)
        return;
    m_chosen = table;
    emit chosenChanged(table);
    const auto at = std::ranges::find(m_tables, table, &CoveredTables::Table::oid);
    m_chooser->setCurrentIndex(at == m_tables.end() ? -1 : int(at - m_tables.begin()));
}

void TablesPane::setGrid(TableResult *grid) {
    delete std::exchange(m_grid, grid);
    m_empty->setVisible(!grid);
    if (!grid)
        return;
    m_layout->addWidget(grid, 1);
    grid->show(); // at once: it may be given the focus
    setFocusProxy(grid);
}

} // namespace walkabout
