// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trappanel.h"

#include "core/base/count.h"
#include "core/store/devicestore.h"
#include "core/trap/trapsettings.h"
#include "ui/find/findbar.h"
#include "ui/find/itemfinder.h"
#include "ui/mib/objectdetails.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/fonts.h"
#include "ui/trap/bindingmodel.h"
#include "ui/trap/listenbar.h"
#include "ui/trap/selectedcells.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/trapview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

TrapPanel::TrapPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_receiver(parts.engine)
    , m_reader(parts.journal)
    , m_users(parts.devices, parts.secrets)
    , m_model(new TrapModel(m_reader, this))
    , m_bindings(new BindingModel(this))
    , m_listen(new ListenBar(m_receiver, parts.journal, this))
    , m_filter(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_count(new QLabel(this))
    , m_newer(new QPushButton(this))
    , m_clear(new QToolButton(this))
    , m_list(new TrapView(this))
    , m_bindingView(new QTableView(this))
    , m_definition(new ObjectDetails(this)) {
    buildLine();
    buildList();
    buildBindings();
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_list);
    panes->addWidget(m_bindingView);
    panes->addWidget(m_definition);
    panes->setSizes({640, 340, 280});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_listen);
    layout->addWidget(m_problem);
    layout->addWidget(panes, 1);
    auto *finder = new ItemFinder(*m_list, Qt::DisplayRole, this);
    layout->addWidget(new FindBar([finder] { return finder; }, this));
    setFocusProxy(m_list);
    connectReceiver();
    sayCount();
}

TrapPanel::~TrapPanel() = default;

void TrapPanel::buildLine() {
    m_filter->setPlaceholderText(tr("Filter traps"));
    m_filter->setAccessibleName(tr("Filter traps"));
    m_filter->setToolTip(tr("Words are all needed, each from its beginning; -word excludes, /re/.\n"
                            "source:10.1.0.0/16  name:link*  severity:>=major  kind:inform  after:2h  before:10:30"));
    addClearButton(m_filter);
    m_filter->installEventFilter(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(&m_typing, &QTimer::timeout, this, &TrapPanel::filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
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
    m_listen->addWidget(m_newer);
    m_listen->addWidget(m_count);
    m_listen->addWidget(m_clear);
}

void TrapPanel::connectReceiver() {
    connect(m_listen, &ListenBar::starting, this, &TrapPanel::openJournal);
    connect(m_listen, &ListenBar::stopped, this, &TrapPanel::closeJournal, Qt::QueuedConnection);
    connect(&m_receiver, &Receiver::received, m_model, &TrapModel::remember);
    connect(&m_receiver, &Receiver::traffic, this, &TrapPanel::traffic);
    connect(&m_users, &TrapUsers::gathered, this, [this](const QList<Credential> &users) {
        if (m_receiver.isListening() || !users.isEmpty())
            m_receiver.setUsers(users);
    });
    connect(&m_parts.devices, &DeviceStore::changed, this, &TrapPanel::nameSources);
    connect(m_model, &TrapModel::came, this, [this](int rows) {
        m_came += rows;
        sayCount();
    });
    connect(m_model, &TrapModel::completed, this, &TrapPanel::sayCount);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TrapPanel::sayCount);
    connect(m_model, &TrapModel::rowsRead, this, &TrapPanel::showCurrent);
}

// The first look at the panel opens the file to be read; there may be none yet.
void TrapPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (m_isOpen)
        return;
    m_isOpen = true;
    nameSources();
    filter();
    m_reader.open();
}

void TrapPanel::openJournal() {
    m_users.gather();
    if (m_journal && m_journal->isWritten())
        return;
    if (!m_journal) {
        m_journal = std::make_unique<Journal>(m_parts.journal, trapsettings::limits(m_parts.settings));
        m_receiver.setJournal(m_journal.get());
        m_receiver.rules().setRules(trapsettings::rules(m_parts.settings));
        m_receiver.rules().setLibrary(m_library);
        m_journal->setLibrary(m_library);
        connect(m_journal.get(), &Journal::opened, this, [this] { m_reader.open(); });
        connect(m_journal.get(), &Journal::stateChanged, this, &TrapPanel::sayJournal);
        connect(m_journal.get(), &Journal::committed, &m_reader, &JournalReader::goOn);
        connect(m_journal.get(), &Journal::setAside, m_listen,
            [this](const Failure &failure) { m_listen->say(failure.text(), true); });
    }
    m_journal->open();
}

// Behind what came last. Who stopped listening may have a service receive in this program's place.
void TrapPanel::closeJournal() {
    if (m_journal && !m_receiver.isListening())
        m_journal->close();
}

// Without a journal of its own the panel shows another program's, and takes nothing that would be lost.
void TrapPanel::sayJournal() {
    sayProblem();
    const JournalState &state = m_journal->state();
    if (state.kind == JournalState::Kind::InUse || state.kind == JournalState::Kind::Unusable)
        m_listen->stop();
    closeJournal(); // stopped before it was open
}

