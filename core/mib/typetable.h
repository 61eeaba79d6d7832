// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/scope.h"

#include <QCoreApplication>

namespace walkabout::mib {

/// Makes the type records of a library: named types with what they inherit filled in, and what objects make of them.
class TypeTable final {
    Q_DECLARE_TR_FUNCTIONS(TypeTable)

public:
    TypeTable(Scope &scope, LibraryTables &data);

    /// The type of an object's SYNTAX clause; -1: it has none.
    [[nodiscard]] qint32 typeOf(qint32 object);

private:
    static constexpr qint32 Open = -1;
    static constexpr qint32 UnderWay = -2;

    void resolve(qint32 definition);
    [[nodiscard]] qint32 parentOf(qint32 definition);
    [[nodiscard]] qint32 baseRecord(std::string_view name, BaseType base);
    /// A record that refines the parent as the syntax says.
    [[nodiscard]] TypeRecord refined(qint32 module, const Syntax &syntax, qint32 parent);
    [[nodiscard]] qint32 add(const TypeRecord &record);
    [[nodiscard]] std::optional<BaseType> builtIn(qint32 module, const Syntax &syntax, qint32 found);
    void name(qint32 definition);

    Scope &m_scope;
    LibraryTables &m_data;
    std::vector<qint32> m_typeOf; // by definition
    std::vector<qint32> m_parents; // by definition: the definition it refines
    std::vector<std::pair<std::string_view, qint32>> m_bases;
    std::vector<qint32> m_stack;
};

} // namespace walkabout::mib
