// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/lexer.h"
#include "core/mib/reporter.h"

#include <array>

namespace walkabout::mib {

/// The tokens of a source with four tokens of foresight. Mends strings that never end.
class TokenStream final {
public:
    static constexpr size_t Foresight = 4;

    TokenStream(const Source &source, Reporter &reporter)
        : m_source(source)
        , m_reporter(reporter)
        , m_lexer(source.bytes()) {}

    [[nodiscard]] const Token &peek(size_t ahead = 0) {
        while (m_count <= ahead)
            m_ring[(m_first + m_count++) % Foresight] = read();
        return m_ring[(m_first + ahead) % Foresight];
    }
    Token take() {
        const Token token = peek();
        m_first = (m_first + 1) % Foresight;
        --m_count;
        m_last = token.span;
        return token;
    }
    /// Where the token taken last stands.
    [[nodiscard]] Span last() const { return m_last; }
    /// Forgets what was looked at and goes on at this byte.
    void moveTo(quint32 offset) {
        m_count = 0;
        m_lexer.moveTo(offset);
    }
    bool accept(TokenKind kind) { return peek().is(kind) && (take(), true); }
    bool accept(Keyword keyword) { return peek().is(keyword) && (take(), true); }

private:
    Token read();

    const Source &m_source;
    Reporter &m_reporter;
    Lexer m_lexer;
    bool m_saidPages = false; // once a source
    std::array<Token, Foresight> m_ring;
    size_t m_first = 0;
    size_t m_count = 0;
    Span m_last;
};

} // namespace walkabout::mib
