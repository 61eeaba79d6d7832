// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

Syntax Parser::parseSyntax() {
    Syntax syntax;
    while (m_tokens.peek().is(TokenKind::LeftBracket)) // [APPLICATION 0] IMPLICIT
        skipBalanced(TokenKind::LeftBracket, TokenKind::RightBracket);
    while (m_tokens.accept(Keyword::Implicit) || m_tokens.accept(Keyword::Explicit)) {}
    parseTypeName(syntax);
    if (syntax.form != Syntax::Named)
        return syntax;
    for (;;) {
        if (m_tokens.peek().is(TokenKind::LeftBrace))
            parseNamedNumbers(syntax);
        else if (m_tokens.peek().is(TokenKind::LeftParen) || m_tokens.peek().is(Keyword::Size))
            parseSubtype(syntax);
        else
            return syntax;
    }
}

void Parser::parseTypeName(Syntax &syntax) {
    const Token token = m_tokens.peek();
    if (!token.isWord()) {
        unexpected(token, tr("a type"));
        return;
    }
    m_tokens.take();
    syntax.form = Syntax::Named;
    syntax.name = token.span;
    const auto second = [&](Keyword keyword, BaseType base) {
        if (m_tokens.accept(keyword)) {
            syntax.name.end = m_tokens.last().end;
            syntax.keyword = base;
        }
    };
    switch (token.keyword) {
    case Keyword::Integer: syntax.keyword = BaseType::Integer32; return;
    case Keyword::Bits: syntax.keyword = BaseType::Bits; return;
    case Keyword::Octet: second(Keyword::String, BaseType::OctetString); return;
    case Keyword::Object: second(Keyword::Identifier, BaseType::ObjectIdentifier); return;
    case Keyword::Bit: second(Keyword::String, BaseType::Bits); return;
    case Keyword::Sequence:
        if (m_tokens.accept(Keyword::Of)) {
            syntax.form = Syntax::SequenceOf;
            if (m_tokens.peek().isWord())
                syntax.name = m_tokens.take().span;
            return;
        }
        syntax.form = Syntax::Sequence;
        if (m_tokens.peek().is(TokenKind::LeftBrace))
            parseSequence();
        return;
    case Keyword::Choice:
        syntax.form = Syntax::Choice;
        if (m_tokens.peek().is(TokenKind::LeftBrace))
            skipBalanced(TokenKind::LeftBrace, TokenKind::RightBrace);
        return;
    default: break;
    }
    if (m_tokens.peek().is(TokenKind::Dot) && m_tokens.peek(1).isWord()) {
        m_tokens.take();
        syntax.module = token.span;
        syntax.name = m_tokens.take().span;
    }
}

/// { column Type, ... }: the names are kept to be compared with the columns.
void Parser::parseSequence() {
    const quint32 begin = m_tokens.peek().span.begin;
    int depth = 0;
    bool atMember = false;
    for (;;) {
        const Token &next = m_tokens.peek();
        if (next.is(TokenKind::End) || next.is(Keyword::End) || next.is(TokenKind::Assign) || atDefinition()) {
            m_reporter.error("missing-brace", begin, tr("What opens here is never closed."));
            return;
        }
        const Token token = m_tokens.take();
        if (token.is(TokenKind::RightBrace) && --depth == 0)
            return;
        if (token.is(TokenKind::LeftBrace))
            ++depth;
        if (depth == 1 && atMember && token.isWord())
            m_traits.members.push_back(token.span);
        atMember = token.is(TokenKind::LeftBrace) || token.is(TokenKind::Comma);
    }
}

void Parser::parseNamedNumbers(Syntax &syntax) {
    const quint32 first = quint32(m_module.enums.size());
    const quint32 opening = m_tokens.take().span.begin;
    bool complained = false;
    for (;;) {
        const Token token = m_tokens.peek();
        if (token.is(TokenKind::End) || token.is(Keyword::Access) || token.is(Keyword::MaxAccess)
            || token.is(TokenKind::Assign)) {
            m_reporter.error("missing-brace", opening, tr("This list of names has no closing brace."));
            break;
        }
        m_tokens.take();
        if (token.is(TokenKind::RightBrace))
            break;
        if (token.is(TokenKind::Comma)) {
            if (m_tokens.peek().is(TokenKind::RightBrace))
                m_reporter.warn(
                    "stray-token", token.span.begin, tr("No name follows behind the last comma; remove it."));
            continue;
        }
        const bool named = (token.isWord() || token.is(TokenKind::Number)) && m_tokens.peek().is(TokenKind::LeftParen);
        if (!named) {
            if (!std::exchange(complained, true))
                unexpected(token, tr("a name with its number, as in up(1),"));
            continue;
        }
        m_tokens.take();
        if (const auto bound = parseBound()) {
            const qint64 number = qint64(bound->negative ? 0 - bound->magnitude : bound->magnitude);
            m_module.enums.push_back({token.span, number});
            if (std::memchr(view(token.span).data(), '_', token.span.end - token.span.begin))
                m_reporter.warn("label-underscore", token.span.begin,
                    tr("%1: a label holds letters, digits and hyphens, no underscore.").arg(text(token.span)));
        } else {
            m_reporter.error("bad-number", token.span.begin, tr("%1 has no number.").arg(text(token.span)));
        }
        if (!m_tokens.accept(TokenKind::RightParen) && !std::exchange(complained, true))
            unexpected(m_tokens.peek(), u")"_s);
    }
    syntax.enums = {first, quint32(m_module.enums.size()) - first};
}

