// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/base/log.h"
#include "ui/actions.h"
#include "ui/device/badlinesheet.h"
#include "ui/device/confirmbar.h"
#include "ui/device/devicebox.h"
#include "ui/device/deviceediting.h"
#include "ui/device/deviceimportsheet.h"
#include "ui/device/devicemodel.h"
#include "ui/device/devicepanel.h"
#include "ui/device/devicestates.h"
#include "ui/device/devicetreemodel.h"
#include "ui/device/diagnosing.h"
#include "ui/device/diagnosissheet.h"
#include "ui/device/keepingbar.h"
#include "ui/device/recordbar.h"
#include "ui/device/secretsbar.h"
#include "ui/device/vaultbar.h"
#include "ui/docks.h"
#include "ui/log/logpanel.h"
#include "ui/mib/importing.h"
#include "ui/mib/importsheet.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/modulepanel.h"
#include "ui/mib/objectdetails.h"
#include "ui/mib/sourceview.h"
#include "ui/packet/packetpanel.h"
#include "ui/palette/commandpalette.h"
#include "ui/query/addressbar.h"
#include "ui/query/addressedit.h"
#include "ui/query/asking.h"
#include "ui/query/exportbar.h"
#include "ui/query/exporting.h"
#include "ui/query/resulttabs.h"
#include "ui/query/verbbuttons.h"
#include "ui/set/changeflow.h"
#include "ui/set/changepanel.h"
#include "ui/shared/noticebar.h"
#include "ui/statusline.h"
#include "ui/trap/trappanel.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace walkabout {

MainWindow::MainWindow(const Parts &parts)
    : m_memory(parts.settings)
    , m_columns(parts.settings)
    , m_octets(parts.settings)
    , m_favourites(parts.settings)
    , m_open(parts.engine, parts.devices, parts.secrets, parts.log)
    , m_theme(parts.theme)
    , m_settings(parts.settings)
    , m_recordingFolder(parts.recordingFolder)
    , m_states(new DeviceStates(m_open, this))
    , m_deviceModel(new DeviceModel(parts.devices, this))
    , m_bar(new AddressBar(*m_deviceModel, this))
    , m_keepingBar(new KeepingBar(this))
    , m_vaultBar(new VaultBar(this))
    , m_secretsBar(new SecretsBar(this))
    , m_confirmBar(new ConfirmBar(this))
    , m_notice(new NoticeBar(this))
    , m_exportBar(new ExportBar(this))
    , m_diagnosis(new DiagnosisSheet(parts.engine, this))
    , m_recordBar(new RecordBar(this))
    , m_badLines(new BadLineSheet(this))
    , m_deviceImportSheet(new DeviceImportSheet(this))
    , m_importSheet(new ImportSheet(this))
    , m_tabs(new ResultTabs(this))
    , m_start(new StartPage(this))
    , m_pages(new QStackedWidget(this))
    , m_mib(new MibPanel(this))
    , m_details(new ObjectDetails(this))
    , m_devices(new DevicePanel(*new DeviceTreeModel(parts.devices, *m_states, this), this))
    , m_modules(new ModulePanel(parts.settings, this))
    , m_traps(new TrapPanel({parts.engine, parts.devices, parts.secrets, parts.settings, parts.trapJournal}, this))
    , m_packets(new PacketPanel(m_ring, this))
    , m_log(new LogPanel(parts.log, this))
    , m_changes(new ChangePanel(m_open, this))
    , m_status(new StatusLine(this)) {
    setWindowTitle(tr("Walkabout"));
    m_tabs->setColumnMemory(&m_columns);
    m_tabs->setOctetMemory(&m_octets);
    m_mib->setFavourites(m_favourites);
    m_details->setFavourites(m_favourites);
    build();
    connectBar();
    connectPanels();
    connectPackets();
    connectChanges();
    connectSecrets(parts.secrets);
    connectActions();
    connectPalette(parts.settings);
    connectTables(parts.settings);
    connectResults();
    connectDevices();
    connectImport(parts.mibFolder);
    m_start->setRecent(m_memory.recent());
    if (!m_memory.restore(*this))
        resize(screen()->availableSize().boundedTo(QSize(1440, 900)));
    m_bar->device().showDevice(m_memory.device());
    m_bar->setAddress(m_memory.address());
    m_bar->device().setFocus();
}

MainWindow::~MainWindow() {
    // Tabs hold devices, which go with the members: before the widgets would. So does the ring.
    delete m_tabs;
    delete m_packets;
    delete m_recordBar;
}

