// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/importing.h"

#include "core/base/count.h"
#include "core/mib/importexamination.h"
#include "ui/mib/importsheet.h"

#include <QtConcurrentRun>

namespace walkabout {

namespace {

// Files between two looks at the progress.
constexpr int Step = 16;

} // namespace

Importing::Importing(QString userFolder, ImportSheet &sheet, QObject *parent)
    : QObject(parent)
    , m_userFolder(std::move(userFolder))
    , m_sheet(sheet) {
    m_sheet.hide();
    connect(&m_sheet, &ImportSheet::importAsked, this, &Importing::carryOut);
    connect(&m_sheet, &ImportSheet::cancelAsked, this, &Importing::cancel);
    connect(&m_examining, &QFutureWatcherBase::finished, this, [this] {
        if (std::exchange(m_again, false))
            examine();
        else if (m_cancelled)
            close();
        else
            m_sheet.showPlan(m_examining.result(), m_userFolder);
    });
    connect(&m_copying, &QFutureWatcherBase::finished, this, &Importing::finish);
}

Importing::~Importing() {
    m_cancelled = true;
    m_examining.waitForFinished();
    m_copying.waitForFinished();
}

void Importing::setLibrary(Library::Pointer library) {
    const bool first = !m_library;
    m_library = std::move(library);
    if (first && !m_paths.isEmpty())
        examine();
}

void Importing::add(const QStringList &paths) {
    if (m_copying.isRunning()) {
        m_waiting += paths;
        return;
    }
    m_paths += paths;
    m_paths.removeDuplicates();
    begin();
}

void Importing::begin() {
    m_sheet.show();
    m_sheet.setFocus();
    if (!m_library) {
        m_sheet.showWork(tr("Waiting until the MIB modules are read …"), 0, 0);
    } else if (m_examining.isRunning()) {
        m_again = true;
        m_cancelled = true;
    } else {
        examine();
    }
}

void Importing::report(const QString &what, int done, int of) {
    if (done % Step == 0 || done == of)
        QMetaObject::invokeMethod(
            this,
            [this, what, done, of] {
                if (isRunning())
                    m_sheet.showWork(what, done, of);
            },
            Qt::QueuedConnection);
}

void Importing::examine() {
    m_cancelled = false;
    const QString what = tr("Reading what is to be imported …");
    m_sheet.showWork(what, 0, 0);
    m_examining.setFuture(QtConcurrent::run([this, what, paths = m_paths, library = m_library, folder = m_userFolder] {
        return examineImport(
            paths, library, folder, [this, what](int done, int of) { report(what, done, of); }, &m_cancelled);
    }));
}

void Importing::carryOut() {
    if (isRunning())
        return;
    m_cancelled = false;
    const QString what = tr("Copying …");
    m_sheet.showWork(what, 0, 0);
    m_copying.setFuture(QtConcurrent::run([this, what, plan = m_sheet.plan(), folder = m_userFolder] {
        return carryOutImport(
            plan, folder, [this, what](int done, int of) { report(what, done, of); }, &m_cancelled);
    }));
}

void Importing::finish() {
    const QList<ImportResult> results = m_copying.result();
    const ImportPlan &plan = m_sheet.plan();
    int modules = 0;
    int failed = 0;
    for (const ImportResult &result : results) {
        failed += result.failure ? 1 : 0;
        modules += result.path.isEmpty() ? 0 : int(plan.files()[result.file].modules.size());
    }
    QString summary = counted(modules, tr("%1 module imported"), tr("%1 modules imported"));
    if (failed > 0)
        summary += counted(failed, tr(", %1 file was not"), tr(", %1 files were not"));
    if (const int left = plan.fileCount() - int(results.size()); left > 0)
        summary += counted(left, tr(", stopped before %1 file"), tr(", stopped before %1 files"));
    if (failed > 0)
        m_sheet.showFailures(results, summary);
    else
        close();
    if (modules > 0)
        emit imported(summary);
    if (!m_waiting.isEmpty())
        add(std::exchange(m_waiting, {}));
}

void Importing::cancel() {
    m_cancelled = true;
    m_again = false;
    if (!isRunning())
        close();
}

void Importing::close() {
    m_paths.clear();
    m_sheet.hide();
    m_sheet.showPlan({}, m_userFolder);
}

} // namespace walkabout
