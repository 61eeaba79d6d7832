// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/bindingmodel.h"

#include "core/base/bytes.h"
#include "core/snmp/packetmask.h"
#include "core/trap/notificationtext.h"
#include "core/trap/objectscheck.h"
#include "core/trap/trapobject.h"
#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

BindingModel::BindingModel(QObject *parent)
    : QAbstractTableModel(parent) {}

void BindingModel::setLibrary(Library::Pointer library) {
    m_describe.setLibrary(std::move(library));
    fill();
}

void BindingModel::setInterfaces(const SourceInterfaces &interfaces) {
    m_describe.setInterfaces(interfaces);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

const Describe &BindingModel::describe() const {
    return m_notification ? m_describe.of(*m_notification) : m_describe.plain();
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
        m_rows.append({tr("Bytes received"), bytes::toHex(withMaskedCommunity(m_notification->bytes)), {}});
    } else if (m_notification) {
        for (const VarBind &varBind : trapobject::head(m_notification->uptime, m_notification->oid))
            m_rows.append({{}, {}, varBind});
        if (const auto &head = m_notification->original) {
            m_rows.append({tr("v1 enterprise"), describe().name(head->enterprise), {head->enterprise, {}}});
            m_rows.append({tr("v1 agent address"), head->agent.toString(), {}});
            m_rows.append({tr("v1 generic, specific"), u"%1, %2"_s.arg(head->generic).arg(head->specific), {}});
        }
        fillVarBinds();
    }
    endResetModel();
}

void BindingModel::fillVarBinds() {
    const auto check = ObjectsCheck::of(m_notification->oid, m_notification->varBinds, *describe().library());
    const auto remark = [&check](ObjectsCheck::Standing standing) -> QString {
        if (!check.isDefined)
            return {};
        switch (standing) {
        case ObjectsCheck::Standing::Misplaced: return tr("out of order");
        case ObjectsCheck::Standing::Extra: return tr("not in its definition");
        default: return {};
        }
    };
    for (qsizetype i = 0; i < m_notification->varBinds.size(); ++i) {
        const VarBind &varBind = m_notification->varBinds[i];
        const QString said = remark(check.standings[i]);
        if (Notification::isCommunity(varBind.oid))
            m_rows.append({describe().typedName(varBind.oid), u"•••"_s, {varBind.oid, {}}, said});
        else
            m_rows.append({{}, {}, varBind, said});
    }
    for (const QString &name : check.missing) {
        const QList<NodeRef> nodes = describe().library()->named(name);
        const Oid oid = nodes.isEmpty() ? Oid() : nodes.first().oid();
        m_rows.append({name.section(u"::"_s, -1), tr("missing"), {oid, {}}, tr("its definition lists it"), true});
    }
}

Oid BindingModel::oid(int row) const { return m_rows.at(row).varBind.oid; }

int BindingModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int BindingModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant BindingModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isHead = !row.name.isEmpty();
    if (role == Qt::ForegroundRole && (row.isMissing || (index.column() == Type && !row.remark.isEmpty())))
        return tint(QApplication::palette(), Tint::Warning);
    if (role == Qt::ForegroundRole && (isHead || index.column() == Type))
        return tint(QApplication::palette(), Tint::Dim);
    if (role == Qt::ToolTipRole && index.column() == Name && !row.varBind.oid.isEmpty())
        return row.varBind.oid.toString();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text;
    switch (index.column()) {
    case Name: text = isHead ? row.name : describe().typedName(row.varBind.oid); break;
    case Content: text = isHead ? row.value : describe().value(row.varBind); break;
    case Type: text = !row.remark.isEmpty() ? row.remark : isHead ? QString() : describe().type(row.varBind); break;
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