void MainWindow::build() {
    auto *toolBar = addToolBar(tr("Address"));
    toolBar->setObjectName(u"address"_s);
    toolBar->setMovable(false);
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    toolBar->addWidget(m_bar);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_keepingBar);
    layout->addWidget(m_vaultBar);
    layout->addWidget(m_secretsBar);
    layout->addWidget(m_confirmBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_exportBar);
    layout->addWidget(m_recordBar);
    layout->addWidget(m_diagnosis);
    layout->addWidget(m_badLines, 1);
    layout->addWidget(m_deviceImportSheet, 3);
    layout->addWidget(m_importSheet, 3);
    layout->addWidget(m_pages, 2);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_tabs);
    setCentralWidget(centre);
    setStatusBar(m_status);

    m_docks = new Docks(*this, {m_mib, m_details, m_devices, m_modules, m_traps, m_packets, m_log, m_changes});
    m_status->addPanel(m_docks->trapsToggle());
    m_status->addPanel(m_docks->packetsToggle());
    m_status->addPanel(m_docks->logToggle());
    m_status->addPanel(m_docks->changesToggle());
    m_actions = new Actions(this);
    m_actions->fill(*menuBar(), m_docks->toggles(), m_changes->sendAction());
    m_actions->setTheme(m_theme.choice());
    m_editing = new DeviceEditing(m_open, {*m_secretsBar, *m_confirmBar, *m_notice}, this);
    m_diagnosing = new Diagnosing(m_open, *m_diagnosis, *m_editing, this);
    m_asking = new Asking(m_open, *m_bar, *m_tabs, *m_notice, this);
    m_exporting = new Exporting(*m_exportBar, this);
    m_changing = new ChangeFlow(*m_editing, this);
}

void MainWindow::follow(QueryTab *tab) {
    connect(tab, &QueryTab::objectSelected, this, &MainWindow::reveal);
    connect(tab, &QueryTab::activated, m_asking, qOverload<const Oid &>(&Asking::askObvious));
    connect(tab, &QueryTab::editRefused, this, &MainWindow::complain);
    connect(tab, &QueryTab::sendRequested, this, [this, tab] { send(tab->device()); });
    connect(tab, &QueryTab::rowCreationRequested, this, &MainWindow::createRow);
    connect(tab, &QueryTab::rowDestructionRequested, this, &MainWindow::destroyRow);
    connect(tab, &QueryTab::deviceChanged, this, [this, tab] {
        if (tab == m_tabs->current())
            m_bar->setDevice(tab->device());
    });
    connect(tab, &QueryTab::ended, this, &MainWindow::settled);
    connect(tab, &QueryTab::told, this, [this](const QString &text) { m_notice->tell(text); });
    connect(tab, &QueryTab::exportAsked, m_actions->exportShown, &QAction::trigger);
    connect(tab, &QueryTab::whyAsked, this, &MainWindow::askWhy);
    m_pages->setCurrentWidget(m_tabs);
}

void MainWindow::showTab() {
    const QueryTab *tab = m_tabs->current();
    if (!tab) {
        m_pages->setCurrentWidget(m_start);
        m_start->setRecent(m_memory.recent());
        m_bar->showDevice(nullptr);
        m_bar->verbs().setRunning(false);
        m_status->showSummary({}, {});
        setWindowTitle(tr("Walkabout"));
        m_changes->show(nullptr);
        return;
    }
    m_bar->showDevice(&tab->device());
    m_changes->show(&tab->device());
    m_bar->verbs().setRunning(tab->isRunning());
    m_status->showSummary(tab->summary(), tab->command());
    setWindowTitle(tr("%1 - Walkabout").arg(tab->title()));
}

void MainWindow::showObject(const Oid &oid) {
    m_asking->showObject(oid);
    m_details->showObject(oid);
}

void MainWindow::reveal(const Oid &oid) {
    showObject(oid);
    m_mib->reveal(oid);
}

void MainWindow::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_status->showWork({});
    m_open.setLibrary(m_library);
    m_bar->setLibrary(m_library);
    m_palette->setLibrary(m_library);
    m_tabs->setLibrary(m_library);
    m_mib->setLibrary(m_library);
    m_details->setLibrary(m_library);
    m_modules->setLibrary(m_library);
    m_traps->setLibrary(m_library);
    m_packets->setLibrary(m_library);
    m_changes->setLibrary(m_library);
    m_changing->setLibrary(m_library);
    m_diagnosing->setLibrary(m_library);
    if (m_importing)
        m_importing->setLibrary(m_library);
    if (m_source)
        m_source->setLibrary(m_library);
    showTab();
    m_asking->setLibrary(m_library, true);
}

void MainWindow::showLibraryProgress(int done, int of) {
    m_status->showWork(tr("Reading MIB modules: %1 of %2").arg(done).arg(of));
}

void MainWindow::visit(const QString &device, const QString &object, std::optional<Verb> verb) {
    m_asking->visit(device, object, verb);
}

void MainWindow::complain(const Failure &failure) { m_notice->complain(failure.text()); }

void MainWindow::showSource(const QString &file, int line) {
    if (!m_source) {
        m_source = new SourceView(this);
        m_source->setLibrary(m_library);
    }
    m_source->open(file, line);
}

bool MainWindow::event(QEvent *event) {
    const bool result = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !std::exchange(m_painted, true)) {
        qCDebug(lcUi) << "first paint";
        emit firstPaint();
    }
    return result;
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (keepsChanges()) {
        event->ignore();
        return;
    }
    m_memory.save(*this, m_bar->device().text(), m_bar->address().text());
    m_memory.keepTheme(m_theme);
    QMainWindow::closeEvent(event);
}

} // namespace walkabout