/// (0..10 | 20), (SIZE (0..255)) and, as some write, SIZE (0..255) without the outer parentheses.
void Parser::parseSubtype(Syntax &syntax) {
    if (m_tokens.accept(Keyword::Size)) {
        if (m_tokens.accept(TokenKind::LeftParen)) {
            syntax.sizes = parseRanges();
            m_tokens.accept(TokenKind::RightParen);
        }
        return;
    }
    m_tokens.take();
    if (m_tokens.accept(Keyword::Size)) {
        if (m_tokens.accept(TokenKind::LeftParen)) {
            syntax.sizes = parseRanges();
            m_tokens.accept(TokenKind::RightParen);
        } else {
            syntax.sizes = parseRanges(); // (SIZE 0..255): seen
        }
    } else {
        syntax.ranges = parseRanges();
    }
    if (m_tokens.accept(TokenKind::RightParen))
        return;
    unexpected(m_tokens.peek(), tr("a closing parenthesis"));
    while (!m_tokens.peek().is(TokenKind::End) && !m_tokens.peek().is(TokenKind::RightParen)
        && m_tokens.peek().keyword == Keyword::None && !m_tokens.peek().is(TokenKind::Assign))
        m_tokens.take();
    while (m_tokens.accept(TokenKind::RightParen)) {}
}

Slice Parser::parseRanges() {
    const quint32 first = quint32(m_module.ranges.size());
    do {
        const quint32 begin = m_tokens.peek().span.begin;
        const auto low = parseBound();
        if (!low)
            break;
        auto high = low;
        if (m_tokens.accept(TokenKind::Range) || m_tokens.accept(TokenKind::Dot))
            high = parseBound();
        else if (m_tokens.peek().is(TokenKind::Number) && view(m_tokens.peek().span).starts_with('-')) {
            m_reporter.warn("bad-range", begin, tr("A range is written with two dots, as in 0..255."));
            high = boundOf(m_tokens.take());
            high->negative = false;
        }
        if (!high)
            break;
        const auto value = [](Bound bound) { return qint64(bound.negative ? 0 - bound.magnitude : bound.magnitude); };
        const bool isUnsigned
            = !low->negative && !high->negative && high->magnitude > quint64(std::numeric_limits<qint64>::max());
        const Range range{value(*low), value(*high), isUnsigned};
        if (isUnsigned ? low->magnitude > high->magnitude : range.low > range.high)
            m_reporter.error("bad-range", begin, tr("The lower end of this range is above its upper end."));
        m_module.ranges.push_back(range);
    } while (m_tokens.accept(TokenKind::Bar) || m_tokens.accept(TokenKind::Comma));
    return {first, quint32(m_module.ranges.size()) - first};
}

std::optional<Parser::Bound> Parser::parseBound() {
    const Token token = m_tokens.peek();
    if (token.is(TokenKind::Number) || token.is(TokenKind::Hex) || token.is(TokenKind::Binary))
        return boundOf(m_tokens.take());
    if (m_tokens.accept(Keyword::Min))
        return Bound{true, 1U << 31U};
    if (m_tokens.accept(Keyword::Max))
        return Bound{false, 0x7fffffff};
    return std::nullopt;
}

Parser::Bound Parser::boundOf(const Token &token) {
    std::string_view digits = view(token.span);
    Bound bound;
    quint32 radix = 10;
    if (token.is(TokenKind::Number)) {
        bound.negative = digits.starts_with('-');
        digits.remove_prefix(bound.negative ? 1 : 0);
    } else {
        radix = token.is(TokenKind::Hex) ? 16 : 2;
        digits = digits.substr(1, digits.size() - 3);
    }
    const quint64 most = bound.negative ? quint64(1) << 63U : std::numeric_limits<quint64>::max();
    for (const char c : digits) {
        quint32 digit = c >= '0' && c <= '9' ? quint32(c - '0')
            : c >= 'a' && c <= 'f'           ? quint32(c - 'a') + 10
            : c >= 'A' && c <= 'F'           ? quint32(c - 'A') + 10
                                             : 99;
        if (digit >= radix)
            continue; // blanks in 'ff ff'H
        if (bound.magnitude > (most - digit) / radix) {
            m_reporter.error(
                "number-too-large", token.span.begin, tr("%1 does not fit 64 bits.").arg(text(token.span)));
            bound.magnitude = most;
            break;
        }
        bound.magnitude = bound.magnitude * radix + digit;
    }
    return bound;
}

} // namespace walkabout::mib
