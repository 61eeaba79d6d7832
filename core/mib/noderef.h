// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"
#include "core/mib/types.h"

namespace walkabout {

class Library;
class LibraryData;

/// A node of a library: a value of two words, valid while that library is held. Nothing stores one: keep its OID or
/// MODULE::name.
class NodeRef final {
public:
    NodeRef() = default;
    NodeRef(const Library *library, qint32 index)
        : m_library(library)
        , m_index(index) {}

    [[nodiscard]] bool isNull() const { return !m_library; }
    explicit operator bool() const { return m_library; }
    [[nodiscard]] qint32 index() const { return m_index; }

    [[nodiscard]] Oid oid() const;
    [[nodiscard]] QString name() const; // "ifDescr"; a number where no module names it
    [[nodiscard]] QString module() const; // "IF-MIB"; empty where no module names it
    [[nodiscard]] QString qualifiedName() const; // "IF-MIB::ifDescr"
    [[nodiscard]] NodeKind kind() const;
    [[nodiscard]] Access access() const;
    [[nodiscard]] Status status() const;
    [[nodiscard]] BaseType base() const;
    [[nodiscard]] TypeInfo type() const; // refinements applied
    [[nodiscard]] QString syntax() const; // as a person writes it: "DisplayString (SIZE (0..255))"
    [[nodiscard]] QString units() const;
    [[nodiscard]] QString displayHint() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString reference() const;
    [[nodiscard]] QString defaultValue() const; // DEFVAL as written
    /// Of a row (or of the row that a column or table belongs to): the INDEX, AUGMENTS followed.
    [[nodiscard]] QList<IndexItem> indexes() const;
    /// The nodes of indexes(); a null one where the object is unknown.
    [[nodiscard]] QList<NodeRef> indexNodes() const;
    [[nodiscard]] QString augments() const; // the row that this one augments: "IF-MIB::ifEntry"; a bare name: unknown
    /// Objects of a notification, members of a group, groups of a compliance: qualified names in order.
    [[nodiscard]] QStringList objects() const;
    /// Groups of its module that list it, and compliances and capabilities that list one: qualified names.
    [[nodiscard]] QStringList memberOf() const;
    [[nodiscard]] QString file() const;
    [[nodiscard]] int line() const;
    [[nodiscard]] int column() const;

    [[nodiscard]] NodeRef parent() const;
    [[nodiscard]] qsizetype childCount() const;
    [[nodiscard]] NodeRef child(qsizetype row) const;
    /// Which child of its parent this is.
    [[nodiscard]] qsizetype row() const;
    /// Table, row and columns as one: the row of a table, column or row; null elsewhere.
    [[nodiscard]] NodeRef rowNode() const;
    [[nodiscard]] QList<NodeRef> columns() const; // of a table, row or column
    [[nodiscard]] bool isWritable() const {
        return access() == Access::ReadWrite || access() == Access::ReadCreate || access() == Access::WriteOnly;
    }

    friend bool operator==(const NodeRef &, const NodeRef &) = default;

private:
    [[nodiscard]] const LibraryData &data() const;
    /// Of the nodes at this one's OID, the one that is of this kind: this module's, else another's; null: none.
    [[nodiscard]] NodeRef sharing(NodeKind kind, qint32 module) const;
    /// The row whose INDEX holds: this one's, or the one that it augments in the end.
    [[nodiscard]] qint32 indexingRow() const;

    const Library *m_library = nullptr;
    qint32 m_index = -1;
};

} // namespace walkabout
