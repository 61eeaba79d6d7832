// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom: the connections of the window.
#include "ui/actions.h"
#include "ui/device/confirmbar.h"
#include "ui/device/devicebox.h"
#include "ui/device/deviceediting.h"
#include "ui/device/devicemodel.h"
#include "ui/device/devicepanel.h"
#include "ui/device/diagnosing.h"
#include "ui/device/secretsbar.h"
#include "ui/docks.h"
#include "ui/find/findbar.h"
#include "ui/focusedpanel.h"
#include "ui/mainwindow.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/modulepanel.h"
#include "ui/mib/objectdetails.h"
#include "ui/query/addressbar.h"
#include "ui/query/addressedit.h"
#include "ui/query/asking.h"
#include "ui/query/pastedcommand.h"
#include "ui/query/resulttabs.h"
#include "ui/query/verbbuttons.h"
#include "ui/shared/noticebar.h"
#include "ui/statusline.h"
#include "ui/trap/trappanel.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString demoName = u"demo"_s;
const QString demoTable = u"IF-MIB::ifTable"_s;

} // namespace

void MainWindow::connectBar() {
    connect(&m_bar->device(), &DeviceBox::entered, m_asking, &Asking::meet);
    connect(&m_bar->address(), &AddressEdit::entered, this, [this](bool walk, bool newTab) {
        if (const QString text = m_bar->address().text(); PastedCommand::parse(text))
            m_asking->paste(text); // however it came there
        else if (walk)
            m_asking->ask(Verb::Walk);
        else
            m_asking->askObvious(newTab);
    });
    connect(&m_bar->address(), &AddressEdit::pasted, this, &MainWindow::takeText);
    connect(&m_bar->device(), &DeviceBox::pasted, this, &MainWindow::takeText);
    connect(&m_bar->verbs(), &VerbButtons::asked, this, [this](Verb verb) {
        if (verb == Verb::Set)
            edit();
        else
            m_asking->ask(verb);
    });
    connect(&m_bar->verbs(), &VerbButtons::stopAsked, this, [this] {
        if (QueryTab *tab = m_tabs->current())
            tab->stop();
    });
    connect(&m_bar->verbs(), &VerbButtons::bulkChanged, this, [this](int nonRepeaters, int maxRepetitions) {
        m_bar->verbs().setBulk(nonRepeaters, maxRepetitions);
        m_asking->setBulk(nonRepeaters, maxRepetitions);
    });
    connect(m_bar, &AddressBar::writesAsked, this, [this](bool allow) {
        if (const QueryTab *tab = m_tabs->current())
            m_editing->allowWrites(tab->device(), allow);
        showTab();
    });
    connect(m_bar, &AddressBar::saveAsked, this, [this] {
        if (const QueryTab *tab = m_tabs->current()) {
            Device device = tab->device().device();
            device.name = device.endpoint.host;
            m_editing->edit(device);
        }
    });
    connect(&m_open, &OpenDevices::added, this, [this](OpenDevice *device) {
        connect(device, &OpenDevice::writesChanged, this, &MainWindow::showTab);
        connect(device, &OpenDevice::described, this, [this, device](const QString &before) {
            if (m_bar->device().text() == before)
                m_bar->device().showDevice(device->device().label());
        });
        connect(device, &OpenDevice::secretsWanted, this, &MainWindow::settled);
    });
    connect(m_asking, &Asking::asked, this, [this](const QString &device, const QString &address) {
        m_memory.remember(device, address);
        if (std::exchange(m_opensDemo, false) && device == demoName && address == demoTable)
            m_tabs->currentResult()->watch();
    });
    connect(m_asking, &Asking::aimed, this, [this](const Oid &object) {
        m_details->showObject(object);
        m_mib->reveal(object);
    });
    connect(m_asking, &Asking::definitionWanted, this, [this](const Oid &oid) {
        m_docks->raise(m_details);
        m_details->showObject(oid);
    });
    connect(m_asking, &Asking::waitingForLibrary, this,
        [this] { m_status->showSummary(tr("Names are known once the MIB modules are read …"), {}); });
    connect(m_diagnosing, &Diagnosing::refused, this, &MainWindow::complain);
    connect(m_notice, &NoticeBar::complained, this, &MainWindow::settled);
    connect(m_secretsBar, &SecretsBar::dismissed, this, [this] {
        for (QueryTab *tab : m_tabs->all())
            tab->secretsDeclined(m_secretsBar->device());
    });
}

