// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

bool isMacro(Keyword keyword) {
    switch (keyword) {
    case Keyword::ModuleIdentity:
    case Keyword::ObjectIdentity:
    case Keyword::ObjectType:
    case Keyword::NotificationType:
    case Keyword::TrapType:
    case Keyword::ObjectGroup:
    case Keyword::NotificationGroup:
    case Keyword::ModuleCompliance:
    case Keyword::AgentCapabilities: return true;
    default: return false;
    }
}

} // namespace

Parser::Parser(std::shared_ptr<const Source> source, Module room)
    : m_source(std::move(source))
    , m_reporter(*m_source)
    , m_tokens(*m_source, m_reporter)
    , m_module(std::move(room))
    , m_lines(*m_source) {}

std::vector<Module> Parser::parse() {
    while (findHeader())
        parseModule();
    if (m_modules.empty())
        m_reporter.error(
            "not-a-mib", 0, tr("No module begins in this file. A module begins with NAME DEFINITIONS ::= BEGIN."));
    return std::move(m_modules);
}

void Parser::parseModule() {
    bool ended = false;
    for (;;) {
        const Token &token = m_tokens.peek();
        if (token.is(TokenKind::End))
            break;
        if (token.is(Keyword::End)) {
            m_tokens.take();
            ended = true;
            break;
        }
        if (token.isWord() && m_tokens.peek(1).is(Keyword::Definitions) && m_tokens.peek(2).is(TokenKind::Assign))
            break;
        if (token.is(Keyword::Imports))
            parseImports();
        else if (token.is(Keyword::Exports))
            skipStatement();
        else
            parseDefinition();
    }
    finishModule(ended);
}

void Parser::skipStatement() {
    while (!m_tokens.peek().is(TokenKind::End) && !m_tokens.peek().is(Keyword::End)
        && !m_tokens.accept(TokenKind::Semicolon))
        m_tokens.take();
}

void Parser::parseImports() {
    m_tokens.take();
    quint32 first = quint32(m_module.symbols.size());
    for (;;) {
        // Without its semicolon the list runs into the first definition: a name and no comma or FROM behind it.
        if (m_tokens.peek().is(TokenKind::End) || m_tokens.peek().is(Keyword::End) || atDefinition()) {
            m_reporter.warn(
                "missing-semicolon", m_tokens.peek().span.begin, tr("The IMPORTS list has no semicolon at its end."));
            return;
        }
        const Token token = m_tokens.take();
        m_traits.importsEnd = token.span.end;
        if (token.is(TokenKind::Semicolon))
            return;
        if (token.is(Keyword::From)) {
            if (!m_tokens.peek().isWord()) {
                unexpected(m_tokens.peek(), tr("the name of a module after FROM"));
                continue;
            }
            const Span module = m_tokens.take().span;
            m_module.imports.push_back({module, {first, quint32(m_module.symbols.size()) - first}});
            first = quint32(m_module.symbols.size());
            if (m_tokens.peek().is(TokenKind::LeftBrace)) // the OID of the module, as ASN.1 has it
                skipBalanced(TokenKind::LeftBrace, TokenKind::RightBrace);
        } else if (token.isWord()) {
            m_module.symbols.push_back(token.span);
            if (token.is(Keyword::ModuleIdentity) || token.is(Keyword::TextualConvention))
                m_module.usesV2 = true;
        } else if (!token.is(TokenKind::Comma)) {
            unexpected(token, tr("a name, a comma or FROM"));
        }
    }
}

bool Parser::atDefinition() {
    const Token &token = m_tokens.peek();
    if (!token.isWord())
        return false;
    const Token &next = m_tokens.peek(1);
    if (next.is(Keyword::Macro))
        return m_tokens.peek(2).is(TokenKind::Assign);
    if (!token.is(Keyword::None))
        return false;
    if (next.is(TokenKind::Assign))
        return token.is(TokenKind::TypeName) && !m_tokens.peek(2).is(TokenKind::LeftBrace);
    if (next.is(Keyword::Object))
        return m_tokens.peek(2).is(Keyword::Identifier) && m_tokens.peek(3).is(TokenKind::Assign);
    return isMacro(next.keyword) && !m_tokens.peek(2).is(TokenKind::Comma) && !m_tokens.peek(2).is(Keyword::From);
}

void Parser::skipToDefinition() {
    while (!m_tokens.peek().is(TokenKind::End) && !m_tokens.peek().is(Keyword::End) && !atDefinition()
        && !(m_tokens.peek(1).is(Keyword::Definitions) && m_tokens.peek(2).is(TokenKind::Assign)))
        m_tokens.take();
}

