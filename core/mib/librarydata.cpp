// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarydata.h"

#include "core/mib/prose.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace mib;

namespace {

// A type of a type of ...: a file that says more is damaged.
constexpr int LongestChain = 1000;

std::string_view pool(const flatbuffers::Vector<uint8_t> *bytes) {
    return bytes ? std::string_view(reinterpret_cast<const char *>(bytes->data()), bytes->size()) : std::string_view();
}

} // namespace

LibraryData::LibraryData(std::shared_ptr<const LibraryImage> image)
    : m_image(std::move(image)) {
    const file::Library &from = m_image->library();
    m_strings = pool(from.strings());
    m_notes = pool(from.notes());
    nodes = rows(from.nodes());
    facts = rows(from.facts());
    children = numbers(from.children());
    types = rows(from.types());
    typesByName = numbers(from.types_by_name());
    enums = rows(from.enums());
    ranges = rows(from.ranges());
    indexes = rows(from.indexes());
    members = rows(from.members());
    names = rows(from.names());
    nodesByName = numbers(from.nodes_by_name());
    lowerNames = pool(from.lower_names());
    lowerStarts = numbers(from.lower_starts());
    labels = rows(from.labels());
    typesByLabel = numbers(from.types_by_label());
    nodesByType = numbers(from.nodes_by_type());
    typeStarts = numbers(from.type_starts());
    lowerLabels = pool(from.lower_labels());
    lowerLabelStarts = numbers(from.lower_label_starts());
    moduleRows = rows(from.modules());
    nodesByModule = numbers(from.nodes_by_module());
    unplaced = rows(from.unplaced());
    diagnostics = rows(from.diagnostics());
    modules.reserve(qsizetype(moduleRows.size()));
    for (const file::Module &row : moduleRows.all())
        modules.append(info(row));
    for (const file::Module &row : rows(from.switched_off()).all())
        switchedOff.append(info(row));
    for (size_t i = 0; i < size_t(switchedOff.size()); ++i)
        switchedOff[qsizetype(i)].name = note(rows(from.switched_off())[i].name());
}