void MainWindow::connectPanels() {
    connect(m_tabs, &ResultTabs::added, this, &MainWindow::follow);
    connect(m_tabs, &ResultTabs::currentTabChanged, this, &MainWindow::showTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (const QueryTab *tab = m_tabs->current()) {
            m_bar->setDevice(tab->device());
            m_bar->setAddress(tab->address());
        }
    });
    connect(m_mib, &MibPanel::selected, this, &MainWindow::showObject);
    connect(m_mib, &MibPanel::moduleSelected, m_details, &ObjectDetails::showModule);
    connect(m_mib, &MibPanel::activated, m_asking, qOverload<const Oid &>(&Asking::askObvious));
    connect(m_mib, &MibPanel::requested, m_asking, &Asking::askAbout);
    connect(m_details, &ObjectDetails::linkActivated, this, &MainWindow::reveal);
    connect(m_mib, &MibPanel::sourceRequested, this, &MainWindow::showSource);
    connect(m_details, &ObjectDetails::sourceRequested, this, &MainWindow::showSource);
    connect(m_devices, &DevicePanel::chosen, this, [this](const Device &device) { m_asking->meet(device.label()); });
    connect(m_devices, &DevicePanel::togetherRequested, m_asking, &Asking::askTogether);
    connect(m_devices, &DevicePanel::addRequested, m_editing, &DeviceEditing::add);
    connect(m_devices, &DevicePanel::editRequested, m_editing, &DeviceEditing::edit);
    connect(m_devices, &DevicePanel::duplicateRequested, m_editing, &DeviceEditing::duplicate);
    connect(m_devices, &DevicePanel::removeRequested, m_editing, &DeviceEditing::remove);
    connect(m_editing, &DeviceEditing::saved, this, &MainWindow::showTab);
    connect(m_editing, &DeviceEditing::writesDeclined, this, &MainWindow::showTab);
    connect(m_modules, &ModulePanel::sourceRequested, this, &MainWindow::showSource);
    connect(m_modules, &ModulePanel::modulesChanged, this, &MainWindow::modulesChanged);
    connect(m_modules, &ModulePanel::failed, this, &MainWindow::complain);
    connect(m_start, &StartPage::demoAsked, this, &MainWindow::openDemo);
    connect(m_start, &StartPage::recordingAsked, this, &MainWindow::openRecording);
    connect(m_start, &StartPage::recentAsked, this,
        [this](const QString &device, const QString &address) { visit(device, address, {}); });
    connectTraps();
}

