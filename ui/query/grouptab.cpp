// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/grouptab.h"

#include "core/base/count.h"
#include "core/work/equivalentcommand.h"
#include "ui/device/groupopening.h"
#include "ui/find/findbar.h"
#include "ui/query/ending.h"
#include "ui/query/groupmodel.h"
#include "ui/query/objectlist.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultlist.h"
#include "ui/set/cellediting.h"

namespace walkabout {

GroupTab::GroupTab(QList<OpenDevice *> devices, Library::Pointer library, QWidget *parent)
    : QueryTab(std::move(library), parent)
    , m_devices(std::move(devices))
    , m_seen(m_library)
    , m_lookouts(size_t(m_devices.size())) {
    m_bar->offerDevices();
    for (const OpenDevice *device : std::as_const(m_devices))
        connect(device, &OpenDevice::described, this, &QueryTab::changed);
    clear();
    for (int part = 0; part < m_devices.size(); ++part)
        connect(m_devices[part], &OpenDevice::interfacesChanged, this, [this, part] { showInterfaces(part); });
}

GroupTab::~GroupTab() {
    m_opening.reset();
    m_group.reset();
    m_find->stop();
}

// A run begins: the last one stays for comparison. Each has the devices as they are described now.
void GroupTab::clear() {
    QList<Device> devices;
    QList<const ChangeSheet *> changes;
    for (const OpenDevice *device : std::as_const(m_devices)) {
        devices += device->device();
        changes += &device->changes();
    }
    auto result = std::make_unique<GroupResult>(devices);
    auto model = std::make_unique<GroupModel>(*result, describe());
    model->setChanges(changes);
    for (int part = 0; part < m_devices.size(); ++part)
        model->setInterfaces(part, m_devices[part]->interfaces());
    showRows(*model);
    m_model = std::move(model);
    m_before = std::exchange(m_result, std::move(result));
    m_model->setFilter(ResultFilter::parse(filterText()));
    connect(m_result.get(), &GroupResult::grew, this, &GroupTab::progressSoon);
    connect(m_result.get(), &GroupResult::ended, this, [this] {
        m_bar->offerWhy(m_result->failed() > 0);
        progressSoon();
    });
}

QString GroupTab::title() const { return tr("%1 @ %2 devices").arg(subject()).arg(m_devices.size()); }

QString GroupTab::command(const Secrets &revealed) const {
    return m_query.objects.isEmpty() ? QString() : equivalentCommand(device().device(), m_query, revealed);
}

void GroupTab::setLibrary(Library::Pointer library) {
    QueryTab::setLibrary(std::move(library));
    m_seen = Describe(m_library);
    m_model->setDescribe(describe());
}

ResultExport GroupTab::exported(ExportScope scope) const {
    ResultExport wanted;
    wanted.library = m_library;
    wanted.forms = describe().forms();
    for (int at = 0; at < m_result->size(); ++at) {
        const GroupResult::Part &part = m_result->at(at);
        ResultExport::End end;
        end.text = tr("Still being read: this is what was there.");
        if (part.outcome && part.outcome->ending)
            end = {endingName(*part.outcome->ending), endingText(*part.outcome, describe()), part.outcome->figures,
                part.outcome->ending == Ending::Whole};
        wanted.parts.append({part.device.label(), ResultSnapshot(*part.store), m_model->timesOf(at), end});
    }
    if (scope == ExportScope::All) {
        wanted.rows.emplace();
        for (int at = 0; at < m_result->size(); ++at) {
            for (int row = 0; row < m_result->at(at).store->size(); ++row)
                wanted.rows->push_back({at, row});
        }
    } else {
        wanted.rows = scope == ExportScope::Selected ? m_model->places(m_list->selectedLines()) : m_model->places();
    }
    return wanted;
}

void GroupTab::filter(const QString &text) { m_model->setFilter(ResultFilter::parse(text)); }

void GroupTab::start(const Query &query, const QString &address) {
    m_opening.reset();
    m_group.reset();
    clear();
    if (asksTheSame(query, m_query, *m_library))
        m_model->compareWith(m_before.get());
    m_query = query;
    m_address = address;
    m_bad = false;
    m_bar->offerWhy(false);
    QList<Device> devices;
    for (OpenDevice *device : std::as_const(m_devices)) {
        device->touch();
        devices += device->device();
    }
    m_group = std::make_unique<GroupRead>(m_library, query, devices);
    m_result->follow(*m_group);
    for (InterfaceLookout &each : m_lookouts)
        each.begin();
    connect(m_group.get(), &GroupRead::batch, this, [this](const Device &device, const VarBinds &varBinds) {
        seekInterfaces(m_result->indexOf(device.id), varBinds);
    });
    connect(m_group.get(), &GroupRead::finished, this, &GroupTab::finish);
    m_opening = std::make_unique<GroupOpening>(m_devices);
    connect(m_opening.get(), &GroupOpening::opened, m_group.get(),
        [group = m_group.get()](OpenDevice *device) { group->supply(device->device().id, device->connection()); });
    connect(m_opening.get(), &GroupOpening::failed, m_group.get(),
        [group = m_group.get()](
            OpenDevice *device, const Failure &failure) { group->supply(device->device().id, failure); });
    connect(m_opening.get(), &GroupOpening::wantedChanged, this, &GroupTab::showProgress);
    showProgress();
}

void GroupTab::seekInterfaces(int part, const VarBinds &varBinds) {
    if (part >= 0)
        m_lookouts[size_t(part)].look(*m_devices[part], m_seen, varBinds);
}

void GroupTab::showInterfaces(int part) {
    OpenDevice &device = *m_devices[part];
    m_model->setInterfaces(part, device.interfaces());
    // They were switched on again: rows that show them are here already.
    const ResultStore &store = *m_result->at(part).store;
    if (device.connection() && device.namesInterfaces() && !device.interfaces() && store.size() > 0)
        seekInterfaces(part, {store.at(0), store.at(store.size() - 1)});
}

void GroupTab::stop() {
    m_opening.reset();
    if (m_group)
        m_group->cancel();
}

void GroupTab::secretsDeclined(const QUuid &device) {
    if (m_opening)
        m_opening->decline(device);
}

void GroupTab::finish() {
    m_opening.reset();
    m_group.release()->deleteLater(); // its signal brought us here
    m_bad = m_result->failed() > 0;
    m_listEditing->whenClosed([this] { m_list->sortAsBefore(); });
    showProgress();
    emit ended();
}

QString GroupTab::progress() const {
    QString text = tr("%1 of %2 devices, %3")
                       .arg(m_result->whole())
                       .arg(m_result->size())
                       .arg(counted(m_result->varBinds(), tr("%1 varbind"), tr("%1 varbinds")));
    if (m_result->failed() > 0)
        text += tr(", %1 failed").arg(m_result->failed());
    if (m_opening && !m_opening->wanted().isEmpty())
        text += tr(". %1").arg(m_opening->wanted());
    return text;
}

void GroupTab::showProgress() {
    m_summary = progress();
    emit changed();
}

void GroupTab::follow() {
    if (const int part = m_model->partAt(m_list->currentIndex()); part >= 0)
        lookAt(part);
    QueryTab::follow();
}

void GroupTab::lookAt(int part) {
    if (part == std::exchange(m_part, part))
        return;
    emit deviceChanged();
    emit changed();
}

bool GroupTab::hasFailed(int part) const {
    const std::optional<GroupOutcome> &outcome = m_result->at(part).outcome;
    return outcome && outcome->ending != Ending::Whole && outcome->ending != Ending::Cancelled;
}

void GroupTab::noteActivated() {
    if (hasFailed(m_part))
        emit whyAsked();
}

// Of the device that is looked at; else of the first that failed, which is looked at from now on.
void GroupTab::why() {
    for (int part = 0; part < m_result->size() && !hasFailed(m_part); ++part) {
        if (!hasFailed(part))
            continue;
        if (const QModelIndex ending = m_model->endingOf(part); ending.isValid())
            m_list->setCurrentIndex(ending);
        lookAt(part);
    }
    emit whyAsked();
}

} // namespace walkabout
