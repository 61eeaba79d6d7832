// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/searchmodel.h"

#include "ui/mib/nodeface.h"
#include "ui/mib/searchtext.h"
#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

SearchModel::SearchModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_library(Library::empty())
    , m_searched(m_library) {
    connect(&m_run, &SearchRun::namesFound, this, &SearchModel::takeNames);
    connect(&m_run, &SearchRun::descriptionsFound, this, &SearchModel::takeDescriptions);
}

void SearchModel::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    start();
}

void SearchModel::setFilter(const NodeFilter &filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    start();
}

void SearchModel::search(const QString &text) {
    if (text.trimmed() == m_text)
        return;
    m_text = text.trimmed();
    start();
}

void SearchModel::start() {
    if (m_text.isEmpty()) {
        m_run.cancel();
        if (!m_nodes.isEmpty() || m_waiting)
            takeNames({}, false);
        m_searched = m_library; // the old one goes
        return;
    }
    m_waiting = true;
    m_run.start(m_library, m_text, m_filter);
}

void SearchModel::takeNames(const QList<qint32> &nodes, bool more) {
    m_waiting = false;
    beginResetModel();
    m_searched = m_library;
    m_words = searchtext::words(m_text);
    m_nodes = nodes;
    m_names = nodes.size();
    m_more = more;
    endResetModel();
    emit found();
}

void SearchModel::takeDescriptions(const QList<qint32> &nodes, bool more) {
    if (!nodes.isEmpty() || more) {
        beginInsertRows({}, int(m_nodes.size()), int(m_nodes.size() + nodes.size()) - (more ? 0 : 1));
        m_nodes += nodes;
        m_more = more;
        endInsertRows();
    }
    emit found();
}

NodeRef SearchModel::node(int row) const {
    return row >= 0 && row < m_nodes.size() ? m_searched->at(m_nodes.at(row)) : NodeRef();
}

int SearchModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_nodes.size()) + (m_more ? 1 : 0);
}

int SearchModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QString SearchModel::match(const NodeRef &node, int row) const {
    return isInDescription(row) ? searchtext::snippet(node.description(), m_words) : searchtext::label(node, m_words);
}

QVariant SearchModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    if (index.row() == m_nodes.size())
        return moreData(index, role);
    const NodeRef node = m_searched->at(m_nodes.at(index.row()));
    if (index.column() == Name)
        return nameData(node, index.row(), role);
    switch (role) {
    case Qt::DisplayRole: return index.column() == Module ? node.module() : node.oid().toString();
    case Qt::ForegroundRole: return tint(QApplication::palette(), Tint::Dim);
    case Qt::ToolTipRole:
    case nodeface::OidRole: return nodeface::data(node, role);
    default: return {};
    }
}

QVariant SearchModel::nameData(const NodeRef &node, int row, int role) const {
    if (role == nodeface::TagRole)
        return match(node, row);
    const bool told = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    const QString why = told ? match(node, row) : QString();
    if (why.isEmpty())
        return nodeface::data(node, role);
    const QString text = nodeface::data(node, role).toString();
    return (isInDescription(row) ? tr("%1\nfound in the description: %2") : tr("%1\nfound as a label: %2"))
        .arg(text, why);
}

QVariant SearchModel::moreData(const QModelIndex &index, int role) const {
    if (role == Qt::ForegroundRole)
        return tint(QApplication::palette(), Tint::Dim);
    if (role == Qt::DisplayRole && index.column() == Name)
        return tr("More than %1: type more").arg(m_nodes.size());
    return {};
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Module: return tr("Module");
    case Number: return tr("OID");
    default: return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const {
    if (index.row() == m_nodes.size())
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return QAbstractTableModel::flags(index);
}

} // namespace walkabout
