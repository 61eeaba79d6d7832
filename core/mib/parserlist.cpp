// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

namespace walkabout::mib {

/// { iso org(3) dod(6) 1 }; an empty slice where there is none.
Slice Parser::parseOid() {
    const quint32 first = quint32(m_module.oids.size());
    if (!m_tokens.accept(TokenKind::LeftBrace)) {
        unexpected(m_tokens.peek(), tr("{ parent number }"));
        return {};
    }
    while (!m_tokens.accept(TokenKind::RightBrace)) {
        const Token token = m_tokens.peek();
        if (token.is(TokenKind::End) || token.is(Keyword::End) || atDefinition()) {
            unexpected(token, tr("a closing brace"));
            break;
        }
        m_tokens.take();
        OidPart part;
        if (token.isWord()) {
            part.name = token.span;
            if (m_tokens.peek().is(TokenKind::Dot) && m_tokens.peek(1).isWord()) {
                m_tokens.take();
                part.module = token.span;
                part.name = m_tokens.take().span;
            }
            if (!m_tokens.accept(TokenKind::LeftParen)) {
                m_module.oids.push_back(part);
                continue;
            }
        }
        if (token.isWord() ? m_tokens.peek().is(TokenKind::Number) : token.is(TokenKind::Number)) {
            const Bound number = boundOf(token.isWord() ? m_tokens.take() : token);
            if (number.negative || number.magnitude > 0xffffffffU) {
                m_reporter.error("bad-number", token.span.begin,
                    tr("A part of an object identifier lies between 0 and 4294967295."));
                m_module.oids.resize(first);
                skipToDefinition();
                return {};
            }
            part.number = quint32(number.magnitude);
            part.hasNumber = true;
            m_module.oids.push_back(part);
            if (token.isWord())
                m_tokens.accept(TokenKind::RightParen);
        } else if (token.is(TokenKind::Comma) || token.is(TokenKind::Dot)) {
            m_reporter.warn(
                "stray-token", token.span.begin, tr("The parts of an object identifier are divided by blanks."));
        } else {
            unexpected(token, tr("a name or number of an object identifier"));
        }
    }
    return {first, quint32(m_module.oids.size()) - first};
}

/// { a, IMPLIED b, IF-MIB.c }; types in an SMIv1 INDEX are taken as names.
Slice Parser::parseMentions(Span module) {
    const quint32 first = quint32(m_module.mentions.size());
    if (!m_tokens.accept(TokenKind::LeftBrace)) {
        unexpected(m_tokens.peek(), tr("a list in braces"));
        return {first, 0};
    }
    bool implied = false;
    bool complained = false;
    while (!m_tokens.accept(TokenKind::RightBrace)) {
        const Token token = m_tokens.peek();
        if (token.is(TokenKind::End) || token.is(TokenKind::Assign) || token.is(Keyword::Description)
            || token.is(Keyword::Status)) {
            unexpected(token, tr("a closing brace"));
            break;
        }
        if (token.is(TokenKind::LeftParen)) {
            skipBalanced(TokenKind::LeftParen, TokenKind::RightParen);
            continue;
        }
        m_tokens.take();
        if (token.is(Keyword::Implied)) {
            implied = true;
        } else if (token.isWord()) {
            Mention mention{module, token.span, std::exchange(implied, false)};
            if (m_tokens.peek().is(TokenKind::Dot) && m_tokens.peek(1).isWord()) {
                m_tokens.take();
                mention.module = token.span;
                mention.name = m_tokens.take().span;
            } else if (token.is(Keyword::Octet) || token.is(Keyword::Object)) {
                if (m_tokens.accept(Keyword::String) || m_tokens.accept(Keyword::Identifier))
                    mention.name.end = m_tokens.last().end;
            }
            m_module.mentions.push_back(mention);
        } else if (!token.is(TokenKind::Comma) && !std::exchange(complained, true)) {
            unexpected(token, tr("a name or a comma"));
        }
    }
    return {first, quint32(m_module.mentions.size()) - first};
}

/// Lists of one definition stay one slice: lists that are read over are taken off again, so the next one follows
/// directly.
void Parser::appendMentions(Slice &slice, Slice more) {
    if (slice.isEmpty())
        slice = more;
    else if (slice.first + slice.count == more.first)
        slice.count += more.count;
}

/// A text, its quotes left out; a missing one is complained of and empty.
Span Parser::parseText() {
    if (m_tokens.peek().is(TokenKind::String)) {
        Span span = m_tokens.take().span;
        readQuotedWords(span);
        ++span.begin;
        const char last = view({span.end - 1, span.end})[0];
        if (span.end > span.begin && (last == '"' || last == '\''))
            --span.end;
        return span;
    }
    unexpected(m_tokens.peek(), tr("a text in quotation marks"));
    return {};
}

/// Marks within a text ("the "real" value"): what stands right behind its closing mark shows that it goes on; another
/// text there is a mark that was written twice, as ASN.1 has it.
void Parser::readQuotedWords(Span &text) {
    const auto belongs = [this] {
        const Token &token = m_tokens.peek();
        return token.is(Keyword::None) && !token.is(TokenKind::End) && !token.is(TokenKind::Assign)
            && !token.is(TokenKind::String) && !token.is(TokenKind::RightBrace);
    };
    while (
        m_tokens.peek().span.begin == text.end && text.end - text.begin > 1 && view({text.end - 1, text.end}) == "\"") {
        const quint32 mark = text.end - 1;
        if (m_tokens.peek().is(TokenKind::String)) {
            text.end = m_tokens.take().span.end;
            continue;
        }
        if (!m_tokens.peek().isWord() || !belongs() || atDefinition())
            return;
        while (belongs() && !atDefinition())
            m_tokens.take();
        if (!m_tokens.peek().is(TokenKind::String))
            return;
        m_reporter.warn(
            "quote-in-text", mark, tr("A quotation mark within a text ends it. Write it twice, or ' in its place."));
        text.end = m_tokens.take().span.end;
    }
}

/// What stands between braces, as it is written.
Span Parser::parseBraced() {
    if (!m_tokens.peek().is(TokenKind::LeftBrace)) {
        unexpected(m_tokens.peek(), tr("a value in braces"));
        return {};
    }
    const quint32 begin = m_tokens.peek().span.end;
    skipBalanced(TokenKind::LeftBrace, TokenKind::RightBrace);
    std::string_view inner = view({begin, m_tokens.last().begin});
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    Span span{begin, m_tokens.last().begin};
    while (!span.isEmpty() && blank(inner.front())) {
        inner.remove_prefix(1);
        ++span.begin;
    }
    while (!span.isEmpty() && blank(inner.back())) {
        inner.remove_suffix(1);
        --span.end;
    }
    return span;
}

void Parser::skipBalanced(TokenKind open, TokenKind close) {
    int depth = 0;
    const quint32 begin = m_tokens.peek().span.begin;
    for (;;) {
        const Token &token = m_tokens.peek();
        if (token.is(TokenKind::End) || token.is(Keyword::End) || token.is(TokenKind::Assign) || atDefinition()) {
            m_reporter.error("missing-brace", begin, tr("What opens here is never closed."));
            return;
        }
        const Token taken = m_tokens.take();
        if (taken.is(open))
            ++depth;
        else if (taken.is(close) && --depth == 0)
            return;
    }
}

} // namespace walkabout::mib
