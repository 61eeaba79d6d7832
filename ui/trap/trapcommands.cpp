// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapcommands.h"

#include "core/base/count.h"
#include "ui/trap/rulesheet.h"
#include "ui/trap/senddialog.h"
#include "ui/trap/trapmodel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QToolButton>

namespace walkabout {

TrapCommands::TrapCommands(TrapStation &station, TrapModel &model, QWidget *panel)
    : QObject(panel)
    , m_station(station)
    , m_model(model)
    , m_panel(panel)
    , m_button(new QToolButton(panel)) {
    auto *menu = new QMenu(m_button);
    const auto add = [&](const QString &text, const QKeySequence &key, auto act) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        panel->addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("&Send Notification ..."), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N), [this] { send(); });
    add(tr("&Rules ..."), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R), [this] { editRules(); });
    add(tr("&Export All Found ..."), QKeySequence::Save, [this] { exportRows(m_model.ids()); });
    m_button->setText(tr("More"));
    m_button->setAccessibleName(tr("More for traps"));
    m_button->setToolTip(tr("Send a notification, edit the rules, export"));
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setAutoRaise(true);
    m_button->setMenu(menu);
}

TrapCommands::~TrapCommands() = default;

SendDialog &TrapCommands::sending() {
    auto *dialog = new SendDialog(m_station, m_panel);
    connect(dialog, &SendDialog::traffic, this, &TrapCommands::traffic);
    dialog->show();
    return *dialog;
}

void TrapCommands::send() { sending(); }

void TrapCommands::sendAgain(const TrapRecord &record) { sending().again(record); }

RuleSheet &TrapCommands::rules() {
    if (!m_rules)
        m_rules = new RuleSheet(m_station, m_panel);
    m_rules->show();
    m_rules->raise();
    return *m_rules;
}

void TrapCommands::editRules() { rules(); }

void TrapCommands::makeRule(const TrapRecord &record) { rules().offer(record); }

void TrapCommands::exportRows(const QList<quint32> &rows) {
    if (rows.isEmpty()) {
        emit told(tr("There are no traps to export."));
        return;
    }
    auto *dialog = new QFileDialog(m_panel, tr("Export Traps"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON lines (*.jsonl)"), tr("As snmptrapd prints it (*.txt)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, rows](const QString &file) { write(file, rows); });
    dialog->open();
}

void TrapCommands::write(const QString &file, const QList<quint32> &rows) {
    const JournalExport wanted{
        m_station.path(), file, JournalExport::formatOf(file), rows, m_station.library(), m_station.names()};
    m_writing.start([wanted](const std::atomic<bool> &cancelled) { return wanted.write(cancelled); },
        [this, file](const JournalExport::Outcome &outcome) {
            if (outcome.failure) {
                emit failed(*outcome.failure);
                return;
            }
            QString text = counted(outcome.written, tr("%1 trap saved as %2, without its community."),
                tr("%1 traps saved as %2, without their communities."))
                               .arg(QFileInfo(file).fileName());
            if (outcome.gone > 0)
                text += u' ' + counted(outcome.gone, tr("%1 is no longer kept."), tr("%1 are no longer kept."));
            emit told(text);
        });
}

} // namespace walkabout
