// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarydata.h"

#include "core/mib/pagebreak.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace mib;

namespace {

QString withoutPages(const QString &text) {
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) {
        const QByteArray bytes = line.toLatin1();
        return isPageFurniture({bytes.constData(), size_t(bytes.size())});
    });
    return lines.join(u'\n');
}

} // namespace

QString LibraryData::prose(Text part) const {
    QString text = decodeText(this->text(part));
    if (text.contains(u"[Page "_s))
        text = withoutPages(text);
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(u'\f', u' ');
    if (!text.contains(u'\n'))
        return text.trimmed();
    QStringList lines = text.split(u'\n');
    qsizetype indent = -1;
    const auto blanks = [](const QString &line) {
        return std::ranges::find_if(line, [](QChar c) { return c != u' ' && c != u'\t'; }) - line.begin();
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        lines[i].replace(u'\t', u"        "_s);
        while (lines[i].endsWith(u' '))
            lines[i].chop(1);
        // The first line stands behind the quotation mark, wherever that is.
        if (i > 0 && !lines[i].isEmpty())
            indent = indent < 0 ? blanks(lines[i]) : std::min<qsizetype>(indent, blanks(lines[i]));
    }
    lines.front() = lines.front().trimmed();
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i].remove(0, indent);
    while (!lines.isEmpty() && lines.front().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

QString LibraryData::qualifiedName(qint32 node) const {
    const NodeRecord &record = nodes[size_t(node)];
    const QString name = record.name.size == 0 ? QString::number(record.arc) : stringOf(record.name);
    return record.module < 0 ? name : moduleName(record.module) + u"::"_s + name;
}

qint32 LibraryData::moduleIndex(QStringView name) const {
    const auto found = std::lower_bound(modules.begin(), modules.end(), name,
        [](const ModuleInfo &info, QStringView wanted) { return info.name < wanted; });
    return found != modules.end() && found->name == name ? qint32(found - modules.begin()) : -1;
}

qint32 LibraryData::childOf(qint32 node, quint32 arc) const {
    const NodeRecord &record = nodes[size_t(node)];
    const auto begin = children.begin() + record.firstChild;
    const auto end = begin + record.childCount;
    // Most children are numbered from one without a gap.
    if (arc > 0 && arc <= record.childCount && nodes[size_t(begin[arc - 1])].arc == arc)
        return begin[arc - 1];
    const auto found = std::lower_bound(
        begin, end, arc, [this](qint32 child, quint32 wanted) { return nodes[size_t(child)].arc < wanted; });
    return found != end && nodes[size_t(*found)].arc == arc ? *found : -1;
}

const NameRecord *LibraryData::name(std::string_view name) const {
    const auto found = std::lower_bound(names.begin(), names.end(), name,
        [this](const NameRecord &record, std::string_view wanted) { return string(record.name) < wanted; });
    return found != names.end() && string(found->name) == name ? &*found : nullptr;
}

TypeInfo LibraryData::typeInfo(qint32 type) const {
    TypeInfo info;
    if (type < 0)
        return info;
    const TypeRecord &record = types[size_t(type)];
    info.name = stringOf(record.name);
    info.base = record.base;
    info.displayHint = stringOf(record.hint);
    for (const EnumRecord &item : sliced(enums, record.enums))
        info.enums.append({stringOf(item.label), item.number});
    for (const Range &range : sliced(ranges, record.ranges))
        info.ranges.append(range);
    for (const Range &size : sliced(ranges, record.sizes))
        info.sizes.append(size);
    const auto qualified
        = [this](const TypeRecord &named) { return moduleName(named.module) + u"::"_s + stringOf(named.name); };
    // What an object refines in place bears the name of the type it refines.
    const TypeRecord *named = &record;
    if (!record.isNamed && record.parent >= 0)
        named = &types[size_t(record.parent)];
    if (named->isNamed) {
        info.qualifiedName = qualified(*named);
        info.status = named->status;
        info.description = prose(named->description);
        info.reference = prose(named->reference);
        info.module = moduleName(named->module);
        info.file = named->module < 0 ? QString() : modules[named->module].file;
        info.line = int(named->line);
    }
    for (qint32 next = named->parent; next >= 0; next = types[size_t(next)].parent)
        if (types[size_t(next)].isNamed)
            info.chain.append(qualified(types[size_t(next)]));
    return info;
}

QString LibraryData::syntaxOf(qint32 type) const {
    if (type < 0)
        return {};
    const TypeRecord &record = types[size_t(type)];
    QString text = (record.isSequenceOf ? u"SEQUENCE OF "_s : QString()) + stringOf(record.name);
    if (record.isNamed)
        return text;
    if (record.ownEnums) {
        QStringList items;
        for (const EnumRecord &item : sliced(enums, record.enums))
            items.append(u"%1(%2)"_s.arg(stringOf(item.label)).arg(item.number));
        text += u" { "_s + items.join(u", "_s) + u" }"_s;
    }
    const auto listed = [this](Slice slice) {
        QStringList items;
        for (const Range &range : sliced(ranges, slice)) {
            const QString low = range.isUnsigned ? QString::number(quint64(range.low)) : QString::number(range.low);
            const QString high = range.isUnsigned ? QString::number(quint64(range.high)) : QString::number(range.high);
            items.append(range.low == range.high ? low : low + u".."_s + high);
        }
        return items.join(u" | "_s);
    };
    if (record.ownRanges)
        text += u" ("_s + listed(record.ranges) + u')';
    if (record.ownSizes)
        text += u" (SIZE ("_s + listed(record.sizes) + u"))"_s;
    return text;
}

const TypeInfo *LibraryData::namedType(QStringView qualifiedName) const {
    const qsizetype colons = qualifiedName.indexOf(u"::"_s);
    if (colons < 0)
        return nullptr;
    const qint32 module = moduleIndex(qualifiedName.first(colons));
    const QByteArray wanted = qualifiedName.mid(colons + 2).toLatin1();
    const std::string_view name(wanted.constData(), size_t(wanted.size()));
    const auto before = [&](qint32 type, int) {
        const TypeRecord &record = types[size_t(type)];
        return record.module != module ? record.module < module : string(record.name) < name;
    };
    const auto found = std::lower_bound(typesByName.begin(), typesByName.end(), 0, before);
    if (module < 0 || found == typesByName.end() || types[size_t(*found)].module != module
        || string(types[size_t(*found)].name) != name)
        return nullptr;
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<TypeInfo> &kept = m_types[*found];
    if (!kept)
        kept = std::make_unique<TypeInfo>(typeInfo(*found));
    return kept.get();
}

} // namespace walkabout
