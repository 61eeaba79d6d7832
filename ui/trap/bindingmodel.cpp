// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/bindingmodel.h"

#include "core/base/bytes.h"
#include "core/trap/notificationtext.h"
#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const Oid &sysUpTime() {
    static const Oid oid{1, 3, 6, 1, 2, 1, 1, 3, 0};
    return oid;
}

const Oid &snmpTrapOid() {
    static const Oid oid{1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0};
    return oid;
}

} // namespace

BindingModel::BindingModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_describe(Library::empty()) {}

void BindingModel::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    fill();
}

void BindingModel::show(const std::optional<Notification> &notification) {
    m_notification = notification;
    fill();
}

void BindingModel::fill() {
    beginResetModel();
    m_rows.clear();
    if (m_notification && m_notification->failure) {
        m_rows.append({tr("Not readable"), notificationtext::reason(*m_notification->failure), {}});
        m_rows.append({tr("Bytes received"), bytes::toHex(m_notification->bytes), {}});
    } else if (m_notification) {
        m_rows.append({{}, {}, {sysUpTime(), Value::timeTicks(m_notification->uptime)}});
        m_rows.append({{}, {}, {snmpTrapOid(), Value::oid(m_notification->oid)}});
        if (const auto &head = m_notification->original) {
            m_rows.append({tr("v1 enterprise"), m_describe.name(head->enterprise), {head->enterprise, {}}});
            m_rows.append({tr("v1 agent address"), head->agent.toString(), {}});
            m_rows.append({tr("v1 generic, specific"), u"%1, %2"_s.arg(head->generic).arg(head->specific), {}});
        }
        for (const VarBind &varBind : m_notification->varBinds) {
            if (Notification::isCommunity(varBind.oid))
                m_rows.append({m_describe.typedName(varBind.oid), u"•••"_s, {varBind.oid, {}}});
            else
                m_rows.append({{}, {}, varBind});
        }
    }
    endResetModel();
}

Oid BindingModel::oid(int row) const { return m_rows.at(row).varBind.oid; }

int BindingModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int BindingModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant BindingModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isHead = !row.name.isEmpty();
    if (role == Qt::ForegroundRole && (isHead || index.column() == Type))
        return tint(QApplication::palette(), Tint::Dim);
    if (role == Qt::ToolTipRole && index.column() == Name && !row.varBind.oid.isEmpty())
        return row.varBind.oid.toString();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text;
    switch (index.column()) {
    case Name: text = isHead ? row.name : m_describe.typedName(row.varBind.oid); break;
    case Content: text = isHead ? row.value : m_describe.value(row.varBind); break;
    case Type: text = isHead ? QString() : m_describe.type(row.varBind); break;
    default: break;
    }
    return role == Qt::DisplayRole ? text.replace(u'\n', u'↵') : text;
}

QVariant BindingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Content: return tr("Value");
    case Type: return tr("Type");
    default: return {};
    }
}

} // namespace walkabout
