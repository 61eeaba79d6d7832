// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trappanel.h"

#include "core/base/count.h"
#include "core/store/devicestore.h"
#include "core/trap/unreaduser.h"
#include "ui/find/findbar.h"
#include "ui/find/itemfinder.h"
#include "ui/shared/emptyhint.h"
#include "ui/trap/listenbar.h"
#include "ui/trap/summarypane.h"
#include "ui/trap/trapalerts.h"
#include "ui/trap/trapcommands.h"
#include "ui/trap/trapdetails.h"
#include "ui/trap/trapfilterline.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/traprowactions.h"
#include "ui/trap/trapview.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace walkabout {

TrapPanel::TrapPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_station(parts)
    , m_model(new TrapModel(m_station.reader(), this))
    , m_listen(new ListenBar(m_station.receiver(), parts.journal, this))
    , m_filter(new TrapFilterLine(parts.settings, this))
    , m_problem(new QLabel(this))
    , m_count(new QLabel(this))
    , m_newer(new QPushButton(this))
    , m_pause(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_list(new TrapView(this))
    , m_details(new TrapDetails(this))
    , m_rows(nullptr)
    , m_summary(new SummaryPane(*m_model, m_station.reader(), *m_filter, this))
    , m_panes(new QStackedWidget(this))
    , m_commands(new TrapCommands(m_station, *m_model, this))
    , m_alerts(new TrapAlerts(m_station, this)) {
    buildLine();
    buildList();
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_list);
    m_panes->addWidget(m_summary);
    panes->addWidget(m_panes);
    panes->addWidget(m_details);
    panes->setSizes({640, 620});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_listen);
    layout->addWidget(m_problem);
    layout->addWidget(panes, 1);
    auto *finder = new ItemFinder(*m_list, Qt::DisplayRole, this);
    auto *groups = new ItemFinder(m_summary->table(), Qt::DisplayRole, this);
    layout->addWidget(new FindBar([=, this] { return m_summary->isOnShow() ? groups : finder; }, this));
    setFocusProxy(m_panes);
    connectStation();
    connectRows();
    connectSummary();
    sayCount();
}

TrapPanel::~TrapPanel() = default;

void TrapPanel::buildLine() {
    connect(m_filter, &TrapFilterLine::filterChanged, this, &TrapPanel::filter);
    auto *kept = new QToolButton(this);
    kept->setText(tr("Kept"));
    kept->setAccessibleName(tr("Kept filters"));
    kept->setToolTip(tr("Filters that were kept, and keeping this one"));
    kept->setPopupMode(QToolButton::InstantPopup);
    kept->setMenu(m_filter->menu());
    kept->setAutoRaise(true);
    m_pause->setText(tr("Pause"));
    m_pause->setAccessibleName(tr("Pause traps"));
    m_pause->setToolTip(tr("Holds the list still; what comes is received and kept all the same"));
    m_pause->setCheckable(true);
    m_pause->setAutoRaise(true);
    connect(m_pause, &QToolButton::toggled, this, [this](bool paused) {
        m_model->setPaused(paused);
        sayCount();
    });
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear traps"));
    m_clear->setToolTip(tr("Leaves out what came up to now; the journal keeps it"));
    m_clear->setAutoRaise(true);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_model->setOnlyNew(!m_model->onlyNew());
        m_clear->setText(m_model->onlyNew() ? tr("Show Earlier") : tr("Clear"));
        sayCount();
    });
    m_problem->setAccessibleName(tr("Trap journal message")); // or what the filter does not understand
    m_problem->setMargin(6);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_newer->setAutoDefault(false);
    m_newer->hide();
    m_listen->addWidget(m_filter, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{
             kept, m_newer, m_count, m_summary->button(), m_pause, m_clear, m_commands->button()})
        m_listen->addWidget(widget);
}

void TrapPanel::buildList() {
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Traps"));
    const int letter = QFontMetrics(m_list->font()).averageCharWidth();
    m_list->setColumnWidth(TrapModel::Time, letter * 15);
    m_list->setColumnWidth(TrapModel::Source, letter * 17);
    m_list->setColumnWidth(TrapModel::Level, letter * 10);
    m_list->setColumnWidth(TrapModel::Name, letter * 24);
    m_list->setColumnWidth(TrapModel::Kind, letter * 11);
    new EmptyHint(*m_list, [this] {
        return m_filter->text().isEmpty() ? tr("No notification yet. Start Listening receives them; Send Notification "
                                               "(Ctrl+Alt+N) sends one to try it.")
                                          : tr("No notification fits the filter. Esc in it clears it.");
    });
    m_rows = new TrapRowActions(*m_list, *m_model, this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrapPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TrapPanel::showCurrent);
    connect(m_list, &TrapView::aboveChanged, this, [this](int rows) {
        m_newer->setVisible(rows > 0);
        m_newer->setText(tr("%1 newer").arg(rows));
        m_newer->setAccessibleName(tr("Show newer traps"));
    });
    connect(m_newer, &QPushButton::clicked, m_list, &TrapView::goToTop);
}

