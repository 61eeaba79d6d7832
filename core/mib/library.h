// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"
#include "core/mib/diagnostic.h"
#include "core/mib/moduleinfo.h"
#include "core/mib/noderef.h"
#include "core/mib/types.h"

#include <memory>
#include <span>

namespace walkabout {

class LibraryData;

namespace mib {
class LibraryImage;
}

/// Everything the loaded MIB modules define, compiled and read-only (design 3.6). Reached through shared_ptr<const
/// Library> alone; built off the event loop by core/mib/compiler. Nodes are vectors sorted by OID, children are ranges:
/// no object per node. Thread-safe to read.
class Library final {
public:
    using Pointer = std::shared_ptr<const Library>;

    explicit Library(std::unique_ptr<LibraryData> data);
    ~Library();
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    /// Of a compiled image, in memory or mapped from its file.
    static Pointer open(std::shared_ptr<const mib::LibraryImage> image);
    /// A library of nothing: every OID is its own name.
    static Pointer empty();

    [[nodiscard]] qsizetype nodeCount() const;
    /// The nameless node above ccitt(0), iso(1) and joint-iso-ccitt(2).
    [[nodiscard]] NodeRef root() const;
    /// Nodes in OID order, 0 to nodeCount() - 1: for dumps and searches, not to be stored. Where several modules define
    /// one OID, each has a node here, the one that node() gives first; they share parent and children.
    [[nodiscard]] NodeRef at(qsizetype index) const;
    [[nodiscard]] NodeRef node(const Oid &oid) const;
    /// The deepest node that this OID starts with; the root if none. Of an instance that some module gives a name, the
    /// object.
    [[nodiscard]] NodeRef nearest(const Oid &oid) const;
    /// "IF-MIB::ifDescr" gives one node, "ifDescr" every candidate, the best first (the module a person most likely
    /// means).
    [[nodiscard]] QList<NodeRef> named(QStringView name) const;
    /// Objects whose parent is unknown: name, module and the reason; they have no OID.
    [[nodiscard]] QList<Unplaced> unplaced() const;
    [[nodiscard]] qsizetype unplacedCount() const;
    [[nodiscard]] Unplaced unplacedAt(qsizetype row) const;

    /// Ranked: exact, prefix, word, substring of names; then OIDs, enum labels; then words in descriptions.
    [[nodiscard]] QList<NodeRef> search(QStringView text, int limit) const;

    /// By name.
    [[nodiscard]] const QList<ModuleInfo> &modules() const;
    [[nodiscard]] const ModuleInfo *module(QStringView name) const;
    [[nodiscard]] ModuleFacts facts(QStringView module) const;
    [[nodiscard]] QList<ModuleImport> imports(QStringView module) const;
    /// The nodes that a module defines, in OID order: indexes for at(), not to be stored.
    [[nodiscard]] std::span<const qint32> nodesOf(QStringView module) const;
    /// Modules that were read and left out because a person switched them off, by name.
    [[nodiscard]] const QList<ModuleInfo> &switchedOff() const;
    /// A textual convention or named type by "MODULE::Name"; nullptr: unknown.
    [[nodiscard]] const TypeInfo *type(QStringView qualifiedName) const;
    /// What went wrong in which file; by file, then line.
    [[nodiscard]] QList<Diagnostic> diagnostics() const;
    [[nodiscard]] QList<Diagnostic> diagnosticsOf(const QString &file) const;
    /// Its file was found damaged while it was read; what stood there is empty. Compile it anew.
    [[nodiscard]] bool isDamaged() const;

    /// For core/mib alone.
    [[nodiscard]] const LibraryData &data() const { return *d; }

private:
    friend class NodeRef;
    std::unique_ptr<LibraryData> d;
};

} // namespace walkabout
