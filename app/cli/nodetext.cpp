// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nodetext.h"

#include "core/base/jsonobject.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace walkabout::nodetext {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Cli", text); }

QString number(qint64 value, bool isUnsigned) {
    return isUnsigned ? QString::number(quint64(value)) : QString::number(value);
}

QString rangesText(const QList<Range> &ranges) {
    QStringList all;
    for (const Range &range : ranges) {
        const QString low = number(range.low, range.isUnsigned);
        all.append(range.low == range.high ? low : low + u".."_s + number(range.high, range.isUnsigned));
    }
    return all.join(u", "_s);
}

/// Descriptions come with the indentation of their file: every line is set in by two, blank lines kept.
QString indented(const QString &text) {
    QStringList lines;
    for (const QString &line : text.trimmed().split(u'\n'))
        lines.append(line.trimmed().isEmpty() ? QString() : u"  "_s + line.trimmed());
    return lines.join(u'\n');
}

QString labels(const TypeInfo &type) {
    QStringList labels;
    for (const EnumItem &item : type.enums)
        labels.append(u"%1(%2)"_s.arg(item.label).arg(item.number));
    return labels.join(u", "_s);
}

QString indexText(const NodeRef &node) {
    QStringList indexes;
    for (const IndexItem &item : node.indexes())
        indexes.append(item.implied ? u"IMPLIED "_s + item.name : item.name);
    return indexes.join(u", "_s);
}

class Page {
public:
    void line(const QString &label, const QString &value) {
        if (!value.isEmpty())
            m_lines.append((label + u':').leftJustified(14) + value);
    }
    void text(const QString &label, const QString &value) {
        if (!value.trimmed().isEmpty())
            m_lines.append(label + u":\n"_s + indented(value));
    }
    [[nodiscard]] QString all() const { return m_lines.join(u'\n'); }

private:
    QStringList m_lines;
};

/// Of a module: what it takes from which, and the other files that define it.
void importLines(Page &page, const ModuleInfo &module, const Library &library) {
    for (const ModuleImport &import : library.imports(module.name)) {
        const QString from = import.found ? import.module : tr("%1 (missing)").arg(import.module);
        page.line(tr("Imports"), from + u": "_s + import.symbols.join(u", "_s));
    }
    for (const QString &rival : library.facts(module.name).rivals)
        page.line(tr("Also in"), rival);
}

QStringList namesWithNumbers(const NodeRef &node) {
    QStringList names; // iso(1).org(3).dod(6) ...
    for (NodeRef at = node; at && !at.oid().isEmpty(); at = at.parent()) {
        const QString part = QString::number(at.oid().last());
        names.prepend(at.name() == part ? part : u"%1(%2)"_s.arg(at.name(), part));
    }
    return names;
}

} // namespace

QString page(const NodeRef &node, const Library &library) {
    Page page;
    const TypeInfo type = node.type();
    page.line(tr("Name"), node.module().isEmpty() ? node.oid().toString() : node.qualifiedName());
    page.line(tr("OID"), node.oid().toString());
    page.line(tr("Path"), namesWithNumbers(node).join(u'.'));
    page.line(tr("Kind"), nodeKindName(node.kind()));
    page.line(tr("Syntax"), node.syntax());
    page.line(tr("Type chain"), type.chain.join(u" < "_s));
    page.line(tr("Base type"), type.base == BaseType::None ? QString() : baseTypeName(type.base));
    page.line(tr("Access"), accessName(node.access()));
    page.line(tr("Status"), statusName(node.status()));
    page.line(tr("Units"), node.units());
    page.line(tr("Display hint"), node.displayHint());
    page.line(tr("Default"), node.defaultValue());
    page.line(tr("Range"), rangesText(type.ranges));
    page.line(tr("Size"), rangesText(type.sizes));
    page.line(type.base == BaseType::Bits ? tr("Bits") : tr("Values"), labels(type));
    page.line(tr("Index"), indexText(node));
    page.line(tr("Augments"), node.augments());
    page.line(tr("Objects"), node.objects().join(u", "_s));
    page.line(tr("Member of"), node.memberOf().join(u", "_s));
    page.line(tr("Defined in"), node.file().isEmpty() ? QString() : u"%1:%2"_s.arg(node.file()).arg(node.line()));
    if (const ModuleInfo *module = node.kind() == NodeKind::Module ? library.module(node.module()) : nullptr) {
        page.line(tr("Updated"), module->lastUpdated);
        importLines(page, *module, library);
        page.text(tr("Organization"), module->organization);
        const ModuleFacts facts = library.facts(module->name);
        page.text(tr("Contact"), facts.contact);
        for (const ModuleFacts::Revision &revision : facts.revisions)
            page.text(tr("Revision %1").arg(revision.date), revision.description);
    }
    page.text(tr("Description"), node.description());
    page.text(tr("Reference"), node.reference());
    return page.all();
}