void TrapPanel::connectStation() {
    connect(m_listen, &ListenBar::starting, &m_station, &TrapStation::prepare);
    connect(m_listen, &ListenBar::stopped, &m_station, &TrapStation::release, Qt::QueuedConnection);
    connect(&m_station, &TrapStation::problemChanged, this, &TrapPanel::sayProblem);
    connect(&m_station, &TrapStation::cannotKeep, m_listen, &ListenBar::stop);
    connect(&m_station, &TrapStation::setAside, m_listen,
        [this](const Failure &failure) { m_listen->say(failure.text(), true); });
    connect(&m_station, &TrapStation::namesChanged, this, [this] { m_model->setNames(m_station.names()); });
    connect(&m_station.receiver(), &Receiver::received, m_model, &TrapModel::remember);
    connect(&m_station.receiver(), &Receiver::traffic, this, &TrapPanel::traffic);
    connect(m_model, &TrapModel::came, this, &TrapPanel::count);
    connect(m_model, &TrapModel::completed, this, &TrapPanel::sayCount);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TrapPanel::sayCount);
    connect(m_model, &TrapModel::rowsRead, this, &TrapPanel::showCurrent);
    connect(m_details, &TrapDetails::sourceRequested, this, &TrapPanel::sourceRequested);
    connect(m_details, &TrapDetails::objectRequested, this, &TrapPanel::objectRequested);
}

void TrapPanel::connectRows() {
    connect(m_rows, &TrapRowActions::objectRequested, this, &TrapPanel::objectRequested);
    connect(m_rows, &TrapRowActions::filterRequested, m_filter, &TrapFilterLine::add);
    connect(m_rows, &TrapRowActions::deviceRequested, this, &TrapPanel::goToDevice);
    connect(m_rows, &TrapRowActions::userRequested, this, &TrapPanel::addUser);
    connect(m_rows, &TrapRowActions::sendRequested, m_commands, &TrapCommands::sendAgain);
    connect(m_rows, &TrapRowActions::ruleRequested, m_commands, &TrapCommands::makeRule);
    connect(m_rows, &TrapRowActions::exportRequested, m_commands, &TrapCommands::exportRows);
    connect(m_commands, &TrapCommands::traffic, this, &TrapPanel::traffic);
    connect(m_commands, &TrapCommands::told, this, &TrapPanel::told);
    connect(m_commands, &TrapCommands::failed, this, &TrapPanel::failed);
    connect(m_alerts, &TrapAlerts::activated, this, &TrapPanel::attentionWanted);
    connect(m_alerts, &TrapAlerts::unavailable, this,
        [this] { emit told(tr("A rule asks for a notice of the desktop, and this desktop shows none.")); });
    connect(m_rows, &TrapRowActions::packetRequested, this,
        [this](const TrapRecord &record) { emit packetRequested(record.notification.bytes); });
}

void TrapPanel::connectSummary() {
    connect(m_summary, &SummaryPane::turned, this, [this](bool isOn) {
        m_panes->setCurrentIndex(isOn ? 1 : 0);
        m_panes->setFocusProxy(m_panes->currentWidget());
    });
    connect(m_summary, &SummaryPane::currentChanged, this, &TrapPanel::showCurrent);
    connect(&m_station, &TrapStation::namesChanged, m_summary, [this] { m_summary->setNames(m_station.names()); });
    m_panes->setFocusProxy(m_list);
}

// The first look at the panel opens the file to be read; there may be none yet.
void TrapPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    count(0);
    if (m_model->isStarted())
        return;
    filter();
    m_station.open();
}

bool TrapPanel::event(QEvent *event) {
    if (event->type() == QEvent::WindowActivate)
        count(0);
    return QWidget::event(event);
}

// What comes while someone looks has been seen.
void TrapPanel::count(int rows) {
    const bool isSeen = isVisible() && isActiveWindow();
    const int unread = isSeen ? 0 : m_unread + rows;
    if (unread != std::exchange(m_unread, unread))
        emit unreadChanged(unread);
    sayCount();
}

void TrapPanel::sayProblem() {
    QStringList problems{m_station.problem(), m_filterProblem};
    problems.removeAll(QString());
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
}

void TrapPanel::filter() {
    const TrapFilter wanted = m_filter->filter();
    m_filterProblem = wanted.problem();
    sayProblem();
    m_model->setFilter(wanted);
    sayCount();
}

void TrapPanel::setLibrary(Library::Pointer library) {
    m_station.setLibrary(library);
    m_model->setLibrary(library);
    m_summary->setLibrary(library);
    m_details->setLibrary(std::move(library));
}

void TrapPanel::setInterfaces(const SourceInterfaces &interfaces) {
    m_model->setInterfaces(interfaces);
    m_summary->setInterfaces(interfaces);
    m_details->setInterfaces(interfaces);
    m_alerts->setInterfaces(interfaces);
}

void TrapPanel::showCurrent() { m_details->show(m_summary->isOnShow() ? m_summary->current() : m_rows->current()); }

void TrapPanel::sayCount() {
    const int rows = m_model->rowCount();
    QString traps = counted(rows, tr("%1 trap"), tr("%1 traps"));
    if (!m_model->isComplete() && rows > 0)
        traps = tr("%1 so far").arg(traps);
    if (m_model->isPaused())
        traps += tr(", %1 waiting").arg(m_model->waiting());
    m_count->setText(traps);
    m_count->setToolTip(tr("Kept in %1").arg(m_station.path()));
}

void TrapPanel::goToDevice(const QHostAddress &address) {
    if (const Device *device = m_station.devices().named(m_station.names().value(address.toString())))
        emit deviceRequested(*device);
}

void TrapPanel::addUser(const TrapRecord &record) { emit userWanted(deviceOfUnread(record.notification)); }

} // namespace walkabout
