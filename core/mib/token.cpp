// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/token.h"

#include <algorithm>
#include <array>
#include <utility>

namespace walkabout::mib {

namespace {

using Entry = std::pair<std::string_view, Keyword>;

constexpr std::array Keywords = {
    Entry{"ACCESS", Keyword::Access},
    Entry{"AGENT-CAPABILITIES", Keyword::AgentCapabilities},
    Entry{"ANY", Keyword::Any},
    Entry{"APPLICATION", Keyword::Application},
    Entry{"AUGMENTS", Keyword::Augments},
    Entry{"BEGIN", Keyword::Begin},
    Entry{"BIT", Keyword::Bit},
    Entry{"BITS", Keyword::Bits},
    Entry{"CHOICE", Keyword::Choice},
    Entry{"CONTACT-INFO", Keyword::ContactInfo},
    Entry{"CREATION-REQUIRES", Keyword::CreationRequires},
    Entry{"DEFINITIONS", Keyword::Definitions},
    Entry{"DEFVAL", Keyword::Defval},
    Entry{"DESCRIPTION", Keyword::Description},
    Entry{"DISPLAY-HINT", Keyword::DisplayHint},
    Entry{"END", Keyword::End},
    Entry{"ENTERPRISE", Keyword::Enterprise},
    Entry{"EXPLICIT", Keyword::Explicit},
    Entry{"EXPORTS", Keyword::Exports},
    Entry{"FROM", Keyword::From},
    Entry{"GROUP", Keyword::Group},
    Entry{"IDENTIFIER", Keyword::Identifier},
    Entry{"IMPLICIT", Keyword::Implicit},
    Entry{"IMPLIED", Keyword::Implied},
    Entry{"IMPORTS", Keyword::Imports},
    Entry{"INCLUDES", Keyword::Includes},
    Entry{"INDEX", Keyword::Index},
    Entry{"INTEGER", Keyword::Integer},
    Entry{"LAST-UPDATED", Keyword::LastUpdated},
    Entry{"MACRO", Keyword::Macro},
    Entry{"MANDATORY-GROUPS", Keyword::MandatoryGroups},
    Entry{"MAX", Keyword::Max},
    Entry{"MAX-ACCESS", Keyword::MaxAccess},
    Entry{"MIN", Keyword::Min},
    Entry{"MIN-ACCESS", Keyword::MinAccess},
    Entry{"MODULE", Keyword::Module},
    Entry{"MODULE-COMPLIANCE", Keyword::ModuleCompliance},
    Entry{"MODULE-IDENTITY", Keyword::ModuleIdentity},
    Entry{"NOTIFICATION-GROUP", Keyword::NotificationGroup},
    Entry{"NOTIFICATION-TYPE", Keyword::NotificationType},
    Entry{"NOTIFICATIONS", Keyword::Notifications},
    Entry{"NULL", Keyword::Null},
    Entry{"OBJECT", Keyword::Object},
    Entry{"OBJECT-GROUP", Keyword::ObjectGroup},
    Entry{"OBJECT-IDENTITY", Keyword::ObjectIdentity},
    Entry{"OBJECT-TYPE", Keyword::ObjectType},
    Entry{"OBJECTS", Keyword::Objects},
    Entry{"OCTET", Keyword::Octet},
    Entry{"OF", Keyword::Of},
    Entry{"ORGANIZATION", Keyword::Organization},
    Entry{"PRODUCT-RELEASE", Keyword::ProductRelease},
    Entry{"REFERENCE", Keyword::Reference},
    Entry{"REVISION", Keyword::Revision},
    Entry{"SEQUENCE", Keyword::Sequence},
    Entry{"SIZE", Keyword::Size},
    Entry{"STATUS", Keyword::Status},
    Entry{"STRING", Keyword::String},
    Entry{"SUPPORTS", Keyword::Supports},
    Entry{"SYNTAX", Keyword::Syntax},
    Entry{"TEXTUAL-CONVENTION", Keyword::TextualConvention},
    Entry{"TRAP-TYPE", Keyword::TrapType},
    Entry{"UNITS", Keyword::Units},
    Entry{"UNIVERSAL", Keyword::Universal},
    Entry{"VARIABLES", Keyword::Variables},
    Entry{"VARIATION", Keyword::Variation},
    Entry{"WRITE-SYNTAX", Keyword::WriteSyntax},
};
static_assert(std::ranges::is_sorted(Keywords, {}, &Entry::first));

/// Where the words of each first letter begin.
constexpr std::array<quint8, 27> Starts = [] {
    std::array<quint8, 27> starts{};
    for (size_t letter = 0; letter < starts.size(); ++letter)
        while (starts[letter] < Keywords.size() && size_t(Keywords[starts[letter]].first[0] - 'A') < letter)
            ++starts[letter];
    return starts;
}();

} // namespace

Keyword keywordOf(std::string_view word) {
    if (word.size() < 2 || word[0] < 'A' || word[0] > 'Z' || word[1] < 'A' || word[1] > 'Z')
        return Keyword::None;
    const auto letter = size_t(word[0] - 'A');
    for (size_t i = Starts[letter]; i < Starts[letter + 1]; ++i)
        if (Keywords[i].first == word)
            return Keywords[i].second;
    return Keyword::None;
}

} // namespace walkabout::mib
