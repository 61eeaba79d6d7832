// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/summary.h"
#include "app/cli/tablegrid.h"
#include "app/cli/targetcommand.h"
#include "core/work/interfacereader.h"

#include <QTimer>

namespace walkabout {

/// table TARGET OBJECT...: whole tables as a grid, CSV or JSON rows; --watch reads them again and again.
class TableVerb final : public TargetCommand {
    Q_OBJECT

public:
    ~TableVerb() override;

    void addTo(CLI::App &app) override;
    void interrupt(int signalNumber) override;

private:
    void start() override;
    void opened() override;
    /// Reads the names of interfaces first, where they are wanted.
    void readNames();
    /// Reads the first of the tables, or none is left: a round is over.
    void readTable();
    void finishTable();
    void print();
    void endRound();

    std::vector<std::string> m_objects;
    std::string m_columns;
    bool m_csv = false;
    bool m_names = false;
    bool m_join = false;
    double m_watch = 0; // seconds; 0: once
    TuningOptions m_tuning;

    QStringList m_tables;
    std::vector<TableGrid> m_grids; // one a table
    size_t m_at = 0;
    std::unique_ptr<InterfaceReader> m_interfaces;
    std::unique_ptr<Operation> m_operation;
    std::optional<Failure> m_failure;
    Summary m_summary;
    ExitStatus m_status = ExitStatus::Whole;
    QTimer m_again;
    int m_signal = 0;
};

} // namespace walkabout
