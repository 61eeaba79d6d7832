// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/objectscheck.h"

#include "core/trap/trapobject.h"

#include <algorithm>

namespace walkabout {

ObjectsCheck ObjectsCheck::of(const Oid &notification, const VarBinds &varBinds, const Library &library) {
    const NodeRef definition = library.node(notification);
    ObjectsCheck check;
    check.isDefined = definition.kind() == NodeKind::Notification;
    check.standings.reserve(varBinds.size());
    const QStringList names = check.isDefined ? definition.objects() : QStringList();
    QList<Oid> objects;
    for (const QString &name : names) {
        const QList<NodeRef> nodes = library.named(name);
        objects.append(nodes.isEmpty() ? Oid() : nodes.first().oid()); // empty: no module has it
    }
    QList<bool> came(objects.size(), false);
    qsizetype next = 0;
    for (const VarBind &varBind : varBinds) {
        const auto found = std::ranges::find_if(
            objects, [&](const Oid &object) { return !object.isEmpty() && varBind.oid.startsWith(object); });
        const qsizetype at = found - objects.begin();
        if (found == objects.end() || came[at]) {
            const bool isAdded = trapobject::isAddition(varBind.oid);
            check.standings.append(isAdded ? Standing::Added : Standing::Extra);
            continue;
        }
        came[at] = true;
        check.standings.append(at >= next ? Standing::Expected : Standing::Misplaced);
        next = std::max(next, at + 1);
    }
    for (qsizetype i = 0; i < objects.size(); ++i) {
        if (!came[i])
            check.missing.append(names[i]);
    }
    return check;
}

} // namespace walkabout
