// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/arctable.h"
#include "core/mib/scope.h"

#include <QCoreApplication>

namespace walkabout::mib {

/// The tree that the definitions' values make: which definition stands at which object identifier, and which cannot be
/// placed, and why. Goes along chains of parents with a stack of its own, so depth costs nothing.
class Placement final {
    Q_DECLARE_TR_FUNCTIONS(Placement)

public:
    struct Node {
        qint32 parent = -1;
        quint32 arc = 0;
        int depth = 0;
        qint32 latest = -1; // definition; before() leads to the others
        qint32 impliedModule = -1; // the module that names it in passing, as in { iso org(3) 6 }
        Span impliedName;
    };

    struct NotPlaced {
        qint32 definition = -1;
        QString reason;
    };

    explicit Placement(Scope &scope);

    [[nodiscard]] const LargeTable<Node> &nodes() const { return m_nodes; }
    /// The node of a definition; negative: it is a type or could not be placed.
    [[nodiscard]] qint32 nodeOf(qint32 definition) const { return m_nodeOf[size_t(definition)]; }
    [[nodiscard]] qint32 before(qint32 definition) const { return m_before[size_t(definition)]; }
    [[nodiscard]] const QList<NotPlaced> &unplaced() const { return m_unplaced; }
    [[nodiscard]] std::vector<quint32> arcsOf(qint32 node) const;

private:
    static constexpr qint32 Open = -1;
    static constexpr qint32 UnderWay = -2;
    static constexpr qint32 Failed = -3;
    static constexpr qint32 NoDefinition = -1;

    /// Where the value of a definition starts: at another definition or a known node, with the parts from rest on to
    /// go.
    struct Start {
        qint32 definition = NoDefinition;
        qint32 node = -1;
        quint32 rest = 0;
    };
    struct Named {
        qint32 module = -1;
        Span name;
        Span qualifier;
        qint32 object = -1;
    };
    [[nodiscard]] qint32 objectOf(qint32 module, const OidPart &part);
    [[nodiscard]] Start startOf(qint32 definition);
    void resolve(qint32 definition);
    void finish(qint32 definition);
    void fail(qint32 definition, const char *code, const QString &reason);
    [[nodiscard]] qint32 child(qint32 node, quint32 arc);
    [[nodiscard]] qint32 at(std::span<const quint32> arcs);
    [[nodiscard]] qint32 trapNode(qint32 enterprise, quint32 number);

    Scope &m_scope;
    LargeTable<Node> m_nodes;
    ArcTable<Node> m_children;
    LargeTable<qint32> m_nodeOf;
    LargeTable<qint32> m_before;
    LargeTable<Start> m_starts;
    Named m_named; // last
    std::vector<qint32> m_stack;
    QList<NotPlaced> m_unplaced;
};

} // namespace walkabout::mib
