// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/change.h"

#include "core/work/describe.h"
#include "core/work/objectname.h"
#include "core/work/typedvalue.h"
#include "core/work/valuecheck.h"
#include "core/work/valuetext.h"
#include "core/work/wirevalue.h"

#include "core/base/bytes.h"
#include "core/mib/convention.h"

#include <QCoreApplication>

namespace walkabout::change {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView letters = u"=iu3cCtaosxdbnUIFD";

QString tr(const char *text) { return QCoreApplication::translate("Change", text); }

QString label(const NodeRef &node, const Oid &instance) {
    return node && !node.module().isEmpty() ? node.qualifiedName() : instance.toString();
}

// The object that an instance belongs to; null where the library knows none.
NodeRef objectOf(const Library &library, const Oid &instance) {
    const NodeRef node = library.nearest(instance);
    const bool isObject = node.kind() == NodeKind::Scalar || node.kind() == NodeKind::Column;
    return isObject ? node : NodeRef();
}

// "a:1b:2c:3d:4e:5f" for a hardware address is no IpAddress.
bool isHardwareText(const NodeRef &object, QStringView text) {
    if (!object || !convention::isHardwareAddress(object.type()))
        return false;
    const auto octets = bytes::fromHex(text);
    return octets && octets->size() == 6;
}

// Where OBJECT ends: an index in brackets or quotes may hold a '='.
qsizetype assignmentAt(QStringView text) {
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!quote.isNull() && text[i] == u'\\')
            ++i;
        else if (!quote.isNull())
            quote = text[i] == quote ? QChar() : quote;
        else if (text[i] == u'"' || text[i] == u'\'')
            quote = text[i];
        else if (text[i] == u'=')
            return i;
    }
    return -1;
}

} // namespace

Result<VarBind> make(const Library &library, const Oid &instance, QStringView text, QChar typeLetter, Use use) {
    const NodeRef object = objectOf(library, instance);
    const QString name = label(object, instance);
    const auto refuse = [&](const QString &accepted) {
        return Failure(Failure::Kind::BadValue, {name, text.toString(), accepted});
    };
    if (!letters.contains(typeLetter))
        return refuse(tr("“%1” is no type; the types are = i u c C t a o s x d b n U I F D").arg(typeLetter));
    if (typeLetter != u'=') {
        auto value = wirevalue::read(text, typeLetter, library, object ? object.type() : TypeInfo());
        if (!value)
            return refuse(value.error());
        return VarBind{instance, *std::move(value)};
    }
    if (!object)
        return refuse(tr("no loaded module tells its type; write one, as in OBJECT=i:5"));
    const Access access = object.access();
    const bool isFixed = access == Access::ReadOnly || access == Access::AccessibleForNotify;
    if (access == Access::NotAccessible || (isFixed && use == Use::Set))
        return Failure(Failure::Kind::NotWritable, {name});
    auto value = typedvalue::read(text, object.type(), library);
    if (!value)
        return refuse(value.error());
    return VarBind{instance, *std::move(value)};
}

Result<VarBind> parse(const Library &library, QStringView assignment, Use use) {
    const qsizetype at = assignmentAt(assignment);
    if (at <= 0) {
        return Failure(Failure::Kind::BadUsage,
            {tr("“%1” is no assignment: write OBJECT=VALUE or OBJECT=TYPE:VALUE.").arg(assignment.toString())});
    }
    const auto object = ObjectName::parse(assignment.first(at), library);
    if (!object)
        return object.failure();
    Oid instance = object->oid;
    const NodeRef node = library.node(instance);
    if (node.kind() == NodeKind::Scalar)
        instance = instance + 0U;
    else if (node.kind() == NodeKind::Column || node.kind() == NodeKind::Row || node.kind() == NodeKind::Table) {
        return Failure(Failure::Kind::BadUsage,
            {tr("%1 stands in a table: say which row, as in %2.1 or %2[INDEX].")
                    .arg(node.qualifiedName(), node.name())});
    }
    const QStringView value = assignment.mid(at + 1);
    const bool hasLetter = value.size() >= 2 && value[1] == u':' && letters.contains(value[0]);
    if (!hasLetter || isHardwareText(objectOf(library, instance), value))
        return make(library, instance, value, u'=', use);
    return make(library, instance, value.mid(2), value[0], use);
}

std::optional<Failure> refusal(const Library &library, const VarBind &change) {
    const NodeRef object = objectOf(library, change.oid);
    if (!object || object.access() == Access::None)
        return {};
    if (!object.isWritable())
        return Failure(Failure::Kind::NotWritable, {object.qualifiedName()});
    if (const auto wanted = valuecheck::wantedInstead(change.value, object.type()))
        return Failure(Failure::Kind::BadValue,
            {object.qualifiedName(), ValueText(object.type(), Describe::Style::Window).of(change.value), *wanted});
    return {};
}

} // namespace walkabout::change