void Parser::skipMacro() {
    m_traits.definesMacros = true;
    while (!m_tokens.peek().is(TokenKind::End) && !m_tokens.accept(Keyword::End))
        m_tokens.take();
}

void Parser::place(Definition &definition, Span name) {
    const Source::Position position = m_lines.at(name.begin);
    definition.name = name;
    definition.line = position.line;
    definition.column = position.column;
}

void Parser::parseDefinition() {
    const Token name = m_tokens.peek();
    if (name.is(TokenKind::Semicolon)) {
        m_tokens.take();
        m_reporter.warn("stray-token", name.span.begin, tr("A semicolon ends nothing here; remove it."));
        return;
    }
    if (!name.isWord()) {
        unexpected(name, tr("a definition"));
        m_tokens.take();
        skipToDefinition();
        return;
    }
    m_tokens.take();
    const Keyword keyword = m_tokens.peek().keyword;
    if (keyword == Keyword::Macro) {
        skipMacro();
        return;
    }
    Definition definition;
    place(definition, name.span);
    if (isMacro(keyword)) {
        m_traits.use(keyword, m_tokens.take().span.begin);
        checkName(name.span, false);
        parseMacro(definition, keyword);
    } else if (keyword == Keyword::Object && m_tokens.peek(1).is(Keyword::Identifier)) {
        m_tokens.take();
        m_tokens.take();
        checkName(name.span, false);
        parseValue(definition);
    } else if (m_tokens.peek().is(TokenKind::Assign) || keyword == Keyword::TextualConvention) {
        m_tokens.accept(TokenKind::Assign);
        if (m_tokens.peek().is(TokenKind::LeftBrace)) {
            m_reporter.warn("missing-object-identifier", name.span.begin,
                tr("OBJECT IDENTIFIER is missing between %1 and ::=.").arg(text(name.span)));
            definition.oid = parseOid();
            m_module.definitions.push_back(definition);
        } else if (m_tokens.accept(Keyword::TextualConvention)) {
            checkName(name.span, true);
            parseTextualConvention(definition);
        } else {
            checkName(name.span, true);
            definition.kind = Definition::Type;
            const auto members = quint32(m_traits.members.size());
            definition.syntax = parseSyntax();
            if (definition.syntax.form == Syntax::Sequence)
                m_traits.sequences.push_back({name.span, {members, quint32(m_traits.members.size()) - members}});
            m_module.definitions.push_back(definition);
        }
    } else {
        unexpected(m_tokens.peek(), tr("::= or a macro such as OBJECT-TYPE after %1").arg(text(name.span)));
        skipToDefinition();
    }
}

void Parser::parseValue(Definition &definition) {
    definition.kind = Definition::Value;
    if (!m_tokens.accept(TokenKind::Assign))
        unexpected(m_tokens.peek(), u"::="_s);
    else
        definition.oid = parseOid();
    m_module.definitions.push_back(definition);
    if (definition.oid.isEmpty())
        skipToDefinition();
}

void Parser::checkName(Span name, bool isType) {
    const std::string_view word = view(name);
    const auto complain
        = [&](const char *code, const QString &message) { m_reporter.warn(code, name.begin, message.arg(text(name))); };
    if (std::memchr(word.data(), '_', word.size()))
        complain("name-underscore", tr("%1: a name holds letters, digits and hyphens, no underscore."));
    const bool upper = word[0] >= 'A' && word[0] <= 'Z';
    if (upper && !isType)
        complain("name-upper-case", tr("%1: the name of an object begins with a lower-case letter."));
    if (!upper && isType)
        complain("name-lower-case", tr("%1: the name of a type begins with an upper-case letter."));
    if (word.back() == '-')
        complain("name-hyphen-end", tr("%1: a name does not end with a hyphen."));
    if (word.size() > 64)
        complain("name-too-long", tr("%1: a name has at most 64 characters."));
    else if (word.size() > 32 && m_longNames++ == 0)
        m_firstLongName = name.begin;
}

void Parser::unexpected(const Token &token, const QString &wanted) {
    if (token.is(TokenKind::End)) {
        m_reporter.error("unexpected-end", token.span.begin,
            tr("The file ends where %1 should stand. It may be cut short.").arg(wanted));
        return;
    }
    QString found = text({token.span.begin, std::min(token.span.end, token.span.begin + 40)}).simplified();
    m_reporter.error("unexpected-token", token.span.begin, tr("%1 stands where %2 should.").arg(found, wanted));
}

} // namespace walkabout::mib
