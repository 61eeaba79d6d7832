// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/tokenstream.h"

#include "core/mib/missingquote.h"

#include <QCoreApplication>

namespace walkabout::mib {

Token TokenStream::read() {
    Token token = m_lexer.next();
    if (m_lexer.brokenByPage() && !std::exchange(m_saidPages, true)) {
        m_reporter.warn("page-break", token.span.begin,
            QCoreApplication::translate("Parser",
                "Page heads and feet of a document stand in the module; they are skipped. Take the module without "
                "them."));
    }
    if (token.is(TokenKind::String) && !m_lexer.unterminated()) {
        const std::string_view text = m_source.bytes();
        const auto contents = text.substr(token.span.begin + 1, token.span.end - token.span.begin - 2);
        if (const auto end = endOfUnclosedText(contents)) {
            m_reporter.error("missing-quote", token.span.begin,
                QCoreApplication::translate("Parser",
                    "The closing quotation mark of this text is missing. It is taken to end before the next clause."));
            token.span.end = quint32(token.span.begin + 1 + *end);
            m_lexer.moveTo(token.span.end);
        }
    } else if (token.is(TokenKind::String)) {
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
