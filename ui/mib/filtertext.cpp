// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/filtertext.h"

#include "ui/mib/mibtext.h"

using namespace Qt::StringLiterals;

namespace walkabout::filtertext {

QString kinds(NodeKind kind) {
    switch (kind) {
    case NodeKind::Node: return MibText::tr("nodes");
    case NodeKind::Module: return MibText::tr("modules");
    case NodeKind::Scalar: return MibText::tr("scalars");
    case NodeKind::Table: return MibText::tr("tables");
    case NodeKind::Row: return MibText::tr("rows");
    case NodeKind::Column: return MibText::tr("columns");
    case NodeKind::Notification: return MibText::tr("notifications");
    case NodeKind::Group: return MibText::tr("groups");
    case NodeKind::Compliance: return MibText::tr("compliances");
    case NodeKind::Capabilities: return MibText::tr("capabilities");
    }
    return {};
}

QString access(Access access) { return access == Access::None ? MibText::tr("no access") : accessName(access); }

QString sentence(const NodeFilter &filter, const QString &vendor) {
    QStringList accesses;
    quint32 left = filter.accesses;
    if ((left & Writable) == Writable) {
        accesses += MibText::tr("writable");
        left &= ~Writable;
    }
    QStringList kindNames;
    for (quint32 bit = 0; bit < 32; ++bit) {
        if (left >> bit & 1U)
            accesses += access(Access(bit));
        if (filter.kinds >> bit & 1U)
            kindNames += kinds(NodeKind(bit));
    }
    const QString what = kindNames.isEmpty() ? MibText::tr("objects") : kindNames.join(u", "_s);
    QString sentence = accesses.isEmpty() ? what : u"%1 %2"_s.arg(accesses.join(u", "_s), what);
    if (filter.vendor != 0)
        sentence = MibText::tr("%1 of %2").arg(sentence, vendor);
    if (!filter.module.isEmpty())
        sentence = MibText::tr("%1 in %2").arg(sentence, filter.module);
    return sentence;
}

} // namespace walkabout::filtertext
