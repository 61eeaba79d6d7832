// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

namespace walkabout::mib {

/// MODULE-COMPLIANCE and AGENT-CAPABILITIES (RFC 2580 5, 6). Kept are the groups, in order; what is said of single
/// objects (refined syntax, lesser access, variations) is read over.
void Parser::parseConformance(Definition &definition) {
    Span module;
    bool inner = false; // texts from here on belong to a module, group or object
    bool complained = false;
    while (!m_tokens.peek().is(TokenKind::Assign)) {
        const Token token = m_tokens.peek();
        if (token.is(TokenKind::End) || token.is(Keyword::End) || atDefinition())
            return;
        m_tokens.take();
        switch (token.keyword) {
        case Keyword::Status:
            if (const Status status = parseStatus(); !inner)
                definition.status = status;
            break;
        case Keyword::Description:
            if (const Span text = parseText(); !inner)
                definition.description = text;
            break;
        case Keyword::Reference:
            if (const Span text = parseText(); !inner)
                definition.reference = text;
            break;
        case Keyword::ProductRelease: (void)parseText(); break;
        case Keyword::Module:
        case Keyword::Supports:
            inner = true;
            module = {};
            if (m_tokens.peek().isWord() && m_tokens.peek().keyword == Keyword::None) {
                module = m_tokens.take().span;
                if (m_tokens.peek().is(TokenKind::LeftBrace))
                    skipBalanced(TokenKind::LeftBrace, TokenKind::RightBrace);
            }
            break;
        case Keyword::MandatoryGroups:
        case Keyword::Includes: appendMentions(definition.members, parseMentions(module)); break;
        case Keyword::Group:
            inner = true;
            if (m_tokens.peek().isWord()) {
                m_module.mentions.push_back({module, m_tokens.take().span, false});
                appendMentions(definition.members, {quint32(m_module.mentions.size()) - 1, 1});
            }
            break;
        case Keyword::Object:
        case Keyword::Variation:
            inner = true;
            if (m_tokens.peek().isWord())
                m_tokens.take();
            break;
        case Keyword::Syntax:
        case Keyword::WriteSyntax: (void)parseSyntax(); break;
        case Keyword::Access:
        case Keyword::MinAccess: (void)parseAccess(); break;
        case Keyword::CreationRequires: m_module.mentions.resize(parseMentions().first); break;
        case Keyword::Defval: (void)parseBraced(); break;
        default:
            if (!std::exchange(complained, true))
                unexpected(token, tr("a clause of %1").arg(text(definition.name)));
        }
    }
}

} // namespace walkabout::mib
