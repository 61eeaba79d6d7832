// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importedrows.h"

#include "core/store/devicegroup.h"
#include "core/store/devicestore.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

using Fate = ImportedRows::Fate;
using ImportRow = ImportedRows::Row;

QString whereOf(const Device &device) {
    return device.kind == Device::Kind::Recording ? device.recording : device.endpoint.toString();
}

// A file without UUIDs tells of the same device by its address.
const Device *sameTarget(const QList<Device> &devices, const Device &device) {
    const auto at = std::ranges::find_if(devices, [&device](const Device &other) {
        return other.id != device.id && other.kind == device.kind && whereOf(other) == whereOf(device)
            && other.contextName == device.contextName;
    });
    return at == devices.end() ? nullptr : &*at;
}

// Its profile may come with it: what that says stands there, not here.
bool isEqual(Device now, Device then) {
    if (!now.profile.isNull() && now.profile == then.profile) {
        CredentialProfile same;
        same.id = now.profile;
        same.applyTo(now);
        same.applyTo(then);
    }
    return now == then;
}

} // namespace

ImportedRows::ImportedRows(DeviceImport import, const DeviceStore &store)
    : m_import(std::move(import)) {
    for (qsizetype i = 0; i < m_import.profiles.size(); ++i) {
        const auto &[profile, secrets, line] = m_import.profiles[i];
        ImportRow row{ImportRow::Kind::Profile, i, Fate::New, profile.name, profile.text(), {}, line};
        if (const CredentialProfile *saved = store.profile(profile.id))
            row.fate = *saved == profile ? Fate::Same : Fate::Changed;
        else if (store.profileNamed(profile.name))
            row.fate = Fate::There;
        m_rows += row;
    }
    QSet<QString> names;
    for (const Device &device : store.devices())
        names += device.name;
    QList<Device> targets = store.devices();
    const bool hasUuids = std::ranges::any_of(
        m_import.devices, [](const auto &offer) { return offer.line == 0; }); // a project's; a table's are made up
    for (qsizetype i = 0; i < m_import.devices.size(); ++i) {
        Device &device = m_import.devices[i].value;
        ImportRow row{
            ImportRow::Kind::Device, i, Fate::New, device.name, whereOf(device), {}, m_import.devices[i].line};
        if (const Device *saved = store.find(device.id)) {
            row.fate = isEqual(*saved, device) ? Fate::Same : Fate::Changed;
            if (saved->name != device.name)
                names -= saved->name;
        } else if (const Device *other = hasUuids ? nullptr : sameTarget(targets, device)) {
            row.fate = Fate::There;
            row.remark = tr("%1 has this address").arg(other->name);
        }
        const bool isNamesake
            = names.contains(device.name) && !(store.find(device.id) && store.find(device.id)->name == device.name);
        if (row.fate != Fate::There && isNamesake) {
            const QString wanted = device.name;
            for (int n = 2; names.contains(device.name); ++n)
                device.name = u"%1 (%2)"_s.arg(wanted).arg(n);
            row.name = device.name;
            row.remark = tr("the name “%1” is taken").arg(wanted);
        }
        names += device.name;
        if (row.fate == Fate::New)
            targets += device;
        m_rows += row;
    }
}

void ImportedRows::want(qsizetype row, bool wanted) { m_rows[row].isWanted = wanted; }

DeviceChanges ImportedRows::changes() const {
    DeviceChanges changes;
    changes.groups = devicegroup::whole(m_import.groups);
    for (const ImportRow &row : m_rows) {
        if (!isTaken(row))
            continue;
        if (row.kind == ImportRow::Kind::Profile)
            changes.profiles += m_import.profiles[row.offer].value;
        else
            changes.devices += m_import.devices[row.offer].value;
    }
    return changes;
}

QList<std::pair<QUuid, Secrets>> ImportedRows::secrets() const {
    QList<std::pair<QUuid, Secrets>> all;
    for (const ImportRow &row : m_rows) {
        const auto &[id, secrets] = row.kind == ImportRow::Kind::Profile
            ? std::pair(m_import.profiles[row.offer].value.id, m_import.profiles[row.offer].secrets)
            : std::pair(m_import.devices[row.offer].value.id, m_import.devices[row.offer].secrets);
        if (isTaken(row) && !(secrets == Secrets{}))
            all.append({id, secrets});
    }
    return all;
}

qsizetype ImportedRows::count(Fate fate) const {
    return std::ranges::count_if(m_rows, [fate](const ImportRow &row) { return row.fate == fate; });
}

} // namespace walkabout
