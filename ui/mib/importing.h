// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importplan.h"
#include "core/mib/importwork.h"
#include "core/mib/library.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>

namespace walkabout {

class ImportSheet;

/// Runs an import: reads what a person dropped or picked on the pool, shows the sheet, copies what was chosen. One
/// import at a time; what comes while the sheet stands joins it. Owned by the window, as is the sheet.
class Importing final : public QObject {
    Q_OBJECT

public:
    Importing(QString userFolder, ImportSheet &sheet, QObject *parent = nullptr);
    ~Importing() override;

    /// An import that was asked for before the modules were read begins now.
    void setLibrary(Library::Pointer library);
    void add(const QStringList &paths);

signals:
    /// Files stand in the person's folder that did not before. The sentence says how it went.
    void imported(const QString &summary);

private:
    void begin();
    void examine();
    void carryOut();
    void finish();
    void cancel();
    void close();
    /// Called in a thread of the pool.
    void report(const QString &what, int done, int of);
    [[nodiscard]] bool isRunning() const { return m_examining.isRunning() || m_copying.isRunning(); }

    const QString m_userFolder;
    ImportSheet &m_sheet;
    Library::Pointer m_library;
    QStringList m_paths; // of this import
    QStringList m_waiting; // of the next: this one is being copied
    std::atomic<bool> m_cancelled = false;
    bool m_again = false; // more came while it was examined
    QFutureWatcher<ImportPlan> m_examining;
    QFutureWatcher<QList<ImportResult>> m_copying;
};

} // namespace walkabout
