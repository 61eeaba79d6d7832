// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/donemodel.h"

#include "ui/set/changewords.h"
#include "ui/shared/localtime.h"
#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

DoneModel::DoneModel(const OpenDevices &devices, QObject *parent)
    : QAbstractTableModel(parent)
    , m_devices(devices) {
    connect(&devices, &OpenDevices::added, this,
        [this](OpenDevice *device) { connect(device, &OpenDevice::interfacesChanged, this, &DoneModel::tellChanged); });
}

void DoneModel::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    tellChanged();
}

void DoneModel::tellChanged() {
    if (!m_done.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_done.size()) - 1, ColumnCount - 1));
}

// With the names of its own device.
Describe DoneModel::describeOf(const DoneChange &done) const {
    Describe describe = m_describe;
    const OpenDevice *device = m_devices.find(done.device);
    describe.setInterfaces(device ? device->interfaces() : nullptr);
    return describe;
}

void DoneModel::add(const QList<DoneChange> &done) {
    if (done.isEmpty())
        return;
    beginInsertRows({}, int(m_done.size()), int(m_done.size() + done.size()) - 1);
    m_done += done;
    endInsertRows();
}

int DoneModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_done.size()); }

int DoneModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString DoneModel::text(const DoneChange &done, int column) const {
    const Oid &instance = done.change.oid;
    switch (column) {
    case Time: return clockTime(done.time);
    case DeviceName: return done.deviceLabel;
    case Object: return describeOf(done).typedName(instance);
    case Before: return changewords::value(instance, done.before, describeOf(done));
    case After: return changewords::value(instance, done.change.value, describeOf(done));
    case Outcome: return changewords::outcome(done, describeOf(done));
    default: return {};
    }
}

QVariant DoneModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const DoneChange &done = m_done.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(done, index.column());
    case Qt::ToolTipRole:
        return index.column() == Object ? m_describe.name(done.change.oid) : text(done, index.column());
    case Qt::ForegroundRole:
        if (index.column() == Time)
            return tint(QApplication::palette(), Tint::Dim);
        if (index.column() != Outcome)
            return {};
        return tint(QApplication::palette(),
            changewords::isGood(done)                          ? Tint::Good
                : done.outcome == DoneChange::Outcome::Refused ? Tint::Bad
                                                               : Tint::Warning);
    default: return {};
    }
}

QVariant DoneModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case DeviceName: return tr("Device");
    case Object: return tr("Object");
    case Before: return tr("Before");
    case After: return tr("After");
    case Outcome: return tr("Outcome");
    default: return {};
    }
}

} // namespace walkabout
