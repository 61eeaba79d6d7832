// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/token.h"

namespace walkabout::mib {

/// Splits a source into tokens, one at a time, over bytes. Never fails: what begins no token is skipped or handed out
/// as Other. Comments end at the end of the line, as people write them, or at a second "--" that a definition plainly
/// goes on after.
class Lexer final {
public:
    explicit Lexer(std::string_view text)
        : m_text(text) {}

    [[nodiscard]] Token next();
    /// Goes on reading here: after a string that never ends.
    void moveTo(quint32 offset) { m_at = offset; }
    /// The string handed out last had no closing quote.
    [[nodiscard]] bool unterminated() const { return m_unterminated; }
    /// The foot or head of a page stood before the token handed out last; it was skipped.
    [[nodiscard]] bool brokenByPage() const { return m_brokenByPage; }

private:
    void skipBlanks();
    bool skipPageFurniture();
    [[nodiscard]] size_t endOfComment() const;
    Token word(size_t begin);
    Token number(size_t begin);
    Token string(size_t begin);
    Token quoted(size_t begin);
    Token make(TokenKind kind, size_t begin, size_t end);
    [[nodiscard]] char at(size_t i) const { return i < m_text.size() ? m_text[i] : '\0'; }

    std::string_view m_text;
    size_t m_at = 0;
    bool m_unterminated = false;
    bool m_brokenByPage = false;
};

} // namespace walkabout::mib
