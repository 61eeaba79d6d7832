// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/library.h"

#include "core/mib/librarydata.h"

using namespace Qt::StringLiterals;

namespace walkabout {

Library::Library(std::unique_ptr<LibraryData> data)
    : d(std::move(data)) {}

Library::~Library() = default;

Library::Pointer Library::empty() {
    auto data = std::make_unique<LibraryData>();
    data->nodes.resize(1);
    data->facts.resize(1);
    return std::make_shared<const Library>(std::move(data));
}

qsizetype Library::nodeCount() const { return qsizetype(d->nodes.size()); }

NodeRef Library::root() const { return {this, 0}; }

NodeRef Library::at(qsizetype index) const {
    return index < 0 || index >= nodeCount() ? NodeRef() : NodeRef(this, qint32(index));
}

NodeRef Library::node(const Oid &oid) const {
    const NodeRef found = nearest(oid);
    qsizetype depth = 0;
    for (qint32 at = found.index(); at > 0; at = d->nodes[size_t(at)].parent)
        ++depth;
    return depth == oid.size() ? found : NodeRef();
}

NodeRef Library::nearest(const Oid &oid) const {
    qint32 node = 0;
    for (const Oid::Part part : oid.parts()) {
        const qint32 child = d->childOf(node, part);
        if (child < 0)
            break;
        node = child;
    }
    return {this, node};
}

QList<NodeRef> Library::named(QStringView name) const {
    const qsizetype colons = name.indexOf(u"::"_s);
    const QByteArray bare = (colons < 0 ? name : name.mid(colons + 2)).toUtf8();
    QList<NodeRef> found;
    const mib::NameRecord *const record = d->name({bare.constData(), size_t(bare.size())});
    if (!record)
        return found;
    const qint32 module = colons < 0 ? -1 : d->moduleIndex(name.first(colons));
    if (colons >= 0 && module < 0)
        return found;
    for (const qint32 node : mib::sliced(d->nodesByName, {record->first, record->count})) {
        if (colons >= 0) {
            if (d->nodes[size_t(node)].module == module)
                return {NodeRef(this, node)};
            continue;
        }
        // Two modules that name one object the same way are one candidate: the likelier, which comes first.
        const auto same = [&](const NodeRef &other) {
            const mib::NodeRecord &a = d->nodes[size_t(other.index())];
            const mib::NodeRecord &b = d->nodes[size_t(node)];
            return a.parent == b.parent && a.arc == b.arc;
        };
        if (std::ranges::none_of(found, same))
            found.append({this, node});
    }
    return found;
}

QList<Unplaced> Library::unplaced() const { return d->unplaced; }

qsizetype Library::unplacedCount() const { return d->unplaced.size(); }

Unplaced Library::unplacedAt(qsizetype row) const { return d->unplaced.value(row); }

const QList<ModuleInfo> &Library::modules() const { return d->modules; }

const ModuleInfo *Library::module(QStringView name) const {
    const qint32 index = d->moduleIndex(name);
    return index < 0 ? nullptr : &d->modules[index];
}

ModuleFacts Library::facts(QStringView module) const { return d->moduleFacts.value(d->moduleIndex(module)); }

QList<ModuleImport> Library::imports(QStringView module) const { return facts(module).imports; }

std::span<const qint32> Library::nodesOf(QStringView module) const {
    const qint32 index = d->moduleIndex(module);
    return index < 0 ? std::span<const qint32>() : std::span<const qint32>(d->nodesByModule[size_t(index)]);
}

const QList<ModuleInfo> &Library::switchedOff() const { return d->switchedOff; }

const TypeInfo *Library::type(QStringView qualifiedName) const { return d->namedType(qualifiedName); }

QList<Diagnostic> Library::diagnostics() const { return d->diagnostics; }

QList<Diagnostic> Library::diagnosticsOf(const QString &file) const {
    QList<Diagnostic> found;
    for (const Diagnostic &one : d->diagnostics)
        if (one.file == file)
            found.append(one);
    return found;
}

} // namespace walkabout
