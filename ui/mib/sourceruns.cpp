// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourceruns.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// RFC 2578 3.7, RFC 1212 and RFC 1215: macros, their clauses and ASN.1's own words. In order.
constexpr std::array Keywords{"ACCESS"_L1, "AGENT-CAPABILITIES"_L1, "APPLICATION"_L1, "AUGMENTS"_L1, "BEGIN"_L1,
    "BITS"_L1, "CHOICE"_L1, "CONTACT-INFO"_L1, "CREATION-REQUIRES"_L1, "DEFINITIONS"_L1, "DEFVAL"_L1, "DESCRIPTION"_L1,
    "DISPLAY-HINT"_L1, "END"_L1, "ENTERPRISE"_L1, "EXPLICIT"_L1, "EXPORTS"_L1, "FROM"_L1, "GROUP"_L1, "IDENTIFIER"_L1,
    "IMPLICIT"_L1, "IMPLIED"_L1, "IMPORTS"_L1, "INCLUDES"_L1, "INDEX"_L1, "INTEGER"_L1, "LAST-UPDATED"_L1, "MACRO"_L1,
    "MANDATORY-GROUPS"_L1, "MAX-ACCESS"_L1, "MIN-ACCESS"_L1, "MODULE"_L1, "MODULE-COMPLIANCE"_L1, "MODULE-IDENTITY"_L1,
    "NOTIFICATION-GROUP"_L1, "NOTIFICATION-TYPE"_L1, "NOTIFICATIONS"_L1, "OBJECT"_L1, "OBJECT-GROUP"_L1,
    "OBJECT-IDENTITY"_L1, "OBJECT-TYPE"_L1, "OBJECTS"_L1, "OCTET"_L1, "OF"_L1, "ORGANIZATION"_L1, "PRODUCT-RELEASE"_L1,
    "REFERENCE"_L1, "REVISION"_L1, "SEQUENCE"_L1, "SIZE"_L1, "STATUS"_L1, "STRING"_L1, "SUPPORTS"_L1, "SYNTAX"_L1,
    "TEXTUAL-CONVENTION"_L1, "TRAP-TYPE"_L1, "UNITS"_L1, "UNIVERSAL"_L1, "VARIABLES"_L1, "VARIATION"_L1,
    "WRITE-SYNTAX"_L1};
static_assert(std::ranges::is_sorted(Keywords, [](QLatin1StringView a, QLatin1StringView b) {
    return std::string_view(a.data(), size_t(a.size())) < std::string_view(b.data(), size_t(b.size()));
}));

bool isKeyword(QStringView word) {
    const auto at = std::ranges::lower_bound(
        Keywords, word, [](auto a, auto b) { return b.compare(a) > 0; }, [](const auto &known) { return known; });
    return at != Keywords.end() && word == *at;
}

bool isWordSign(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

} // namespace

std::vector<SourceRun> sourceRuns(QStringView text) {
    std::vector<SourceRun> runs;
    const qsizetype size = text.size();
    const auto endOfLine = [&](qsizetype from) {
        const qsizetype end = text.indexOf(u'\n', from);
        return end < 0 ? size : end;
    };
    for (qsizetype at = 0; at < size;) {
        const QChar c = text[at];
        if (c == u'"') {
            const qsizetype quote = text.indexOf(u'"', at + 1);
            const qsizetype end = quote < 0 ? size : quote + 1;
            for (qsizetype begin = at; begin < end;) {
                const qsizetype stop = std::min(endOfLine(begin), end);
                if (stop > begin)
                    runs.push_back({begin, stop - begin, SourceRun::String});
                begin = stop + 1;
            }
            at = end;
        } else if (c == u'-' && at + 1 < size && text[at + 1] == u'-') {
            const qsizetype end = endOfLine(at);
            runs.push_back({at, end - at, SourceRun::Comment});
            at = end;
        } else if (isWordSign(c)) {
            qsizetype end = at + 1;
            // "--" begins a comment also where a word stands before it.
            while (
                end < size && isWordSign(text[end]) && !(text[end] == u'-' && end + 1 < size && text[end + 1] == u'-'))
                ++end;
            if (isKeyword(text.sliced(at, end - at)))
                runs.push_back({at, end - at, SourceRun::Keyword});
            at = end;
        } else {
            ++at;
        }
    }
    return runs;
}

} // namespace walkabout
