// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/summarypane.h"

#include "core/base/count.h"
#include "core/base/filterterms.h"
#include "ui/shared/cellcopy.h"
#include "ui/shared/sortheader.h"
#include "ui/trap/timescale.h"
#include "ui/trap/timestrip.h"
#include "ui/trap/trapfilterline.h"
#include "ui/trap/trapgroupmodel.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/trapview.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace walkabout {

SummaryPane::SummaryPane(TrapModel &rows, JournalReader &reader, TrapFilterLine &line, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_line(line)
    , m_groups(new TrapGroupModel(reader, this))
    , m_strip(new TimeStrip(this))
    , m_table(new TrapView(this))
    , m_more(new QLabel(this))
    , m_button(new QToolButton(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_more);
    m_more->setMargin(4);
    m_more->setAccessibleName(tr("Groups not listed"));
    m_more->hide();
    setFocusProxy(m_table);
    buildButton();
    buildTable();
    addActions();
    connect(&rows, &TrapModel::summarised, this, &SummaryPane::take);
    connect(m_strip, &TimeStrip::chosen, this, &SummaryPane::narrow);
    connect(m_groups, &TrapGroupModel::rowsRead, this, &SummaryPane::currentChanged);
}

void SummaryPane::buildButton() {
    m_button->setText(tr("Summary"));
    m_button->setAccessibleName(tr("Summary of traps"));
    m_button->setToolTip(tr("One row for each source, notification and instance, and when they came"));
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    connect(m_button, &QToolButton::toggled, this, [this](bool on) {
        if (!on)
            take({}, true);
        m_rows.setSummarised(on);
        emit turned(on);
        emit currentChanged();
    });
}

void SummaryPane::buildTable() {
    m_table->setModel(m_groups);
    m_table->setAccessibleName(tr("Trap summary"));
    sortheader::dress(*m_table);
    const int letter = QFontMetrics(m_table->font()).averageCharWidth();
    m_table->setColumnWidth(TrapGroupModel::Level, letter * 9);
    m_table->setColumnWidth(TrapGroupModel::Count, letter * 7);
    m_table->setColumnWidth(TrapGroupModel::Source, letter * 15);
    m_table->setColumnWidth(TrapGroupModel::Name, letter * 22);
    m_table->setColumnWidth(TrapGroupModel::Subject, letter * 13);
    m_table->setColumnWidth(TrapGroupModel::First, letter * 15);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_groups, &TrapGroupModel::sort);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_groups->readLatest(now.row());
        emit currentChanged();
    });
    connect(m_table, &QTableView::doubleClicked, this, &SummaryPane::showRows);
}

void SummaryPane::addActions() {
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto act) {
        auto *action = new QAction(text, m_table);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Show These &Traps"), {Qt::Key_Return, Qt::Key_Enter}, [this] { showRows(); });
    add(tr("&Copy"), {QKeySequence::Copy}, [this] { copyCells(*m_table); });
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void SummaryPane::setLibrary(Library::Pointer library) { m_groups->setLibrary(std::move(library)); }

void SummaryPane::setNames(const SourceNames &names) { m_groups->setNames(names); }

void SummaryPane::setInterfaces(const SourceInterfaces &interfaces) { m_groups->setInterfaces(interfaces); }

bool SummaryPane::isOnShow() const { return m_button->isChecked(); }

QTableView &SummaryPane::table() const { return *m_table; }

const TrapRecord *SummaryPane::current() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_groups->record(index.row()) : nullptr;
}

void SummaryPane::take(const TrapSummary &summary, bool isFirst) {
    m_strip->show(summary.strip);
    m_groups->show(summary, isFirst);
    m_more->setVisible(m_groups->more() > 0);
    m_more->setText(tr("The latest %1 are listed, %2 more are not: a filter or a time brings them here.")
                        .arg(grouped(m_groups->rowCount()), grouped(m_groups->more())));
}

// What was taken out of the line by hand is not put back.
void SummaryPane::forgetTimes() {
    const QStringList standing = filterTerms(m_line.text(), true);
    const QStringList own = filterTerms(m_times.value(m_times.size() - 1), true);
    if (!std::ranges::all_of(own, [&](const QString &term) { return standing.contains(term); }))
        m_times.clear();
}

// A time within the one chosen before stands in its place.
void SummaryPane::narrow(UtcMicroseconds from, UtcMicroseconds to) {
    forgetTimes();
    const QString before = m_times.value(m_times.size() - 1);
    const QString terms = timescale::terms(from, to);
    if (terms == before)
        return;
    m_times += terms;
    m_line.replace(before, terms);
}

void SummaryPane::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        forgetTimes();
    if (event->key() != Qt::Key_Escape || m_times.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const QString terms = m_times.takeLast();
    m_line.replace(terms, m_times.value(m_times.size() - 1));
}

void SummaryPane::showRows() {
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const QString terms = m_groups->terms(index.row());
    m_button->setChecked(false);
    m_line.add(terms);
}

} // namespace walkabout
