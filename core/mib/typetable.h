// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/scope.h"

#include <QCoreApplication>

#include <array>

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
    /// The definition that a syntax refines; None: it is of the SMI's own, or not known.
    [[nodiscard]] qint32 parentOf(qint32 module, const Syntax &syntax);
    [[nodiscard]] qint32 lookUp(qint32 module, const Syntax &syntax);
    [[nodiscard]] qint32 baseRecord(std::string_view name, BaseType base);
    /// A record that refines the parent as the syntax says.
    [[nodiscard]] TypeRecord refined(qint32 module, const Syntax &syntax, qint32 parent);
    [[nodiscard]] qint32 add(const TypeRecord &record);
    [[nodiscard]] std::optional<BaseType> builtIn(qint32 module, const Syntax &syntax, qint32 found);
    void name(qint32 definition);

    Scope &m_scope;
    LibraryTables &m_data;
    LargeTable<qint32> m_typeOf; // by definition
    LargeTable<qint32> m_parents; // by definition: the definition it refines
    std::vector<std::pair<std::string_view, qint32>> m_bases;
    struct Known {
        qint32 module = Scope::None;
        std::string_view name;
        qint32 definition = Scope::None;
    };
    std::array<Known, 16> m_known; // looked up last, by their names' ends
    std::vector<qint32> m_stack;
};

} // namespace walkabout::mib
