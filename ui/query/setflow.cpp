// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/setflow.h"

#include "core/work/describe.h"
#include "ui/device/deviceediting.h"
#include "ui/query/resulttab.h"
#include "ui/set/setdialog.h"

#include <algorithm>

namespace walkabout {

SetFlow::SetFlow(DeviceEditing &editing, QWidget *window)
    : QObject(window)
    , m_editing(editing)
    , m_window(window) {}

SetFlow::~SetFlow() = default;

void SetFlow::open(ResultTab &tab, const Oid &instance, const std::optional<Value> &current) {
    OpenDevice &device = tab.device();
    if (!device.isWritable()) {
        emit refused(Failure(Failure::Kind::ReadOnlyDevice, {device.device().label()}));
        return;
    }
    const auto when = [this, tab = QPointer(&tab), instance, current] {
        if (tab)
            openDialog(tab, instance, current);
    };
    // The dialog opens once the device can be written to: what is missing is asked for first.
    if (!device.connection()) {
        connect(&device, &OpenDevice::opened, this, when, Qt::SingleShotConnection);
        device.open();
    } else if (const Result<Session *> writer = device.connection()->writer(); !writer) {
        if (writer.failure().kind() != Failure::Kind::NoSecret) {
            emit refused(writer.failure());
            return;
        }
        connect(&device, &OpenDevice::opened, this, when, Qt::SingleShotConnection);
        m_editing.wantWriteSecret(device);
    } else {
        when();
    }
}

void SetFlow::openDialog(ResultTab *tab, const Oid &instance, const std::optional<Value> &current) {
    auto *dialog = new SetDialog(m_library, tab->device().device().label(), instance, current, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SetDialog::sendRequested, this,
        [this, dialog, tab = QPointer(tab)](const VarBinds &changes) { send(dialog, tab, changes); });
    dialog->open();
}

Result<Operation *> SetFlow::run(
    OpenDevice &device, const Query &query, const std::function<void(const Operation &)> &ended) {
    device.touch();
    if (!device.connection())
        return Failure(Failure::Kind::Closed, {device.device().label()});
    // Also here, not only where the dialog opened: idle minutes close the padlock meanwhile.
    if (query.verb == Verb::Set && !device.isWritable())
        return Failure(Failure::Kind::ReadOnlyDevice, {device.device().label()});
    Result<std::unique_ptr<Operation>> begun = query.begin(*device.connection(), *m_library);
    if (!begun)
        return begun.failure();
    Operation *operation = m_running.emplace_back(std::move(*begun)).get();
    connect(operation, &Operation::finished, this, [this, operation, ended] {
        const auto found = std::ranges::find(m_running, operation, &std::unique_ptr<Operation>::get);
        std::unique_ptr<Operation> done = std::move(*found);
        m_running.erase(found);
        done.release()->deleteLater(); // its signal brought us here
        ended(*operation);
    });
    return operation;
}

void SetFlow::send(SetDialog *dialog, ResultTab *tab, const VarBinds &changes) {
    if (!tab)
        return;
    Query query;
    query.verb = Verb::Set;
    query.changes = changes;
    const Result<Operation *> sending = run(tab->device(), query,
        [this, dialog = QPointer(dialog), tab = QPointer(tab), changes](const Operation &operation) {
            if (dialog)
                dialog->showOutcome(operation);
            // Also where no answer came: what stands there now is the only way to know.
            const bool silent = operation.failure() && operation.failure()->kind() == Failure::Kind::LostSet;
            if (tab && silent)
                tab->addNote(operation.failure()->text(), true);
            if (tab && (silent || operation.ending() == Ending::Whole))
                readBack(tab, changes, silent ? dialog.data() : nullptr);
        });
    if (sending)
        tab->tellAsked(query);
    else
        dialog->showRefusal(sending.failure());
}

void SetFlow::readBack(ResultTab *tab, const VarBinds &changes, SetDialog *dialog) {
    Query query;
    query.verb = Verb::Get;
    for (const VarBind &change : changes)
        query.objects += change.oid.toString();
    auto arrived = std::make_shared<VarBinds>();
    const Result<Operation *> reading = run(
        tab->device(), query, [tab = QPointer(tab), dialog = QPointer(dialog), arrived](const Operation &operation) {
            if (tab && !arrived->isEmpty())
                tab->append(*arrived);
            if (!dialog)
                return;
            if (!arrived->isEmpty())
                dialog->showReadBack(arrived->first().value);
            else if (operation.failure())
                dialog->showUnread(*operation.failure());
        });
    if (reading)
        connect(*reading, &Operation::batch, this, [arrived](const VarBinds &varBinds) { *arrived += varBinds; });
    else if (dialog)
        dialog->showUnread(reading.failure());
}

} // namespace walkabout
