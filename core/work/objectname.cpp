// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/objectname.h"

#include "core/mib/index.h"
#include "core/work/instancetext.h"

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

Failure unknown(QStringView text) { return Failure(Failure::Kind::UnknownObject, {text.toString()}); }

bool beginsNumber(QStringView text) {
    return !text.isEmpty() && ((text.front() >= u'0' && text.front() <= u'9') || text.front() == u'.');
}

// The node that a name begins with; several modules that define it: the one the library thinks likeliest.
Result<NodeRef> nodeNamed(QStringView name, const Library &library) {
    const QList<NodeRef> found = library.named(name);
    if (found.isEmpty())
        return unknown(name);
    return found.first();
}

NodeRef childNamed(const NodeRef &parent, QStringView name) {
    for (qsizetype i = 0; i < parent.childCount(); ++i) {
        if (const NodeRef child = parent.child(i); child.name() == name)
            return child;
    }
    return {};
}

// Numbers for the names of interfaces.
QStringList numbered(const NodeRef &row, QStringList texts, const InterfaceNames &interfaces) {
    const index::Schema schema(row);
    for (qsizetype i = 0; i < std::min(texts.size(), schema.parts().size()); ++i) {
        const index::Schema::Part &part = schema.parts().at(i);
        if (const auto number = interfaces.number(refersTo(part.name, part.type), texts.at(i)))
            texts[i] = QString::number(*number);
    }
    return texts;
}

Result<Oid> indexed(
    const NodeRef &node, const QStringList &texts, QStringView whole, const InterfaceNames *interfaces) {
    if (node.kind() == NodeKind::Scalar && texts == QStringList{u"0"_s})
        return node.oid() + 0U;
    const NodeRef row = node.rowNode();
    if (node.kind() != NodeKind::Column || !row) {
        return Failure(Failure::Kind::BadUsage,
            {ObjectName::tr("“%1”: %2 is no column of a table, so it has no index in brackets.")
                    .arg(whole, node.name())});
    }
    if (const auto instance = index::joinTexts(row, texts);
        instance && node.oid().size() + instance->size() <= Oid::MaxLength)
        return node.oid() + *instance;
    if (interfaces) {
        const auto instance = index::joinTexts(row, numbered(row, texts, *interfaces));
        if (instance && node.oid().size() + instance->size() <= Oid::MaxLength)
            return node.oid() + *instance;
    }
    QStringList wanted;
    const QList<IndexItem> items = row.indexes();
    const QList<NodeRef> nodes = row.indexNodes();
    for (qsizetype i = 0; i < items.size(); ++i)
        wanted.append(items[i].name + u" ("_s + nodes.value(i).syntax() + u')');
    return Failure(Failure::Kind::BadValue,
        {node.qualifiedName(), u'[' + texts.join(u"]["_s) + u']',
            ObjectName::tr("its index is %1").arg(wanted.join(u", "_s))});
}

} // namespace

std::optional<Oid> ObjectName::oidOf(QStringView text, const Library &library) {
    const auto object = parse(text, library);
    return object ? std::optional(object->oid) : std::nullopt;
}

Result<ObjectName> ObjectName::parse(QStringView text, const Library &library, const InterfaceNames *interfaces) {
    text = text.trimmed();
    if (text.isEmpty())
        return Failure(Failure::Kind::BadUsage, {tr("An object is missing: write its name or its OID.")});

    ObjectName object;
    if (beginsNumber(text) && !(text.size() > 1 && text.front() == u'.' && text[1].isLetter())) {
        auto parts = instancetext::parts(text.front() == u'.' ? text.mid(1) : text, text);
        if (!parts)
            return parts.failure();
        object.oid = *std::move(parts);
    } else {
        if (text.front() == u'.')
            text = text.mid(1);
        const qsizetype bracket = text.indexOf(u'[');
        const qsizetype colons = text.indexOf(u"::");
        const qsizetype dot = text.indexOf(u'.', colons < 0 ? 0 : colons + 2);
        const bool inBrackets = bracket >= 0 && (dot < 0 || bracket < dot);
        const qsizetype end = inBrackets ? bracket : dot;
        auto node = nodeNamed(end < 0 ? text : text.first(end), library);
        if (!node)
            return node.failure();
        object.oid = node->oid();
        if (inBrackets) {
            const auto texts = instancetext::brackets(text.mid(bracket));
            if (!texts)
                return Failure(Failure::Kind::BadUsage,
                    {tr("“%1”: each index stands in its own brackets, [1][\"a\"].").arg(text)});
            const auto oid = indexed(*node, *texts, text, interfaces);
            if (!oid)
                return oid.failure();
            object.oid = *oid;
        } else if (dot >= 0) {
            // Names of children, as in system.sysDescr.0, then the instance.
            QStringView rest = text.mid(dot + 1);
            while (!rest.isEmpty() && rest.front().isLetter()) {
                const qsizetype next = rest.indexOf(u'.');
                const NodeRef child = childNamed(*node, next < 0 ? rest : rest.first(next));
                if (!child)
                    return unknown(text);
                node = child;
                object.oid = child.oid();
                rest = next < 0 ? QStringView() : rest.mid(next + 1);
                if (next < 0)
                    break;
            }
            if (!rest.isEmpty() || text.endsWith(u'.')) {
                const auto parts = instancetext::parts(rest, text);
                if (!parts)
                    return parts.failure();
                if (object.oid.size() + parts->size() > Oid::MaxLength)
                    return instancetext::tooLong(text);
                object.oid = object.oid + *parts;
            }
        }
    }

    NodeRef nearest = library.nearest(object.oid);
    object.object = nearest.oid();
    const bool isLeaf
        = nearest.childCount() == 0 || nearest.kind() == NodeKind::Scalar || nearest.kind() == NodeKind::Column;
    object.hasInstance = !object.object.isEmpty() && isLeaf && object.oid.size() > object.object.size();
    return object;
}

} // namespace walkabout
