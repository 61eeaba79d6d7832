// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/lexer.h"

#include "core/mib/asciibyte.h"
#include "core/mib/pagebreak.h"

#include <algorithm>
#include <array>

namespace walkabout::mib {

namespace {

enum Class : quint8 { Odd, Blank, Upper, Lower, Digit, Joint };

constexpr std::array<Class, 256> Classes = [] {
    std::array<Class, 256> classes{};
    for (const int c : {0, 9, 10, 11, 12, 13, 26, 32, 0xa0})
        classes[size_t(c)] = Blank;
    for (size_t c = 'A'; c <= 'Z'; ++c)
        classes[c] = Upper;
    for (size_t c = 'a'; c <= 'z'; ++c)
        classes[c] = Lower;
    for (size_t c = '0'; c <= '9'; ++c)
        classes[c] = Digit;
    classes['-'] = classes['_'] = Joint;
    return classes;
}();

Class classOf(char c) { return Classes[uchar(c)]; }

/// What a definition goes on with behind a comment that was closed on its line.
bool isClause(Keyword keyword) {
    switch (keyword) {
    case Keyword::Access:
    case Keyword::MaxAccess:
    case Keyword::Status:
    case Keyword::Syntax:
    case Keyword::Description: return true;
    default: return false;
    }
}

bool endsLine(char c) { return c == '\n' || c == '\r'; }

} // namespace

Token Lexer::make(TokenKind kind, size_t begin, size_t end) {
    m_at = end;
    return {kind, Keyword::None, {quint32(begin), quint32(end)}};
}

/// Where the comment that begins here ends: the line's end nearly always, since "-- a -- b" is one comment to whoever
/// wrote it.
size_t Lexer::endOfComment() const {
    size_t end = m_at + 2;
    size_t closing = 0;
    while (end < m_text.size() && !endsLine(m_text[end])) {
        if (closing == 0 && m_text[end] == '-' && at(end + 1) == '-' && m_text[end - 1] != '-')
            closing = end + 2;
        ++end;
    }
    if (closing == 0 || closing >= end)
        return end;
    std::string_view rest = m_text.substr(closing, end - closing);
    const size_t first = rest.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return end;
    rest.remove_prefix(first);
    const size_t size = size_t(std::ranges::find_if_not(rest, isWordByte) - rest.begin());
    const bool goesOn = isClause(keywordOf(rest.substr(0, size))) || rest.starts_with("::=") || rest[0] == '}'
        || rest[0] == ',' || rest[0] == ';' || rest[0] == ')'
        || (rest[0] != '-' && rest.find("::=") != std::string_view::npos);
    return goesOn ? closing : end;
}

void Lexer::skipBlanks() {
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (classOf(c) == Blank) {
            ++m_at;
        } else if (c == '-' && at(m_at + 1) == '-') {
            m_at = endOfComment();
        } else if (uchar(c) == 0xef && uchar(at(m_at + 1)) == 0xbb && uchar(at(m_at + 2)) == 0xbf) {
            m_at += 3;
        } else if (uchar(c) == 0xc2 && uchar(at(m_at + 1)) == 0xa0) {
            m_at += 2;
        } else if (classOf(c) == Upper && skipPageFurniture()) {
            m_brokenByPage = true;
        } else {
            return;
        }
    }
}

/// At the left edge a foot or a head of a page may stand between two tokens.
bool Lexer::skipPageFurniture() {
    const bool isFirst = m_at == 0 || endsLine(m_text[m_at - 1]) || m_text[m_at - 1] == '\f';
    if (!isFirst)
        return false;
    size_t end = m_at;
    while (end < m_text.size() && !endsLine(m_text[end]))
        ++end;
    if (!isPageFurniture(m_text.substr(m_at, end - m_at)))
        return false;
    m_at = end;
    return true;
}

Token Lexer::next() {
    m_brokenByPage = false;
    skipBlanks();
    if (m_at >= m_text.size())
        return make(TokenKind::End, m_text.size(), m_text.size());
    const size_t begin = m_at;
    switch (classOf(m_text[begin])) {
    case Upper:
    case Lower: return word(begin);
    case Digit: return number(begin);
    default: break;
    }
    switch (m_text[begin]) {
    case '"': return string(begin);
    case '\'': return quoted(begin);
    case '{': return make(TokenKind::LeftBrace, begin, begin + 1);
    case '}': return make(TokenKind::RightBrace, begin, begin + 1);
    case '(': return make(TokenKind::LeftParen, begin, begin + 1);
    case ')': return make(TokenKind::RightParen, begin, begin + 1);
    case '[': return make(TokenKind::LeftBracket, begin, begin + 1);
    case ']': return make(TokenKind::RightBracket, begin, begin + 1);
    case ',': return make(TokenKind::Comma, begin, begin + 1);
    case ';': return make(TokenKind::Semicolon, begin, begin + 1);
    case '|': return make(TokenKind::Bar, begin, begin + 1);
    case '-': return classOf(at(begin + 1)) == Digit ? number(begin) : make(TokenKind::Other, begin, begin + 1);
    case '.':
        return at(begin + 1) == '.' ? make(TokenKind::Range, begin, begin + 2) : make(TokenKind::Dot, begin, begin + 1);
    case ':':
        // ":: =" and ":=" occur; both mean one thing only.
        for (const std::string_view form : {"::=", ":=", ":: ="})
            if (m_text.substr(begin).starts_with(form))
                return make(TokenKind::Assign, begin, begin + form.size());
        return make(TokenKind::Other, begin, begin + 1);
    default: return make(TokenKind::Other, begin, begin + 1);
    }
}

Token Lexer::word(size_t begin) {
    size_t end = begin + 1;
    while (end < m_text.size() && classOf(m_text[end]) >= Upper) {
        if (m_text[end] == '-' && at(end + 1) == '-')
            break;
        ++end;
    }
    Token token = make(classOf(m_text[begin]) == Upper ? TokenKind::TypeName : TokenKind::Name, begin, end);
    if (token.is(TokenKind::TypeName))
        token.keyword = keywordOf(m_text.substr(begin, end - begin));
    return token;
}

Token Lexer::number(size_t begin) {
    size_t end = begin + 1;
    while (classOf(at(end)) == Digit)
        ++end;
    // "10baseT" and "3com" are names to those who write them.
    if (m_text[begin] != '-' && (classOf(at(end)) == Lower || classOf(at(end)) == Upper || at(end) == '_')) {
        Token token = word(begin);
        token.kind = TokenKind::Name;
        return token;
    }
    return make(TokenKind::Number, begin, end);
}

Token Lexer::string(size_t begin) {
    const size_t closing = m_text.find('"', begin + 1);
    m_unterminated = closing == std::string_view::npos;
    return make(TokenKind::String, begin, m_unterminated ? m_text.size() : closing + 1);
}

Token Lexer::quoted(size_t begin) {
    size_t end = begin + 1;
    while (end < m_text.size() && m_text[end] != '\'' && (classOf(m_text[end]) != Odd))
        ++end;
    if (at(end) != '\'')
        return make(TokenKind::Other, begin, begin + 1);
    switch (at(end + 1)) {
    case 'H':
    case 'h': return make(TokenKind::Hex, begin, end + 2);
    case 'B':
    case 'b': return make(TokenKind::Binary, begin, end + 2);
    default: return make(TokenKind::String, begin, end + 1);
    }
}

} // namespace walkabout::mib
