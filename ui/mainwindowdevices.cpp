// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to devices as a whole: recorded, pasted, grouped, imported, exported.
#include "core/base/count.h"
#include "core/store/project.h"
#include "core/work/keptrecordings.h"
#include "ui/actions.h"
#include "ui/device/badlinesheet.h"
#include "ui/device/devicebox.h"
#include "ui/device/deviceimporting.h"
#include "ui/device/devicepanel.h"
#include "ui/device/groupediting.h"
#include "ui/device/profilesdialog.h"
#include "ui/device/recordbar.h"
#include "ui/device/secretsbar.h"
#include "ui/mainwindow.h"
#include "ui/query/addressbar.h"
#include "ui/query/asking.h"
#include "ui/query/objectlist.h"
#include "ui/query/pastedcommand.h"
#include "ui/query/resulttabs.h"
#include "ui/shared/noticebar.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

void MainWindow::connectDevices() {
    m_deviceImporting = new DeviceImporting(m_open, *m_deviceImportSheet, *m_notice, this);
    connect(m_deviceImporting, &DeviceImporting::favouritesImported, this,
        [this](const QStringList &favourites) { m_favourites.add(favourites); });
    connect(&m_open, &OpenDevices::added, this, [this](OpenDevice *device) {
        connect(device, &OpenDevice::opened, this, [this, device] { tellBadLines(*device); });
    });
    connect(m_recordBar, &RecordBar::recorded, this, [this](const QString &told, const QString &path) {
        m_notice->tell(told, path.isEmpty() ? QString() : tr("Open as Device"), [this, path] { visit(path, {}, {}); });
    });
    connect(m_secretsBar, &SecretsBar::dismissed, this, [this] { m_recordBar->decline(m_secretsBar->device()); });
    connect(m_devices, &DevicePanel::recordRequested, this, &MainWindow::recordDevice);
    const auto pasteAsDevice = [this] {
        const QString text = QGuiApplication::clipboard()->text();
        if (keptrecordings::looksLikeWalk(text) || PastedCommand::parse(text))
            takeText(text);
        else
            m_notice->complain(tr("The clipboard holds neither what snmpwalk printed nor a line that runs it."));
    };
    connect(m_devices, &DevicePanel::pasteRequested, this, pasteAsDevice);
    connect(m_actions->pasteDevice, &QAction::triggered, this, pasteAsDevice);
    connect(m_actions->recordDevice, &QAction::triggered, this, [this] {
        if (const QueryTab *tab = m_tabs->current())
            return recordDevice(tab->device().device());
        const Result<OpenDevice *> device = m_open.read(m_bar->device().text());
        if (device)
            recordDevice((*device)->device());
        else
            complain(device.failure());
    });
    connect(m_actions->profiles, &QAction::triggered, this, [this] {
        auto *dialog = new ProfilesDialog(m_open, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_actions->importDevices, &QAction::triggered, this, &MainWindow::pickDevices);
    connect(m_actions->exportProject, &QAction::triggered, this, &MainWindow::exportProject);
    connectGroups();
}

void MainWindow::connectGroups() {
    m_groups = new GroupEditing(m_open.saved(), *m_notice, this);
    connect(m_devices, &DevicePanel::groupRequested, this, [this](const QString &into) {
        if (const QString made = m_groups->add(into); !made.isEmpty())
            m_devices->nameGroup(made);
    });
    connect(m_devices, &DevicePanel::groupRemovalRequested, m_groups, &GroupEditing::remove);
    connect(m_devices, &DevicePanel::groupRenameRequested, m_groups, &GroupEditing::rename);
    connect(m_devices, &DevicePanel::moveRequested, m_groups, &GroupEditing::move);
}

void MainWindow::takeText(const QString &text) {
    const bool isCommand = PastedCommand::parse(text).has_value();
    if (!isCommand && keptrecordings::looksLikeWalk(text))
        keepPasted(text);
    else
        m_asking->paste(text);
}

void MainWindow::keepPasted(const QString &text) {
    const Result<Device> device = keptrecordings::keepText(m_open.saved(), text, m_recordingFolder, *m_library);
    if (!device)
        return complain(device.failure());
    visit(device->recording, {}, {});
    m_notice->tell(tr("What was pasted is the device %1 now.").arg(device->label()),
        tr("Its objects into Address instead"), [this, text, id = device->id] {
            if (const auto failure = m_open.saved().remove(id))
                complain(*failure);
            m_bar->setAddress(splitObjects(text).join(u' '));
        });
}

void MainWindow::tellBadLines(OpenDevice &device) {
    const QList<Recording::BadLine> lines = device.badLines();
    if (lines.isEmpty())
        return;
    const QString count = counted(lines.size(), tr("%1 line"), tr("%1 lines"));
    m_notice->tell(tr("%1: %2 could not be read.").arg(device.device().label(), count), tr("Show Them"),
        [this, name = device.device().label(), lines] { m_badLines->show(name, lines); });
}

void MainWindow::recordDevice(const Device &device) {
    if (m_recordBar->isRecording())
        return m_notice->complain(tr("Another device is being recorded: wait for it, or stop it."));
    QString name = device.label();
    for (QChar &c : name) {
        if (u"/\\:*?\"<>| "_s.contains(c))
            c = u'-';
    }
    auto *dialog = new QFileDialog(this, tr("Record %1").arg(device.label()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"snmprec"_s);
    dialog->setNameFilters({tr("Recordings (*.snmprec)"), tr("As snmpwalk prints it (*.snmpwalk)")});
    dialog->selectFile(name + u".snmprec"_s);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, device](const QString &path) { recordInto(device, path); });
    dialog->open();
}

void MainWindow::recordInto(const Device &device, const QString &path) {
    if (const auto failure = m_recordBar->record(*m_open.take(device), path, m_library))
        complain(*failure);
}

void MainWindow::pickDevices() {
    auto *dialog = new QFileDialog(this, tr("Import devices"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot); // ~/.snmp
    dialog->setNameFilters({tr("Devices (*.csv *.txt *.json snmp*.conf)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_deviceImporting, &DeviceImporting::open);
    dialog->open();
}

void MainWindow::exportProject() {
    auto *dialog = new QFileDialog(this, tr("Export devices, groups, profiles and favourites"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Projects (*%1)").arg(Project::suffix())});
    dialog->selectFile(tr("network") + Project::suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        const QString path = chosen.endsWith(".json"_L1) ? chosen : chosen + Project::suffix();
        if (const auto failure = Project(m_open.saved(), m_settings).write(path))
            return complain(*failure);
        m_notice->tell(tr("Exported to %1, without secrets.").arg(path));
    });
    dialog->open();
}

} // namespace walkabout