QString dumpLine(const NodeRef &node) {
    QString line = node.oid().toString() + u' ' + (node.module().isEmpty() ? node.name() : node.qualifiedName()) + u' '
        + nodeKindName(node.kind());
    const QString syntax = node.syntax().simplified();
    if (!syntax.isEmpty())
        line += u' ' + syntax;
    // What the syntax does not say itself: labels of a textual convention, and so on.
    QStringList parts;
    if (const QString enums = labels(node.type()); !enums.isEmpty() && !syntax.contains(u'{'))
        parts.append(u"{ %1 }"_s.arg(enums));
    const auto add = [&parts](const QString &key, const QString &value) {
        if (!value.isEmpty())
            parts.append(key + u' ' + value.simplified());
    };
    add(u"access"_s, accessName(node.access()));
    add(u"hint"_s, node.displayHint());
    add(u"units"_s, node.units());
    if (node.kind() == NodeKind::Row)
        add(u"index"_s, indexText(node));
    add(u"augments"_s, node.augments());
    return parts.isEmpty() ? line : line + u"; "_s + parts.join(u"; "_s);
}

QString unplacedLine(const Unplaced &unplaced) {
    return u"- %1::%2 unplaced: %3 (%4:%5)"_s.arg(
        unplaced.module, unplaced.name, unplaced.reason.simplified(), unplaced.file, QString::number(unplaced.line));
}

QString firstLine(const QString &description) {
    const QString all = description.simplified();
    constexpr qsizetype Longest = 100;
    const qsizetype stop = all.indexOf(u". "_s);
    QString line = stop >= 0 ? all.first(stop + 1) : all;
    if (line.size() > Longest)
        line = line.first(line.lastIndexOf(u' ', Longest) > 40 ? line.lastIndexOf(u' ', Longest) : Longest) + u" …"_s;
    return line;
}

QByteArray json(const NodeRef &node, QByteArrayView instance) {
    const TypeInfo type = node.type();
    JsonObject object;
    object.text("oid", node.oid().toString());
    object.text("name", node.name());
    object.text("module", node.module());
    object.text("kind", nodeKindName(node.kind()));
    object.text("syntax", node.syntax());
    if (type.base != BaseType::None)
        object.text("base", baseTypeName(type.base));
    object.text("access", accessName(node.access()));
    object.text("status", statusName(node.status()));
    object.text("units", node.units());
    object.text("hint", node.displayHint());
    QList<QByteArray> indexes;
    for (const IndexItem &item : node.indexes()) {
        JsonObject index;
        index.text("name", item.name);
        index.flag("implied", item.implied);
        indexes.append(index.bytes());
    }
    if (!indexes.isEmpty())
        object.raw("index", JsonObject::array(indexes));
    object.text("augments", node.augments());
    JsonObject enums;
    for (const EnumItem &item : type.enums)
        enums.number(item.label.toUtf8(), item.number);
    if (!enums.isEmpty())
        object.raw("enum", enums.bytes());
    QList<QByteArray> ranges;
    for (const Range &range : type.ranges.isEmpty() ? type.sizes : type.ranges)
        ranges.append(
            u"[%1,%2]"_s.arg(number(range.low, range.isUnsigned), number(range.high, range.isUnsigned)).toLatin1());
    if (!ranges.isEmpty())
        object.raw("ranges", JsonObject::array(ranges));
    object.texts("objects", node.objects());
    object.texts("memberOf", node.memberOf());
    object.text("description", node.description());
    object.text("reference", node.reference());
    object.text("default", node.defaultValue());
    object.text("file", node.file());
    if (node.line() > 0)
        object.number("line", node.line());
    object.raw("instance", instance);
    return object.bytes();
}

} // namespace walkabout::nodetext
