// SPDX-License-Identifier: GPL-3.0-or-later
// From a wish to change something to the sheet, from the sheet to the device, and back into the views.
#include "core/work/objectname.h"
#include "core/work/rowdraft.h"
#include "core/work/rowstatus.h"
#include "ui/device/secretsbar.h"
#include "ui/docks.h"
#include "ui/mainwindow.h"
#include "ui/query/addressbar.h"
#include "ui/query/addressedit.h"
#include "ui/query/resulttabs.h"
#include "ui/set/changeflow.h"
#include "ui/set/changepanel.h"
#include "ui/set/newrowform.h"
#include "ui/set/setdialog.h"
#include "ui/shared/noticebar.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

namespace walkabout {

void MainWindow::connectChanges() {
    m_open.setIdleTime(m_memory.idleTime());
    connect(m_bar, &AddressBar::idleMenuAsked, this, &MainWindow::openIdleMenu);
    connect(m_changes, &ChangePanel::refused, this, &MainWindow::complain);
    connect(m_changes, &ChangePanel::sendRequested, this, [this](OpenDevice *device) { send(*device); });
    connect(m_changes, &ChangePanel::countChanged, m_docks, &Docks::showPendingChanges);
    connect(&m_open, &OpenDevices::added, this, [this](OpenDevice *device) {
        // The first change of a sheet brings it to the front; whoever folds it away then has it so.
        connect(&device->changes(), &ChangeSheet::changed, this, [this, device, wasEmpty = true]() mutable {
            if (std::exchange(wasEmpty, device->changes().isEmpty()) && !device->changes().isEmpty()) {
                m_changes->showPending();
                m_docks->raise(m_changes);
            }
        });
    });
    connect(m_changing, &ChangeFlow::refused, this, [this](const Failure &failure) {
        m_changes->say(failure.text(), true);
        complain(failure);
    });
    connect(m_secretsBar, &SecretsBar::dismissed, this, [this] { m_changing->forget(m_secretsBar->device()); });
    connect(m_changing, &ChangeFlow::held, this, [this](const QString &text) { m_changes->say(text, true); });
    connect(m_changing, &ChangeFlow::sent, this, [this](OpenDevice *device, const Query &query) {
        m_notice->dismiss();
        if (ResultTab *tab = m_tabs->currentResult(); tab && &tab->device() == device)
            tab->tellAsked(query);
    });
    connect(m_changing, &ChangeFlow::silent, this,
        [this](OpenDevice *, const Failure &failure) { m_changes->say(failure.text(), true); });
    connect(m_changing, &ChangeFlow::ended, this,
        [this](OpenDevice *device, const auto &done, const auto &readBack) { showReadBack(*device, done, readBack); });
}

bool MainWindow::keepsChanges() {
    qsizetype unsent = 0;
    for (const OpenDevice *device : m_open.all())
        unsent += device->changes().entries().size();
    if (unsent == 0 || std::exchange(m_toldUnsent, unsent) == unsent)
        return false;
    m_notice->tell(unsent == 1 ? tr("A change was not sent. Close the window again to let it go.")
                               : tr("%1 changes were not sent. Close the window again to let them go.").arg(unsent));
    m_docks->raise(m_changes);
    return true;
}

// Of the padlock: when it closes again by itself.
void MainWindow::openIdleMenu(const QPoint &at) {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Close again after"));
    for (const int minutes : {2, 5, 10, 30, 60}) {
        QAction *action = menu->addAction(tr("%1 idle minutes").arg(minutes));
        action->setCheckable(true);
        action->setChecked(m_open.idleTime() == std::chrono::minutes(minutes));
        connect(action, &QAction::triggered, this, [this, minutes] {
            m_open.setIdleTime(std::chrono::minutes(minutes));
            m_memory.keepIdleTime(m_open.idleTime());
            showTab();
        });
    }
    menu->popup(at);
}

void MainWindow::send(OpenDevice &device) {
    m_docks->raise(m_changes);
    m_changing->send(device);
}

// Where each value is shown, and where rows came or went the table anew: an ordinary reading.
void MainWindow::showReadBack(OpenDevice &device, const QList<DoneChange> &done, const VarBinds &readBack) {
    m_changes->add(done);
    for (QueryTab *each : m_tabs->all()) {
        auto *tab = qobject_cast<ResultTab *>(each);
        if (!tab || &tab->device() != &device)
            continue;
        const bool hasOtherRows = std::ranges::any_of(done, [&](const DoneChange &change) {
            return change.outcome == DoneChange::Outcome::Made && rowstatus::is(*m_library, change.change.oid)
                && tab->isTableOf(change.change.oid);
        });
        if (!hasOtherRows)
            tab->take(readBack);
        else if (!tab->isRunning())
            tab->again();
    }
    const bool allGood = std::ranges::all_of(
        done, [](const DoneChange &change) { return change.outcome == DoneChange::Outcome::Made; });
    if (allGood && device.changes().isEmpty())
        m_changes->showDone();
    if (allGood)
        m_changes->say(tr("%1 took the changes; they were read back.").arg(device.device().label()), false);
}

void MainWindow::edit() {
    if (m_changes->edit())
        return;
    QueryTab *tab = m_tabs->current();
    if (!tab || tab->edit())
        return;
    if (const Result<ObjectName> name = ObjectName::parse(m_bar->address().text(), *m_library); !name)
        m_notice->complain(name.failure().text());
    else
        editAlone(tab->device(), name->hasInstance ? name->oid : name->oid + 0);
}

// What stands in no view.
void MainWindow::editAlone(OpenDevice &device, const Oid &instance) {
    if (!device.isWritable()) {
        complain(Failure(Failure::Kind::ReadOnlyDevice, {device.device().label()}));
        return;
    }
    const ChangeSheet::Entry *pending = device.changes().find(instance);
    Describe describe(m_library);
    describe.setInterfaces(device.interfaces());
    auto *dialog = new SetDialog(std::move(describe), device.device().label(), instance,
        pending ? std::optional(pending->change.value) : std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SetDialog::changeMade, &device.changes(),
        [sheet = &device.changes()](const VarBind &change) { sheet->put(change); });
    dialog->show();
}

void MainWindow::createRow() {
    QueryTab *tab = m_tabs->current();
    if (!tab)
        return;
    OpenDevice &device = tab->device();
    const Result<ObjectName> name = ObjectName::parse(m_bar->address().text(), *m_library);
    const Oid table = tab->current() ? tab->current()->oid : name ? name->oid : Oid();
    const Result<RowDraft> draft = RowDraft::of(*m_library, table);
    if (!draft)
        return complain(draft.failure());
    if (!device.isWritable())
        return complain(Failure(Failure::Kind::ReadOnlyDevice, {device.device().label()}));
    auto *form = new NewRowForm(m_library, *draft, device.device().label(), this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &NewRowForm::rowMade, &device.changes(), [sheet = &device.changes()](const VarBinds &changes) {
        for (const VarBind &change : changes)
            sheet->put(change);
    });
    form->show();
}

void MainWindow::destroyRow() {
    QueryTab *tab = m_tabs->current();
    if (!tab || !tab->current())
        return m_notice->tell(tr("Which row? Choose a cell of it."));
    OpenDevice &device = tab->device();
    const Oid instance = tab->current()->oid;
    const Result<RowDraft> draft = RowDraft::of(*m_library, instance);
    if (!draft)
        return complain(draft.failure());
    if (!device.isWritable())
        return complain(Failure(Failure::Kind::ReadOnlyDevice, {device.device().label()}));
    const Oid suffix = draft->suffixOf(instance);
    // What else was to be changed in it goes with it.
    QList<Oid> others;
    for (const ChangeSheet::Entry &entry : device.changes().entries()) {
        if (draft->suffixOf(entry.change.oid) == suffix)
            others.append(entry.change.oid);
    }
    device.changes().remove(others);
    device.changes().put(draft->destruction(suffix));
}

} // namespace walkabout
