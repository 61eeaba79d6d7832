// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/groupresult.h"

namespace walkabout {

GroupResult::GroupResult(const QList<Device> &devices, QObject *parent)
    : QObject(parent) {
    m_parts.reserve(size_t(devices.size()));
    for (const Device &device : devices) {
        m_places.insert(device.id, int(m_parts.size()));
        m_parts.push_back({device, std::make_unique<ResultStore>(), {}});
    }
}

GroupResult::~GroupResult() = default;

void GroupResult::follow(const GroupRead &group) {
    connect(&group, &GroupRead::batch, this,
        [this](const Device &device, const VarBinds &varBinds) { append(device.id, varBinds); });
    connect(&group, &GroupRead::ended, this,
        [this](const Device &device, const GroupOutcome &outcome) { end(device.id, outcome); });
}

void GroupResult::append(const QUuid &device, const VarBinds &varBinds) {
    const int part = indexOf(device);
    if (part < 0 || varBinds.isEmpty())
        return;
    ResultStore &store = *m_parts[size_t(part)].store;
    const int first = store.size();
    store.append(varBinds);
    m_varBinds += varBinds.size();
    emit grew(part, first, store.size() - 1);
}

void GroupResult::end(const QUuid &device, const GroupOutcome &outcome) {
    const int part = indexOf(device);
    if (part < 0 || at(part).outcome)
        return;
    m_parts[size_t(part)].outcome = outcome;
    m_whole += outcome.ending == Ending::Whole;
    m_failed += outcome.ending != Ending::Whole && outcome.ending != Ending::Cancelled;
    emit ended(part);
}

} // namespace walkabout
