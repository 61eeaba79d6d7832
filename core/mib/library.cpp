// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/library.h"

#include "core/mib/compiler.h"
#include "core/mib/librarydata.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

/// As DISMAN-EVENT-MIB names sysUpTime.0: the value is the object's all the same.
bool namesInstance(const LibraryData &data, qint32 node, qint32 child) {
    const auto kind = NodeKind(data.nodes[size_t(node)].kind());
    return (kind == NodeKind::Scalar || kind == NodeKind::Column)
        && NodeKind(data.nodes[size_t(child)].kind()) == NodeKind::Node;
}

} // namespace

Library::Library(std::unique_ptr<LibraryData> data)
    : d(std::move(data)) {}

Library::~Library() = default;

Library::Pointer Library::open(std::shared_ptr<const mib::LibraryImage> image) {
    return std::make_shared<const Library>(std::make_unique<LibraryData>(std::move(image)));
}

Library::Pointer Library::empty() { return compileLibrary({}); }

qsizetype Library::nodeCount() const { return qsizetype(std::max<size_t>(d->nodes.size(), 1)); }

NodeRef Library::root() const { return {this, 0}; }

NodeRef Library::at(qsizetype index) const {
    return index < 0 || index >= nodeCount() ? NodeRef() : NodeRef(this, qint32(index));
}

NodeRef Library::node(const Oid &oid) const {
    qint32 node = 0;
    for (const Oid::Part part : oid.parts())
        if ((node = d->childOf(node, part)) < 0)
            return {};
    return {this, node};
}

NodeRef Library::nearest(const Oid &oid) const {
    qint32 node = 0;
    for (const Oid::Part part : oid.parts()) {
        const qint32 child = d->childOf(node, part);
        if (child < 0 || namesInstance(*d, node, child))
            break;
        node = child;
    }
    return {this, node};
}

QList<NodeRef> Library::named(QStringView name) const {
    const qsizetype colons = name.indexOf(u"::"_s);
    const QByteArray bare = (colons < 0 ? name : name.mid(colons + 2)).toUtf8();
    QList<NodeRef> found;
    const mib::file::Name *const record = d->name({bare.constData(), size_t(bare.size())});
    if (!record)
        return found;
    const qint32 module = colons < 0 ? -1 : d->moduleIndex(name.first(colons));
    if (colons >= 0 && module < 0)
        return found;
    for (const qint32 node : d->nodesByName.of(record->first(), record->count())) {
        if (colons >= 0) {
            if (d->nodes[size_t(node)].owner() == module)
                return {NodeRef(this, node)};
            continue;
        }
        // Two modules that name one object the same way are one candidate: the likelier, which comes first.
        const auto same = [&](const NodeRef &other) {
            const mib::file::Node &a = d->nodes[size_t(other.index())];
            const mib::file::Node &b = d->nodes[size_t(node)];
            return a.parent() == b.parent() && a.arc() == b.arc();
        };
        if (std::ranges::none_of(found, same))
            found.append({this, node});
    }
    return found;
}

QList<Unplaced> Library::unplaced() const {
    QList<Unplaced> all;
    for (qsizetype row = 0; row < unplacedCount(); ++row)
        all.append(unplacedAt(row));
    return all;
}

qsizetype Library::unplacedCount() const { return qsizetype(d->unplaced.size()); }

Unplaced Library::unplacedAt(qsizetype row) const {
    const mib::file::Unplaced &from = d->unplaced[size_t(row)];
    return {
        d->note(from.owner()), d->note(from.name()), d->note(from.reason()), d->note(from.file()), int(from.line())};
}

const QList<ModuleInfo> &Library::modules() const { return d->modules; }

const ModuleInfo *Library::module(QStringView name) const {
    const qint32 index = d->moduleIndex(name);
    return index < 0 ? nullptr : &d->modules[index];
}

ModuleFacts Library::facts(QStringView module) const {
    const qint32 index = d->moduleIndex(module);
    return index < 0 ? d->factsOfOff(module) : d->factsOf(index);
}

QList<ModuleImport> Library::imports(QStringView module) const { return d->importsOf(d->moduleIndex(module)); }

std::span<const qint32> Library::nodesOf(QStringView module) const {
    const qint32 index = d->moduleIndex(module);
    return index < 0 ? std::span<const qint32>() : d->nodesByModule.of(d->moduleRows[size_t(index)].nodes());
}

const QList<ModuleInfo> &Library::switchedOff() const { return d->switchedOff; }

const TypeInfo *Library::type(QStringView qualifiedName) const { return d->namedType(qualifiedName); }

QList<Diagnostic> Library::diagnostics() const {
    QList<Diagnostic> all;
    all.reserve(qsizetype(d->diagnostics.size()));
    for (const mib::file::Diagnostic &row : d->diagnostics.all())
        all.append(d->diagnostic(row));
    return all;
}

QList<Diagnostic> Library::diagnosticsOf(const QString &file) const {
    const auto path = [this](const mib::file::Diagnostic &row) { return d->note(row.file()); };
    QList<Diagnostic> found;
    const auto all = d->diagnostics.all();
    for (auto row = std::ranges::lower_bound(all, file, {}, path); row != all.end() && path(*row) == file; ++row)
        found.append(d->diagnostic(*row));
    return found;
}

bool Library::isDamaged() const { return d->image().isDamaged(); }

} // namespace walkabout
