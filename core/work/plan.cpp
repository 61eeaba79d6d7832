// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/plan.h"

#include <QCoreApplication>

#include <algorithm>

namespace walkabout::plan {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostBoundaries = 4096; // enough to split any walk; a whole library has more columns than that
constexpr int GentleRepetitions = 10;
constexpr int UsualRepetitions = 10;

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
constexpr Oid::Part ifCounterDiscontinuityTime = 19; // of ifXEntry

QString tr(const char *text) { return QCoreApplication::translate("Query", text); }

void collect(const NodeRef &node, QList<Oid> &found) {
    if (found.size() >= MostBoundaries)
        return;
    if (node.kind() == NodeKind::Column || node.kind() == NodeKind::Scalar) {
        found.append(node.oid());
        return;
    }
    for (qsizetype i = 0; i < node.childCount(); ++i)
        collect(node.child(i), found);
}

bool isNamed(const NodeRef &column, const QString &name) {
    return column.name() == name || column.qualifiedName() == name || Oid::parse(name) == column.oid();
}

} // namespace

bool isReadable(const NodeRef &object) {
    switch (object.access()) {
    case Access::NotAccessible:
    case Access::AccessibleForNotify:
    case Access::WriteOnly:
    case Access::NotImplemented: return false;
    default: return true;
    }
}

QList<Oid> boundaries(const Library &library, const Oid &root) {
    QList<Oid> found;
    const NodeRef node = library.node(root);
    for (qsizetype i = 0; i < node.childCount(); ++i)
        collect(node.child(i), found);
    return found;
}

Result<QList<Oid>> tableColumns(const Library &library, const Oid &oid, const QStringList &names) {
    const NodeRef nearest = library.nearest(oid);
    const NodeRef row = nearest.rowNode();
    if (!row) {
        const QString name
            = nearest.oid() == oid && !nearest.qualifiedName().isEmpty() ? nearest.qualifiedName() : oid.toString();
        return Failure(
            Failure::Kind::BadUsage, {tr("%1 is no table that a loaded module defines; walk it instead.").arg(name)});
    }
    QList<Oid> columns;
    QStringList readable;
    for (const NodeRef &column : row.columns()) {
        if (!isReadable(column))
            continue;
        readable.append(column.name());
        const auto named = [&column](const QString &name) { return isNamed(column, name); };
        if (names.isEmpty() || std::ranges::any_of(names, named))
            columns.append(column.oid());
    }
    for (const QString &name : names) {
        const auto known = std::ranges::any_of(
            row.columns(), [&](const NodeRef &column) { return isReadable(column) && isNamed(column, name); });
        if (!known) {
            return Failure(Failure::Kind::BadUsage,
                {tr("%1 has no column “%2” that can be read; it has %3.")
                        .arg(row.parent().name(), name, readable.join(u", "_s))});
        }
    }
    if (columns.isEmpty())
        return Failure(Failure::Kind::BadUsage, {tr("%1 has no column that can be read.").arg(row.parent().name())});
    std::ranges::sort(columns);
    return columns;
}

Result<QList<Oid>> joinedColumns(const Library &library, const QStringList &names) {
    QList<Oid> columns;
    for (const QString &name : names) {
        const auto oid = Oid::parse(name);
        const NodeRef column = oid ? library.node(*oid) : library.named(name).value(0);
        if (column.kind() != NodeKind::Column || !isReadable(column))
            return Failure(Failure::Kind::BadUsage, {tr("“%1” is no column that can be read.").arg(name)});
        columns.append(column.oid());
    }
    return columns;
}

Oid discontinuity(const Library &library, const Oid &oid) {
    if (oid.startsWith(ifEntry) || oid.startsWith(ifXEntry))
        return ifXEntry + ifCounterDiscontinuityTime;
    const NodeRef row = library.nearest(oid).rowNode();
    if (!row)
        return {};
    for (const NodeRef &column : row.columns()) {
        if (column.base() == BaseType::TimeTicks && column.name().endsWith(u"DiscontinuityTime") && isReadable(column))
            return column.oid();
    }
    return {};
}

Pace pace(const Query &query, const Device &device) {
    Pace pace;
    pace.maxRepetitions = query.maxRepetitions > 0 ? query.maxRepetitions : device.maxRepetitions;
    pace.window = query.window > 0 ? query.window : device.window;
    pace.gentle = device.gentle;
    if (pace.gentle && query.maxRepetitions == 0)
        pace.maxRepetitions = std::min(pace.maxRepetitions, GentleRepetitions);
    return pace;
}

int repetitions(const Query &query, const Device &device) {
    const int fixed = pace(query, device).maxRepetitions;
    return fixed > 0 ? fixed : UsualRepetitions;
}

} // namespace walkabout::plan