void TrapPanel::sayProblem() {
    QStringList problems{m_journal ? m_journal->state().text() : QString(), m_filterProblem};
    problems.removeAll(QString());
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
}

void TrapPanel::nameSources() {
    SourceNames names;
    for (const Device &device : m_parts.devices.devices()) {
        if (!device.name.isEmpty() && !QHostAddress(device.endpoint.host).isNull())
            names.insert(QHostAddress(device.endpoint.host).toString(), device.name);
    }
    m_receiver.rules().setNames(names);
    m_model->setNames(names);
}

void TrapPanel::filter() {
    const TrapFilter wanted = TrapFilter::parse(m_filter->text(), utcNow());
    m_filterProblem = wanted.problem();
    sayProblem();
    m_model->setFilter(wanted);
    sayCount();
}

void TrapPanel::buildList() {
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Traps"));
    m_list->installEventFilter(this);
    const int letter = QFontMetrics(m_list->font()).averageCharWidth();
    m_list->setColumnWidth(TrapModel::Time, letter * 15);
    m_list->setColumnWidth(TrapModel::Source, letter * 17);
    m_list->setColumnWidth(TrapModel::Level, letter * 10);
    m_list->setColumnWidth(TrapModel::Name, letter * 24);
    m_list->setColumnWidth(TrapModel::Kind, letter * 11);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrapPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TrapPanel::showCurrent);
    connect(m_list, &TrapView::aboveChanged, this, [this](int rows) {
        m_newer->setVisible(rows > 0);
        m_newer->setText(tr("%1 newer").arg(rows));
        m_newer->setAccessibleName(tr("Show newer traps"));
    });
    connect(m_newer, &QPushButton::clicked, m_list, &TrapView::goToTop);
}

void TrapPanel::buildBindings() {
    m_bindingView->setModel(m_bindings);
    m_bindingView->setAccessibleName(tr("Trap bindings"));
    m_bindingView->setFont(monospaced());
    m_bindingView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_bindingView->setShowGrid(false);
    m_bindingView->setWordWrap(false);
    m_bindingView->setTabKeyNavigation(false);
    m_bindingView->verticalHeader()->hide();
    m_bindingView->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_bindingView->verticalHeader()->setDefaultSectionSize(rowHeight(m_bindingView->font()));
    QHeaderView *header = m_bindingView->horizontalHeader();
    header->setFont(QApplication::font());
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(BindingModel::Content, QHeaderView::Stretch);
    const int letter = QFontMetrics(m_bindingView->font()).averageCharWidth();
    header->resizeSection(BindingModel::Name, letter * 24);
    header->resizeSection(BindingModel::Type, letter * 12);
    m_bindingView->installEventFilter(this);
    connect(m_bindingView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid() && !m_bindings->oid(current.row()).isEmpty())
                m_definition->showObject(m_bindings->oid(current.row()));
        });
    m_definition->setTextName(tr("Trap definition"), tr("Click a trap, or one of its bindings"));
    connect(m_definition, &ObjectDetails::linkActivated, m_definition, &ObjectDetails::showObject);
    connect(m_definition, &ObjectDetails::sourceRequested, this, &TrapPanel::sourceRequested);
}

void TrapPanel::setLibrary(Library::Pointer library) {
    m_library = library;
    m_receiver.rules().setLibrary(library);
    if (m_journal)
        m_journal->setLibrary(library);
    m_model->setLibrary(library);
    m_bindings->setLibrary(library);
    m_definition->setLibrary(std::move(library));
}

void TrapPanel::showCurrent() {
    const QModelIndex current = m_list->currentIndex();
    const TrapRecord *record = current.isValid() ? m_model->at(current.row()) : nullptr;
    const quint32 id = record ? record->id : 0;
    if (id == m_shown)
        return;
    m_shown = id;
    if (!record) {
        m_bindings->show({});
        m_definition->clear();
        return;
    }
    m_bindings->show(record->notification);
    if (record->notification.oid.isEmpty())
        m_definition->clear();
    else
        m_definition->showObject(record->notification.oid);
}

void TrapPanel::sayCount() {
    const int rows = m_model->rowCount();
    const QString traps = counted(rows, tr("%1 trap"), tr("%1 traps"));
    m_count->setText(m_model->isComplete() || rows == 0 ? traps : tr("%1 so far").arg(traps));
    m_count->setToolTip(tr("Kept in %1").arg(m_parts.journal));
    emit countChanged(m_came);
}

bool TrapPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_filter && key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    auto *view = qobject_cast<QTableView *>(watched);
    if (!view || !key->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    QApplication::clipboard()->setText(selectedCells(*view->selectionModel()));
    return true;
}

} // namespace walkabout
