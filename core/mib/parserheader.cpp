// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

#include "core/mib/asciibyte.h"

#include <algorithm>
#include <array>

namespace walkabout::mib {

namespace {

// The OID that may stand between a module's name and DEFINITIONS, with its blanks and comments.
constexpr size_t MostOfOid = 4000;
constexpr size_t UsualDefinition = 300; // of the source's bytes: a short one

bool isBlankByte(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

} // namespace

/// Goes by bytes, not by tokens: in the prose around a module a quotation mark opens nothing.
bool Parser::findHeader() {
    constexpr std::string_view word = "DEFINITIONS";
    const std::string_view bytes = m_source->bytes();
    for (size_t at = bytes.find(word, m_searched); at != std::string_view::npos; at = bytes.find(word, at + 1)) {
        size_t end = at;
        while (end > m_searched && isBlankByte(bytes[end - 1]))
            --end;
        if (end > m_searched && bytes[end - 1] == '}') {
            const size_t first = std::max<size_t>(m_searched, end - std::min(end, MostOfOid));
            while (end > first && bytes[end - 1] != '{')
                --end;
            while (end > m_searched && (bytes[end - 1] == '{' || isBlankByte(bytes[end - 1])))
                --end;
        }
        size_t begin = end;
        while (begin > m_searched && isWordByte(bytes[begin - 1]))
            --begin;
        // Far enough back for a comment that the words stand in; a line has no bound.
        std::string_view before = bytes.substr(begin - std::min<size_t>(begin, 500), std::min<size_t>(begin, 500));
        before = before.substr(before.rfind(m_source->lineEnd()) + 1);
        if (begin == end || before.find("--") != std::string_view::npos)
            continue;
        m_tokens.moveTo(quint32(at + word.size()));
        // IMPLICIT TAGS; no more of them, lest a file of these words is read once for each.
        for (int words = 0; words < 4 && m_tokens.peek().isWord() && !m_tokens.peek().is(Keyword::Begin); ++words)
            m_tokens.take();
        if (!m_tokens.accept(TokenKind::Assign))
            continue;
        if (m_modules.empty())
            m_module.definitions.reserve(bytes.size() / UsualDefinition);
        else
            m_module = Module();
        m_traits = ModuleTraits();
        m_module.source = m_source;
        m_module.name = {quint32(begin), quint32(end)};
        m_module.line = m_lines.at(quint32(begin)).line;
        m_reporter.setModule(text(m_module.name));
        if (!m_tokens.accept(Keyword::Begin))
            m_reporter.warn("missing-begin", m_tokens.peek().span.begin, tr("BEGIN is missing after DEFINITIONS ::=."));
        return true;
    }
    return false;
}

void Parser::finishModule(bool ended) {
    const quint32 end = m_tokens.last().end;
    if (!ended)
        m_reporter.warn("missing-end", end, tr("The module has no END. It may be cut short; what is here was read."));
    // The modules that define the language itself came before the macro.
    constexpr std::array<std::string_view, 3> language = {"SNMPv2-SMI", "SNMPv2-TC", "SNMPv2-CONF"};
    if (m_module.usesV2 && !m_module.hasIdentity && std::ranges::find(language, view(m_module.name)) == language.end())
        m_reporter.warn(
            "missing-module-identity", m_module.name.begin, tr("A module of SMIv2 must have a MODULE-IDENTITY."));
    if (m_longNames > 0)
        m_reporter.report(Diagnostic::Severity::Note, "long-names", m_firstLongName,
            tr("%n name(s) longer than 32 characters, from here on.", nullptr, std::exchange(m_longNames, 0)));
    m_traits.end = end;
    m_traits.isCut = m_reporter.hasErrors();
    ModuleCheck(m_module, m_traits, m_reporter).run();
    m_searched = end;
    m_module.diagnostics = m_reporter.take();
    m_reporter.setModule({});
    m_modules.push_back(std::move(m_module));
}

} // namespace walkabout::mib