void MainWindow::connectActions() {
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->newTab, [this] {
        if (m_tabs->current())
            m_tabs->duplicate();
        m_bar->address().setFocus();
        m_bar->address().selectAll();
    });
    on(m_actions->closeTab, [this] { m_tabs->closeTab(m_tabs->currentIndex()); });
    const auto turn = [this](int step) {
        if (m_tabs->count() > 0)
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
    };
    on(m_actions->nextTab, [turn] { turn(1); });
    on(m_actions->previousTab, [turn] { turn(-1); });
    on(m_actions->openRecording, [this] { openRecording(); });
    on(m_actions->demo, [this] { emit m_start->demoAsked(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->why, [this] { askWhy(); });
    on(m_actions->addDevice, [this] { m_editing->add(); });
    on(m_actions->askTogether, [this] {
        if (m_devices->selected().size() < 2)
            m_docks->raise(m_devices);
        m_asking->askTogether(m_devices->selected(), {});
    });
    on(m_actions->address, [this] {
        m_bar->address().setFocus();
        m_bar->address().selectAll();
    });
    on(m_actions->device, [this] {
        m_bar->device().setFocus();
        m_bar->device().lineEdit()->selectAll();
    });
    on(m_actions->find, [this] { find(); });
    for (const bool forward : {true, false})
        on(forward ? m_actions->findNext : m_actions->findPrevious, [this, forward] {
            if (FindBar *bar = FocusedPanel(*this, m_tabs->current()).findBar())
                bar->step(forward);
        });
    on(m_actions->filter, [this] { filter(); });
    on(m_actions->searchMibs, [this] {
        m_docks->raise(m_mib);
        m_mib->focusSearch();
    });
    on(m_actions->modules, [this] {
        m_docks->raise(m_modules);
        m_modules->focusList();
    });
    on(m_actions->back, [this] { goBack(-1); });
    on(m_actions->forward, [this] { goBack(1); });
    on(m_actions->again, [this] {
        if (QueryTab *tab = m_tabs->current())
            tab->again();
    });
    on(m_actions->stop, [this] { stopOrClear(); });
    on(m_actions->edit, [this] { edit(); });
    on(m_actions->createRow, [this] { createRow(); });
    on(m_actions->destroyRow, [this] { destroyRow(); });
    on(m_actions->sort, [this] {
        if (QueryTab *tab = m_tabs->current())
            tab->sortByCurrent();
    });
    m_status->offerCopies({m_actions->copyCommand, m_actions->copyCommandWithSecrets});
    on(m_actions->copyCommand, [this] { m_status->copyCommand(); });
    on(m_actions->copyCommandWithSecrets, [this] {
        QueryTab *tab = m_tabs->current();
        if (!tab)
            return;
        const OpenDevice *of = &tab->device(); // of several, another may be looked at by then
        tab->device().readSecrets(tab, [tab, of](const Secrets &secrets) {
            if (&tab->device() == of)
                QGuiApplication::clipboard()->setText(tab->command(secrets));
        });
    });
    connect(m_actions->unlock, &QAction::toggled, this, [this](bool unlocked) { m_docks->setLocked(!unlocked); });
    on(m_actions->resetLayout, [this] { m_docks->reset(); });
    on(m_actions->about, [this] {
        auto *about = new QMessageBox(QMessageBox::NoIcon, tr("About Walkabout"),
            tr("<b>Walkabout %1</b><p>A MIB browser and SNMP workbench.<p>Free software under the GNU General Public "
               "License, "
               "version 3 or later.")
                .arg(QStringLiteral(WALKABOUT_VERSION)),
            QMessageBox::Ok, this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
    connect(m_actions, &Actions::themeChosen, &m_theme, &Theme::choose);
}

// Its interfaces, live.
void MainWindow::openDemo() {
    m_opensDemo = true;
    visit(demoName, demoTable, Verb::Table);
}

// Of the current tab; without one, of the device that stands in the address bar.
void MainWindow::askWhy() {
    if (const QueryTab *tab = m_tabs->current())
        return m_diagnosing->ask(tab->device(), tab->query().objects.value(0));
    const Result<OpenDevice *> device = m_open.read(m_bar->device().text());
    if (device)
        m_diagnosing->ask(**device, {});
    else
        complain(device.failure());
}

// Over objects where objects are looked at; elsewhere over what was asked.
void MainWindow::goBack(int step) {
    const QWidget *focus = QApplication::focusWidget();
    if (m_mib->isAncestorOf(focus) || m_details->isAncestorOf(focus))
        m_details->go(step);
    else
        m_asking->go(step);
}

void MainWindow::openRecording() {
    auto *dialog = new QFileDialog(this, tr("Open a recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.snmprec *.snmpwalk *.snmpwalk.txt *.walk)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { visit(path, {}, {}); });
    dialog->open();
}

} // namespace walkabout
