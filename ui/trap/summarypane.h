// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/sourcenames.h"
#include "core/trap/trapgroups.h"
#include "core/trap/traprecord.h"
#include "ui/trap/sourceinterfaces.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace walkabout {

class JournalReader;
class TimeStrip;
class TrapFilterLine;
class TrapGroupModel;
class TrapModel;
class TrapView;

/// The morning after: what the filter finds, by source, notification and instance, below a strip of when it came. Strip
/// and groups narrow the filter line. Counted only while it is on show, which its button says. Owned by the trap panel,
/// whose rows, reader and line outlive it.
class SummaryPane final : public QWidget {
    Q_OBJECT

public:
    SummaryPane(TrapModel &rows, JournalReader &reader, TrapFilterLine &line, QWidget *parent);

    void setLibrary(Library::Pointer library);
    void setNames(const SourceNames &names);
    void setInterfaces(const SourceInterfaces &interfaces);
    /// Checked: it is on show, in place of the list.
    [[nodiscard]] QToolButton *button() const { return m_button; }
    [[nodiscard]] bool isOnShow() const;
    [[nodiscard]] QTableView &table() const;
    /// A row of the current group; nullptr: none is current, or it is being read.
    [[nodiscard]] const TrapRecord *current() const;

signals:
    void turned(bool isOn);
    /// Another group is current, or its row was read.
    void currentChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildButton();
    void buildTable();
    void addActions();
    void take(const TrapSummary &summary, bool isFirst);
    void narrow(UtcMicroseconds from, UtcMicroseconds to);
    void forgetTimes();
    void showRows();

    TrapModel &m_rows;
    TrapFilterLine &m_line;
    TrapGroupModel *m_groups;
    TimeStrip *m_strip;
    TrapView *m_table;
    QLabel *m_more;
    QToolButton *m_button;
    QStringList m_times; // chosen in the strip one after the other; the last stands in the line
};

} // namespace walkabout
