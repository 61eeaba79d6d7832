// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/trapstation.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableView;

namespace walkabout {

class RuleModel;

/// The rules of traps as a table, and a line to try them with. What is changed holds at once and is kept. Beside the
/// work, not in front of it. The station outlives it.
class RuleSheet final : public QDialog {
    Q_OBJECT

public:
    explicit RuleSheet(TrapStation &station, QWidget *parent = nullptr);

    /// A new rule for what this one is, to be finished; it stands in the test line.
    void offer(const TrapRecord &record);
    /// What the test line begins with.
    void tryWith(const TrapRecord &record);

private:
    [[nodiscard]] QWidget *buttons();
    void keep();
    void test();

    TrapStation &m_station;
    RuleModel *m_model;
    QTableView *m_table;
    QLineEdit *m_line;
    QLabel *m_result;
};

} // namespace walkabout