QString LibraryData::note(const file::Text &text) const {
    const std::string_view bytes = cut(m_notes, text.offset(), text.size());
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QString LibraryData::prose(const file::Text &text) const { return mib::prose(this->text(text)); }

ModuleInfo LibraryData::info(const file::Module &row) const {
    ModuleInfo info;
    info.name = stringOf(row.name());
    info.file = note(row.file());
    info.tier = row.tier();
    info.smiVersion = row.smi();
    for (const quint32 arc : numbers(m_image->library().arcs()).of(row.identity()))
        if (info.identity.size() < Oid::MaxLength)
            info.identity.append(arc);
    info.lastUpdated = stringOf(row.last_updated());
    info.organization = stringOf(row.organization()).simplified();
    info.line = int(row.line());
    info.errors = int(row.errors());
    info.warnings = int(row.warnings());
    info.rivals = int(row.rivals().count());
    info.definitions = int(row.nodes().count());
    return info;
}

ModuleFacts LibraryData::factsOf(qint32 module) const {
    ModuleFacts found;
    if (module < 0)
        return found;
    const file::Module &row = moduleRows[size_t(module)];
    const file::Library &from = m_image->library();
    found.contact = prose(row.contact());
    found.description = prose(row.description());
    for (const file::Revision &revision : rows(from.revisions()).of(row.revisions()))
        found.revisions.append({stringOf(revision.date()), prose(revision.description())});
    found.imports = importsOf(module);
    for (const file::Text &path : rows(from.paths()).of(row.rivals()))
        found.rivals.append(note(path));
    return found;
}

/// Its files are all that is known of a module that is switched off.
ModuleFacts LibraryData::factsOfOff(QStringView module) const {
    ModuleFacts found;
    const auto off = std::ranges::find(switchedOff, module, &ModuleInfo::name);
    if (off == switchedOff.end())
        return found;
    const file::Library &from = m_image->library();
    const file::Module &row = rows(from.switched_off())[size_t(off - switchedOff.begin())];
    for (const file::Text &path : rows(from.paths()).of(row.rivals()))
        found.rivals.append(note(path));
    return found;
}

QList<ModuleImport> LibraryData::importsOf(qint32 module) const {
    QList<ModuleImport> imports;
    if (module < 0)
        return imports;
    const file::Library &from = m_image->library();
    for (const file::Import &row : rows(from.imports()).of(moduleRows[size_t(module)].imports())) {
        ModuleImport import{stringOf(row.owner()), {}, row.found()};
        for (const file::Text &symbol : rows(from.words()).of(row.symbols()))
            import.symbols.append(stringOf(symbol));
        imports.append(std::move(import));
    }
    return imports;
}

Diagnostic LibraryData::diagnostic(const file::Diagnostic &row) const {
    return {Diagnostic::Severity(std::min<quint8>(row.severity(), 2)), note(row.code()), note(row.message()),
        note(row.owner()), note(row.file()), int(row.line()), int(row.column()), note(row.excerpt())};
}

QString LibraryData::qualifiedName(qint32 node) const {
    const file::Node &record = nodes[size_t(node)];
    const QString name = record.name().size() == 0 ? QString::number(record.arc()) : stringOf(record.name());
    return record.owner() < 0 ? name : moduleName(record.owner()) + u"::"_s + name;
}

qint32 LibraryData::moduleIndex(QStringView name) const {
    const auto found = std::lower_bound(modules.begin(), modules.end(), name,
        [](const ModuleInfo &info, QStringView wanted) { return info.name < wanted; });
    return found != modules.end() && found->name == name ? qint32(found - modules.begin()) : -1;
}

qint32 LibraryData::childOf(qint32 node, quint32 arc) const {
    const file::Node &record = nodes[size_t(node)];
    const std::span<const qint32> list = children.of(record.first_child(), record.child_count());
    // Most children are numbered from one without a gap.
    if (arc > 0 && arc <= list.size() && nodes[size_t(list[arc - 1])].arc() == arc)
        return list[arc - 1];
    const auto found
        = std::ranges::lower_bound(list, arc, {}, [this](qint32 child) { return nodes[size_t(child)].arc(); });
    return found != list.end() && nodes[size_t(*found)].arc() == arc ? *found : -1;
}

const file::Name *LibraryData::name(std::string_view name) const {
    const auto found = std::ranges::lower_bound(
        names.all(), name, {}, [this](const file::Name &record) { return string(record.name()); });
    return found != names.all().end() && string(found->name()) == name ? &*found : nullptr;
}

TypeInfo LibraryData::typeInfo(qint32 type) const {
    TypeInfo info;
    if (type < 0)
        return info;
    const file::Type &record = types[size_t(type)];
    info.name = stringOf(record.name());
    info.base = BaseType(record.base());
    info.displayHint = stringOf(record.hint());
    for (const file::Enum &item : enums.of(record.enums()))
        info.enums.append({stringOf(item.label()), item.number()});
    const auto ranged = [this](const file::Slice &slice) {
        QList<Range> list;
        for (const file::Range &range : ranges.of(slice))
            list.append({range.low(), range.high(), range.is_unsigned()});
        return list;
    };
    info.ranges = ranged(record.ranges());
    info.sizes = ranged(record.sizes());
    const auto qualified
        = [this](const file::Type &named) { return moduleName(named.owner()) + u"::"_s + stringOf(named.name()); };
    // What an object refines in place bears the name of the type it refines.
    const file::Type *named = &record;
    if (!record.is_named() && record.parent() >= 0)
        named = &types[size_t(record.parent())];
    if (named->is_named()) {
        info.qualifiedName = qualified(*named);
        info.status = Status(named->status());
        info.description = prose(named->description());
        info.reference = prose(named->reference());
        info.module = moduleName(named->owner());
        info.file = named->owner() < 0 ? QString() : modules.value(named->owner()).file;
        info.line = int(named->line());
    }
    qint32 next = named->parent();
    for (int step = 0; next >= 0 && step < LongestChain; ++step, next = types[size_t(next)].parent())
        if (types[size_t(next)].is_named())
            info.chain.append(qualified(types[size_t(next)]));
    return info;
}

QString LibraryData::rangesText(const file::Slice &slice) const {
    QStringList items;
    for (const file::Range &range : ranges.of(slice)) {
        const bool isUnsigned = range.is_unsigned();
        const QString low = isUnsigned ? QString::number(quint64(range.low())) : QString::number(range.low());
        const QString high = isUnsigned ? QString::number(quint64(range.high())) : QString::number(range.high());
        items.append(range.low() == range.high() ? low : low + u".."_s + high);
    }
    return items.join(u" | "_s);
}

QString LibraryData::syntaxOf(qint32 type) const {
    if (type < 0)
        return {};
    const file::Type &record = types[size_t(type)];
    QString text = (record.is_sequence_of() ? u"SEQUENCE OF "_s : QString()) + stringOf(record.name());
    if (record.is_named())
        return text;
    if (record.own_enums()) {
        QStringList items;
        for (const file::Enum &item : enums.of(record.enums()))
            items.append(u"%1(%2)"_s.arg(stringOf(item.label())).arg(item.number()));
        text += u" { "_s + items.join(u", "_s) + u" }"_s;
    }
    if (record.own_ranges())
        text += u" ("_s + rangesText(record.ranges()) + u')';
    if (record.own_sizes())
        text += u" (SIZE ("_s + rangesText(record.sizes()) + u"))"_s;
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
        const file::Type &record = types[size_t(type)];
        return record.owner() != module ? record.owner() < module : string(record.name()) < name;
    };
    const std::span<const qint32> byName = typesByName.all();
    const auto found = std::lower_bound(byName.begin(), byName.end(), 0, before);
    if (module < 0 || found == byName.end() || types[size_t(*found)].owner() != module
        || string(types[size_t(*found)].name()) != name)
        return nullptr;
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<TypeInfo> &kept = m_types[*found];
    if (!kept)
        kept = std::make_unique<TypeInfo>(typeInfo(*found));
    return kept.get();
}

} // namespace walkabout
