// SPDX-License-Identifier: GPL-3.0-or-later
// What is dropped on the window or picked to be imported.
#include "core/sim/recording.h"
#include "core/store/deviceimport.h"
#include "core/work/keptrecordings.h"
#include "ui/actions.h"
#include "ui/device/deviceimporting.h"
#include "ui/mainwindow.h"
#include "ui/mib/importing.h"
#include "ui/mib/importsheet.h"
#include "ui/shared/filedrop.h"
#include "ui/shared/noticebar.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace walkabout {

namespace {

bool isRecording(const QString &path) { return Recording::looksLikeRecording(path) && !QFileInfo(path).isDir(); }

} // namespace

void MainWindow::connectImport(const QString &folder) {
    auto *drop = new FileDrop(*this, [this](const QStringList &paths) { return promiseOf(paths); });
    connect(drop, &FileDrop::dropped, this, &MainWindow::take);
    drop->setTextPromise(
        [](const QString &text) { return keptrecordings::looksLikeWalk(text) ? tr("Keep as a device") : QString(); });
    connect(drop, &FileDrop::textDropped, this, &MainWindow::keepPasted);
    m_importSheet->hide();
    m_actions->importModules->setEnabled(!folder.isEmpty());
    m_actions->importFolder->setEnabled(!folder.isEmpty());
    if (folder.isEmpty())
        return;
    m_importing = new Importing(folder, *m_importSheet, this);
    connect(m_importing, &Importing::imported, this, [this](const QString &summary) {
        m_notice->tell(summary);
        emit modulesChanged();
    });
    connect(m_actions->importModules, &QAction::triggered, this, [this] { pickModules(false); });
    connect(m_actions->importFolder, &QAction::triggered, this, [this] { pickModules(true); });
}

QString MainWindow::promiseOf(const QStringList &paths) const {
    if (std::ranges::all_of(paths, isRecording))
        return tr("Open as a device");
    if (std::ranges::all_of(paths, &DeviceImport::looksImportable))
        return tr("Import devices");
    return m_importing ? tr("Import MIB modules") : QString();
}

void MainWindow::take(const QStringList &paths) {
    QStringList modules;
    for (const QString &path : paths) {
        if (isRecording(path))
            visit(path, {}, {});
        else if (DeviceImport::looksImportable(path))
            m_deviceImporting->open(path);
        else
            modules += path;
    }
    if (m_importing && !modules.isEmpty())
        m_importing->add(modules);
}

void MainWindow::pickModules(bool folder) {
    auto *dialog = new QFileDialog(this, folder ? tr("Import a folder of MIB modules") : tr("Import MIB modules"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("All files (*)"), tr("MIB modules (*.mib *.my *.txt *.smi)"),
        tr("Archives (*.zip *.tar *.tar.gz *.tgz *.gz)")});
    connect(dialog, &QFileDialog::filesSelected, m_importing, &Importing::add);
    dialog->open();
}

} // namespace walkabout
