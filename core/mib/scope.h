// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/linkreporter.h"
#include "core/mib/nametable.h"

#include <QCoreApplication>

#include <memory>
#include <set>
#include <vector>

namespace walkabout::mib {

/// Which definition a name means in a module: its own, an imported one (through modules that only pass it on), or, with
/// a warning, the one that was plainly meant. Definitions have one number over all modules. Lives while a library is
/// resolved.
class Scope final {
    Q_DECLARE_TR_FUNCTIONS(Scope)

public:
    static constexpr qint32 None = -1;
    enum class Sort : quint8 { Object, Type };

    /// The modules, one of each name, sorted by name; they outlive the scope.
    explicit Scope(std::vector<const Unit *> modules);

    [[nodiscard]] qint32 find(qint32 module, Span name, Sort sort, Span qualifier = {});
    /// Without complaints or guesses: for names that may be anything.
    [[nodiscard]] qint32 findQuietly(qint32 module, std::string_view name, Sort sort) const;

    [[nodiscard]] qint32 moduleCount() const { return qint32(m_modules.size()); }
    [[nodiscard]] const Unit &module(qint32 index) const { return *m_modules[size_t(index)]; }
    [[nodiscard]] qint32 moduleNamed(std::string_view name) const;
    [[nodiscard]] qint32 definitionCount() const { return m_starts.back(); }
    [[nodiscard]] qint32 firstOf(qint32 module) const { return m_starts[size_t(module)]; }
    [[nodiscard]] qint32 moduleOf(qint32 definition) const { return m_moduleOf[size_t(definition)]; }
    [[nodiscard]] Definition definition(qint32 id) const {
        return m_definitions[size_t(id)]->unpacked(module(moduleOf(id)).extras);
    }
    [[nodiscard]] Syntax syntaxOf(qint32 id) const {
        return m_definitions[size_t(id)]->syntax(module(moduleOf(id)).extras);
    }
    /// As the unit keeps it: for who needs little of it.
    [[nodiscard]] const PackedDefinition &packed(qint32 id) const { return *m_definitions[size_t(id)]; }
    [[nodiscard]] Definition::Kind kindOf(qint32 id) const { return Definition::Kind(m_definitions[size_t(id)]->kind); }
    [[nodiscard]] bool isType(qint32 id) const {
        return kindOf(id) == Definition::Type || kindOf(id) == Definition::TextualConvention;
    }
    [[nodiscard]] std::string_view nameOf(qint32 id) const { return m_names.string(m_nameOf[size_t(id)]); }
    [[nodiscard]] Text placeOf(qint32 id) const { return m_names.text(m_nameOf[size_t(id)]); } // of its name
    [[nodiscard]] LinkReporter &reporter(qint32 module) { return m_reporters[size_t(module)]; }
    [[nodiscard]] NameTable &names() { return m_names; }

private:
    struct Imported {
        qint32 name = None;
        qint32 from = None; // the module; None where it is missing
        qint32 object = None;
        qint32 type = None;
    };

    void readImports(qint32 module);
    void resolveImports(qint32 module);
    [[nodiscard]] qint32 own(qint32 module, qint32 name, Sort sort) const;
    [[nodiscard]] const Imported *imported(qint32 module, qint32 name) const;
    [[nodiscard]] qint32 follow(qint32 module, qint32 name, Sort sort) const;
    [[nodiscard]] bool sameValue(qint32 a, qint32 b) const;
    [[nodiscard]] qint32 guess(qint32 module, qint32 name, Sort sort) const;

    std::vector<const Unit *> m_modules;
    std::vector<qint32> m_starts;
    LargeTable<qint32> m_moduleOf;
    LargeTable<const PackedDefinition *> m_definitions;
    LargeTable<qint32> m_nameOf;
    LargeTable<qint32> m_latest; // by name: its last definition
    LargeTable<qint32> m_before; // by definition: the one before of the same name
    std::vector<std::vector<Imported>> m_imports;
    std::vector<LinkReporter> m_reporters;
    std::set<std::pair<qint32, qint32>> m_told; // module and name that were complained of
    NameTable m_names;
};

} // namespace walkabout::mib
