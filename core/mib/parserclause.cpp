// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

#include <array>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

template <class T>
using Words = std::initializer_list<std::pair<std::string_view, T>>;

template <class T>
std::optional<T> valueOf(std::string_view word, const Words<T> &words) {
    for (const auto &[text, value] : words)
        if (word.size() == text.size() && qstrnicmp(word.data(), text.data(), text.size()) == 0)
            return value;
    return std::nullopt;
}

Definition::Kind kindOf(Keyword macro) {
    switch (macro) {
    case Keyword::ModuleIdentity: return Definition::ModuleIdentity;
    case Keyword::ObjectType: return Definition::ObjectType;
    case Keyword::NotificationType: return Definition::Notification;
    case Keyword::TrapType: return Definition::Trap;
    case Keyword::ObjectGroup:
    case Keyword::NotificationGroup: return Definition::Group;
    case Keyword::ModuleCompliance: return Definition::Compliance;
    case Keyword::AgentCapabilities: return Definition::Capabilities;
    default: return Definition::ObjectIdentity;
    }
}

} // namespace

void Parser::parseMacro(Definition &definition, Keyword macro) {
    definition.kind = kindOf(macro);
    if (macro != Keyword::ObjectType && macro != Keyword::TrapType)
        m_module.usesV2 = true;
    if (macro == Keyword::ModuleIdentity) {
        if (m_module.hasIdentity)
            m_reporter.error("second-module-identity", definition.name.begin,
                tr("A module has one MODULE-IDENTITY; this is the second."));
        else if (!m_module.definitions.empty())
            m_reporter.warn(
                "late-module-identity", definition.name.begin, tr("MODULE-IDENTITY should be the first definition."));
    }
    if (macro == Keyword::ModuleCompliance || macro == Keyword::AgentCapabilities)
        parseConformance(definition);
    else
        parseClauses(definition, macro);
    parseEnd(definition, macro);
    if (macro == Keyword::ModuleIdentity && !m_module.hasIdentity) {
        m_module.hasIdentity = true;
        m_module.description = definition.description;
    }
    if (macro == Keyword::ObjectType && definition.syntax.form == Syntax::Absent)
        m_reporter.error(
            "missing-syntax", definition.name.begin, tr("%1 has no SYNTAX clause.").arg(text(definition.name)));
    m_module.definitions.push_back(definition);
}

void Parser::parseClauses(Definition &definition, Keyword macro) {
    bool complained = false;
    while (!m_tokens.peek().is(TokenKind::Assign)) {
        const Token token = m_tokens.peek();
        if (token.is(TokenKind::End) || token.is(Keyword::End) || atDefinition())
            return;
        if (parseClause(definition, macro))
            continue;
        if (token.is(TokenKind::Semicolon) || token.is(TokenKind::Comma))
            m_reporter.warn("stray-token", token.span.begin,
                tr("%1 does not belong between two clauses; remove it.").arg(text(token.span)));
        else if (!std::exchange(complained, true))
            unexpected(token, tr("a clause of %1").arg(text(definition.name)));
        m_tokens.take();
    }
}

/// One clause that may stand in any macro; false: none begins here.
bool Parser::parseClause(Definition &definition, Keyword macro) {
    const Keyword clause = m_tokens.peek().keyword;
    switch (clause) {
    case Keyword::Syntax:
        m_tokens.take();
        definition.syntax = parseSyntax();
        return true;
    case Keyword::Access:
        if (m_traits.oldAccesses++ == 0)
            m_traits.oldAccess = m_tokens.peek().span.begin;
        m_tokens.take();
        definition.access = parseAccess();
        return true;
    case Keyword::MaxAccess:
    case Keyword::MinAccess:
        m_module.usesV2 = true;
        m_tokens.take();
        definition.access = parseAccess();
        return true;
    case Keyword::Status:
        m_tokens.take();
        definition.status = parseStatus();
        return true;
    case Keyword::Units:
        m_tokens.take();
        definition.units = parseText();
        return true;
    case Keyword::DisplayHint:
        m_tokens.take();
        definition.hint = parseText();
        return true;
    case Keyword::Reference:
        m_tokens.take();
        definition.reference = parseText();
        return true;
    case Keyword::Description: {
        m_tokens.take();
        const Span text = parseText();
        if (macro == Keyword::ModuleIdentity && !m_module.revisions.empty() && !m_module.hasIdentity)
            m_module.revisions.back().description = text;
        else
            definition.description = text;
        return true;
    }
    case Keyword::Index:
        m_tokens.take();
        definition.index = parseMentions();
        return true;
    case Keyword::Augments:
        m_tokens.take();
        definition.augments = parseMentions();
        return true;
    case Keyword::Defval:
        m_tokens.take();
        definition.defaultValue = parseBraced();
        return true;
    case Keyword::Objects:
    case Keyword::Notifications:
    case Keyword::Variables:
        m_tokens.take();
        appendMentions(definition.members, parseMentions());
        return true;
    case Keyword::Enterprise:
        m_tokens.take();
        if (m_tokens.peek().is(TokenKind::LeftBrace)) {
            definition.oid = parseOid();
        } else if (m_tokens.peek().isWord()) {
            definition.oid = {quint32(m_module.oids.size()), 1};
            m_module.oids.push_back({{}, m_tokens.take().span, 0, false});
        }
        return true;
    case Keyword::LastUpdated:
    case Keyword::Organization:
    case Keyword::ContactInfo:
    case Keyword::Revision:
        if (macro != Keyword::ModuleIdentity)
            return false;
        m_tokens.take();
        parseIdentityClause(clause);
        return true;
    default: return false;
    }
}

