// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/module.h"
#include "core/mib/reporter.h"
#include "core/mib/token.h"

#include <QCoreApplication>

#include <unordered_map>

namespace walkabout::mib {

/// What a parser met in a module that no definition keeps.
struct ModuleTraits {
    /// SEQUENCE { column Type, ... }: the columns' names, some consecutive entries of members.
    struct Sequence {
        Span name;
        Slice members;
    };
    struct Use {
        Keyword macro = Keyword::None;
        quint32 begin = 0; // where it is used first
    };

    std::vector<Sequence> sequences;
    std::vector<Span> members;
    std::vector<Use> macros;
    quint32 importsEnd = 0; // behind the last IMPORTS list
    quint32 end = 0; // of the module
    quint32 oldAccess = 0; // the first ACCESS of an object
    int oldAccesses = 0;
    bool definesMacros = false;
    bool isCut = false; // an error hides parts of it

    void use(Keyword macro, quint32 begin);
};

/// Looks over a module that was parsed for what RFC 2578 to 2580 do not allow but everyone reads: rules that need no
/// other module. All of it warnings and notes. Lives while one module is finished.
class ModuleCheck final {
    Q_DECLARE_TR_FUNCTIONS(ModuleCheck)

public:
    ModuleCheck(const Module &module, const ModuleTraits &traits, Reporter &reporter)
        : m_module(module)
        , m_traits(traits)
        , m_reporter(reporter) {}

    void run();

private:
    // modulecheck.cpp: the module as a whole
    void checkRevisions();
    void checkOldWords();
    void checkMacroImports();
    void checkTypeImports();
    void checkUnusedImports();
    void checkBytes();

    // definitioncheck.cpp: its definitions
    void checkDefinitions();
    void checkEnums(const Definition &definition);
    void checkRanges(const Definition &definition, Slice slice);

    // defaultcheck.cpp: DEFVAL and what its type allows
    /// What this module alone tells of a type.
    struct KnownType {
        BaseType base = BaseType::None;
        Slice enums;
        Slice ranges;
    };
    [[nodiscard]] KnownType typeOf(const Syntax &syntax) const;
    void checkDefault(const Definition &definition);
    void checkDefaultBits(const Definition &definition, const KnownType &type);
    void checkDefaultNumber(const Definition &definition, const KnownType &type);

    // sequencecheck.cpp: rows and what their SEQUENCE says
    struct Row {
        const Definition *definition = nullptr;
        const ModuleTraits::Sequence *sequence = nullptr;
        std::vector<std::pair<quint32, const Definition *>> columns; // by number
    };
    void checkSequences();
    void compareSequence(Row &row);

    void note(const char *code, quint32 offset, const QString &message) {
        m_reporter.report(Diagnostic::Severity::Note, code, offset, message);
    }

    const Module &m_module;
    const ModuleTraits &m_traits;
    Reporter &m_reporter;
    bool m_saidUpperCase = false;
    std::unordered_map<std::string_view, const Definition *> m_types; // the module's own, by name
};

} // namespace walkabout::mib
