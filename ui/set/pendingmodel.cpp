// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/pendingmodel.h"

#include "core/work/changesheet.h"
#include "ui/set/changewords.h"
#include "ui/set/sheetfacts.h"
#include "ui/shared/palette.h"

#include <QApplication>

namespace walkabout {

PendingModel::PendingModel(const SheetFacts &facts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_facts(facts) {
    connect(&facts, &SheetFacts::changed, this, &PendingModel::follow);
}

void PendingModel::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    follow(); // which gives it the names
}

void PendingModel::show(OpenDevice *device) {
    if (m_device == device)
        return;
    if (m_device) {
        m_device->changes().disconnect(this);
        m_device->disconnect(this);
    }
    m_device = device;
    if (device) {
        connect(&device->changes(), &ChangeSheet::changed, this, &PendingModel::follow);
        connect(device, &OpenDevice::interfacesChanged, this, &PendingModel::follow);
    }
    follow();
}

// A sheet is a few rows: those that stay keep their selection, and only a new order is a reset.
void PendingModel::follow() {
    m_describe.setInterfaces(m_device ? m_device->interfaces() : nullptr);
    QList<Oid> now;
    for (const ChangeSheet::Entry &entry : m_device ? m_device->changes().entries() : QList<ChangeSheet::Entry>())
        now.append(entry.change.oid);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (now.contains(m_rows.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    if (now.first(m_rows.size()) != m_rows) {
        emit layoutAboutToBeChanged();
        const QList<Oid> before = std::exchange(m_rows, now.first(m_rows.size()));
        for (const QModelIndex &each : persistentIndexList()) {
            const qsizetype to = m_rows.indexOf(before.at(each.row()));
            changePersistentIndex(each, to < 0 ? QModelIndex() : index(int(to), each.column()));
        }
        emit layoutChanged();
    }
    if (now.size() > m_rows.size()) {
        beginInsertRows({}, int(m_rows.size()), int(now.size()) - 1);
        m_rows = now;
        endInsertRows();
    }
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

Oid PendingModel::instanceAt(int row) const { return m_rows.value(row); }

int PendingModel::rowOf(const Oid &instance) const { return int(m_rows.indexOf(instance)); }

std::optional<VarBind> PendingModel::changeAt(const QModelIndex &index) const {
    const ChangeSheet::Entry *entry
        = m_device && index.isValid() ? m_device->changes().find(m_rows.at(index.row())) : nullptr;
    return entry ? std::optional(entry->change) : std::nullopt;
}

int PendingModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int PendingModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString PendingModel::text(int row, int column) const {
    const ChangeSheet &sheet = m_device->changes();
    const ChangeSheet::Entry *entry = sheet.find(m_rows.at(row));
    if (!entry)
        return {};
    const Oid &instance = entry->change.oid;
    switch (column) {
    case What: return m_facts.of(*m_device, entry->change);
    case Object: return m_describe.typedName(instance);
    case Before: return changewords::value(instance, entry->before, m_describe);
    case After: return changewords::value(instance, entry->change.value, m_describe);
    case Type: return m_describe.type(entry->change);
    case State: return changewords::state(*entry, sheet.isSending(), m_describe);
    default: return {};
    }
}

QVariant PendingModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || !m_device)
        return {};
    const ChangeSheet::Entry *entry = m_device->changes().find(m_rows.at(index.row()));
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == Object ? m_describe.name(m_rows.at(index.row())) : text(index.row(), index.column());
    case Qt::ForegroundRole:
        if (index.column() == State && entry && (entry->refusal || entry->expected))
            return tint(QApplication::palette(), entry->refusal ? Tint::Bad : Tint::Warning);
        return index.column() == Type || index.column() == State ? QVariant(tint(QApplication::palette(), Tint::Dim))
                                                                 : QVariant();
    default: return {};
    }
}

QVariant PendingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("What");
    case Object: return tr("Object");
    case Before: return tr("Before");
    case After: return tr("After");
    case Type: return tr("Type");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace walkabout
