// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultexport.h"
#include "ui/query/exportscope.h"
#include "ui/shared/poolrun.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace walkabout {

class ExportBar;
class QueryTab;
class TableExport;

/// Puts results into files: asks where, writes in slices or on the pool, says how far it is and what came of it. One
/// at a time. Owned by the window.
class Exporting final : public QObject {
    Q_OBJECT

public:
    Exporting(ExportBar &bar, QWidget *window);
    ~Exporting() override;

    /// Asks for a file first.
    void ask(QueryTab &tab, ExportScope scope);
    /// The end of the file's name says the format.
    void write(QueryTab &tab, ExportScope scope, const QString &file);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_table || m_writing.isRunning(); }

signals:
    void told(const QString &text);
    void failed(const walkabout::Failure &failure);

private:
    void writeRows(const ResultExport &wanted);
    void writeTable(std::unique_ptr<TableExport> table, const QString &file);
    void keep(const QString &file);
    void finish(const ResultExport::Outcome &outcome, const QString &text);
    void showProgress();
    [[nodiscard]] static QString said(const ResultExport &wanted, const ResultExport::Outcome &outcome);

    ExportBar &m_bar;
    QWidget *m_window;
    QString m_folder; // where the last file went
    std::unique_ptr<TableExport> m_table;
    PoolRun<ResultExport::Outcome> m_writing;
    std::shared_ptr<std::atomic<qint64>> m_done;
    qint64 m_of = 0;
    QTimer m_ticks;
};

} // namespace walkabout
