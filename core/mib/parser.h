// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/linecount.h"
#include "core/mib/module.h"
#include "core/mib/modulecheck.h"
#include "core/mib/tokenstream.h"

#include <QCoreApplication>

namespace walkabout::mib {

/// Reads the modules of one source (RFC 2578 to 2580, 1155, 1212, 1215). Never gives nothing: on an error it records a
/// diagnostic and goes on at the next definition. Loops, never recurses, so no input is too deep.
class Parser final {
    Q_DECLARE_TR_FUNCTIONS(Parser)

public:
    /// The first module takes the memory of room, an empty one.
    explicit Parser(std::shared_ptr<const Source> source, Module room = {});

    [[nodiscard]] std::vector<Module> parse();
    /// What was wrong outside of any module; after parse().
    [[nodiscard]] QList<Diagnostic> takeDiagnostics() { return m_reporter.take(); }

private:
    // parserheader.cpp: where a module begins and ends
    [[nodiscard]] bool findHeader();
    void finishModule(bool ended);

    // parser.cpp: modules, imports, and the way back after an error
    void parseModule();
    void parseImports();
    void parseDefinition();
    void parseValue(Definition &definition);
    void skipMacro();
    void skipStatement();
    void skipToDefinition();
    [[nodiscard]] bool atDefinition();
    void checkName(Span name, bool isType);
    void place(Definition &definition, Span name);

    // parserclause.cpp: the macros, clause by clause
    void parseMacro(Definition &definition, Keyword macro);
    void parseClauses(Definition &definition, Keyword macro);
    [[nodiscard]] bool parseClause(Definition &definition, Keyword macro);
    void parseIdentityClause(Keyword clause);
    void parseTextualConvention(Definition &definition);
    [[nodiscard]] Access parseAccess();
    [[nodiscard]] Status parseStatus();
    void parseEnd(Definition &definition, Keyword macro);

    // parserconformance.cpp: MODULE-COMPLIANCE and AGENT-CAPABILITIES
    void parseConformance(Definition &definition);

    // parsersyntax.cpp: types
    [[nodiscard]] Syntax parseSyntax();
    void parseTypeName(Syntax &syntax);
    void parseSequence();
    void parseNamedNumbers(Syntax &syntax);
    void parseSubtype(Syntax &syntax);
    [[nodiscard]] Slice parseRanges();
    struct Bound {
        bool negative = false;
        quint64 magnitude = 0;
    };
    [[nodiscard]] std::optional<Bound> parseBound();
    [[nodiscard]] Bound boundOf(const Token &token);

    // parserlist.cpp: values and lists
    [[nodiscard]] Slice parseOid();
    [[nodiscard]] Slice parseMentions(Span module = {});
    void appendMentions(Slice &slice, Slice more);
    [[nodiscard]] Span parseText();
    void readQuotedWords(Span &text);
    [[nodiscard]] Span parseBraced();
    void skipBalanced(TokenKind open, TokenKind close);

    [[nodiscard]] std::string_view view(Span span) const { return m_source->view(span); }
    [[nodiscard]] QString text(Span span) const { return decodeText(view(span)); }
    void unexpected(const Token &token, const QString &wanted);

    std::shared_ptr<const Source> m_source;
    Reporter m_reporter;
    TokenStream m_tokens;
    Module m_module;
    ModuleTraits m_traits; // of the module
    std::vector<Module> m_modules;
    LineCount m_lines;
    quint32 m_searched = 0; // headers are looked for from here
    int m_longNames = 0;
    quint32 m_firstLongName = 0;
};

} // namespace walkabout::mib
