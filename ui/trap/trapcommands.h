// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/journalexport.h"
#include "core/trap/trapstation.h"
#include "ui/shared/poolrun.h"

#include <QObject>
#include <QPointer>

class QToolButton;

namespace walkabout {

class RuleSheet;
class SendDialog;
class TrapModel;

/// What can be done with traps beside looking at them: send one, edit the rules, put rows into a file. Its button opens
/// the menu of them. Owned by the panel; station and model outlive it.
class TrapCommands final : public QObject {
    Q_OBJECT

public:
    TrapCommands(TrapStation &station, TrapModel &model, QWidget *panel);
    ~TrapCommands() override;

    [[nodiscard]] QToolButton *button() const { return m_button; }
    void send();
    void sendAgain(const TrapRecord &record);
    void editRules();
    void makeRule(const TrapRecord &record);
    /// Asks for a file first.
    void exportRows(const QList<quint32> &rows);
    /// By the end of the file's name; ends in told() or failed().
    void write(const QString &file, const QList<quint32> &rows);

signals:
    void traffic(const walkabout::Traffic &traffic);
    void told(const QString &text);
    void failed(const walkabout::Failure &failure);

private:
    RuleSheet &rules();
    SendDialog &sending();

    TrapStation &m_station;
    TrapModel &m_model;
    QWidget *m_panel;
    QToolButton *m_button;
    QPointer<RuleSheet> m_rules;
    PoolRun<JournalExport::Outcome> m_writing;
};

} // namespace walkabout
