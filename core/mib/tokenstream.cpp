// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/tokenstream.h"

#include <QCoreApplication>

namespace walkabout::mib {

Token TokenStream::read() {
    Token token = m_lexer.next();
    if (token.is(TokenKind::String) && m_lexer.unterminated()) {
        m_reporter.error("unterminated-string", token.span.begin,
            QCoreApplication::translate(
                "Parser", "This text has no closing quotation mark. Add one where the text ends."));
        const std::string_view text = m_source.bytes();
        const size_t end = std::min(text.find(m_source.lineEnd(), token.span.begin), text.size());
        token.span.end = quint32(end);
        m_lexer.moveTo(token.span.end);
    }
    return token;
}

} // namespace walkabout::mib