void Parser::parseIdentityClause(Keyword clause) {
    const Span value = parseText();
    if (m_module.hasIdentity)
        return; // a second MODULE-IDENTITY changes nothing
    if (clause == Keyword::LastUpdated)
        m_module.lastUpdated = value;
    else if (clause == Keyword::Organization)
        m_module.organization = value;
    else if (clause == Keyword::ContactInfo)
        m_module.contact = value;
    else
        m_module.revisions.push_back({value, {}});
}

void Parser::parseTextualConvention(Definition &definition) {
    definition.kind = Definition::TextualConvention;
    m_traits.use(Keyword::TextualConvention, m_tokens.last().begin);
    m_module.usesV2 = true;
    bool syntax = false;
    for (;;) {
        const Token token = m_tokens.peek();
        if (token.is(TokenKind::End) || token.is(Keyword::End) || atDefinition())
            break;
        syntax = syntax || token.is(Keyword::Syntax);
        if (parseClause(definition, Keyword::TextualConvention))
            continue;
        if (syntax)
            break;
        unexpected(token, tr("a clause of %1").arg(text(definition.name)));
        m_tokens.take();
        while (!m_tokens.peek().is(Keyword::Syntax) && !m_tokens.peek().is(TokenKind::End)
            && !m_tokens.peek().is(Keyword::End) && !atDefinition())
            m_tokens.take();
    }
    if (definition.syntax.form == Syntax::Absent)
        m_reporter.error(
            "missing-syntax", definition.name.begin, tr("%1 has no SYNTAX clause.").arg(text(definition.name)));
    m_module.definitions.push_back(definition);
}

/// The value after ::=; what has none is kept all the same, to be shown as unplaced.
void Parser::parseEnd(Definition &definition, Keyword macro) {
    if (!m_tokens.accept(TokenKind::Assign)) {
        m_reporter.error("missing-value", definition.name.begin,
            tr("%1 is not placed: it has no ::= { parent number }.").arg(text(definition.name)));
        definition.oid = {};
        return;
    }
    if (macro == Keyword::TrapType && m_tokens.peek().is(TokenKind::Number)) {
        const Bound number = boundOf(m_tokens.take());
        if (number.negative || number.magnitude > 0xffffffffU)
            m_reporter.error(
                "bad-number", m_tokens.last().begin, tr("The number of a trap lies between 0 and 4294967295."));
        definition.trapNumber = quint32(number.magnitude);
        return;
    }
    if (macro == Keyword::TrapType)
        definition.kind = Definition::Notification;
    definition.oid = parseOid();
    if (definition.oid.isEmpty())
        skipToDefinition();
}

Access Parser::parseAccess() {
    const Token token = m_tokens.peek();
    if (!token.isWord() || token.keyword != Keyword::None) {
        unexpected(token, tr("an access such as read-only"));
        return Access::None;
    }
    m_tokens.take();
    const auto access = valueOf<Access>(view(token.span),
        {{"read-only", Access::ReadOnly}, {"read-write", Access::ReadWrite}, {"not-accessible", Access::NotAccessible},
            {"read-create", Access::ReadCreate}, {"accessible-for-notify", Access::AccessibleForNotify},
            {"write-only", Access::WriteOnly}, {"not-implemented", Access::NotImplemented},
            {"readonly", Access::ReadOnly}, {"readwrite", Access::ReadWrite}, {"read_only", Access::ReadOnly},
            {"read_write", Access::ReadWrite}, {"noaccess", Access::NotAccessible},
            {"no-access", Access::NotAccessible}});
    if (!access)
        m_reporter.error("unknown-access", token.span.begin,
            tr("%1 is no access. Use read-only, read-write, read-create or not-accessible.").arg(text(token.span)));
    return access.value_or(Access::None);
}

Status Parser::parseStatus() {
    const Token token = m_tokens.peek();
    if (!token.isWord() || token.keyword != Keyword::None) {
        unexpected(token, tr("a status such as current"));
        return Status::None;
    }
    m_tokens.take();
    const auto status = valueOf<Status>(view(token.span),
        {{"current", Status::Current}, {"deprecated", Status::Deprecated}, {"obsolete", Status::Obsolete},
            {"mandatory", Status::Mandatory}, {"optional", Status::Optional}});
    if (!status)
        m_reporter.error("unknown-status", token.span.begin,
            tr("%1 is no status. Use current, deprecated or obsolete.").arg(text(token.span)));
    return status.value_or(Status::None);
}

} // namespace walkabout::mib
