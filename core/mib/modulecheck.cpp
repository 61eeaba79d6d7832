// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/modulecheck.h"

#include "core/mib/asciibyte.h"
#include "core/mib/wordfinder.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

struct MacroName {
    Keyword macro;
    std::string_view name;
    const char *home;
};

// Where SMIv2 has them; SMIv1's OBJECT-TYPE and TRAP-TYPE come from RFC-1212 and RFC-1215.
constexpr std::array Macros{
    MacroName{Keyword::ModuleIdentity, "MODULE-IDENTITY", "SNMPv2-SMI"},
    MacroName{Keyword::ObjectIdentity, "OBJECT-IDENTITY", "SNMPv2-SMI"},
    MacroName{Keyword::ObjectType, "OBJECT-TYPE", "SNMPv2-SMI"},
    MacroName{Keyword::NotificationType, "NOTIFICATION-TYPE", "SNMPv2-SMI"},
    MacroName{Keyword::TrapType, "TRAP-TYPE", "RFC-1215"},
    MacroName{Keyword::TextualConvention, "TEXTUAL-CONVENTION", "SNMPv2-TC"},
    MacroName{Keyword::ObjectGroup, "OBJECT-GROUP", "SNMPv2-CONF"},
    MacroName{Keyword::NotificationGroup, "NOTIFICATION-GROUP", "SNMPv2-CONF"},
    MacroName{Keyword::ModuleCompliance, "MODULE-COMPLIANCE", "SNMPv2-CONF"},
    MacroName{Keyword::AgentCapabilities, "AGENT-CAPABILITIES", "SNMPv2-CONF"},
};

// The base types, by the version that has them; both have IpAddress, TimeTicks and Opaque.
constexpr std::array<std::string_view, 8> TypesOfV2{
    "Integer32", "Unsigned32", "Counter32", "Gauge32", "Counter64", "IpAddress", "TimeTicks", "Opaque"};
constexpr std::array<std::string_view, 3> TypesOfV1{"Counter", "Gauge", "NetworkAddress"};

template <size_t N>
bool isOne(const std::array<std::string_view, N> &all, std::string_view name) {
    return std::ranges::find(all, name) != all.end();
}

bool hasWord(std::string_view text, std::string_view word) {
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    const WordFinder finder(std::move(lower));
    for (size_t at = finder.find(text); at != std::string_view::npos; at = finder.find(text, at + 1)) {
        const size_t end = at + word.size();
        if (text.substr(at, word.size()) == word && (at == 0 || !isWordByte(text[at - 1]))
            && (end == text.size() || !isWordByte(text[end])))
            return true;
    }
    return false;
}

/// A date with four digits of its year, so that texts compare; nothing: it is no date (RFC 2578 2, ExtUTCTime).
std::optional<std::string> dateOf(std::string_view text) {
    std::string date(text.size() == 11 ? "19" : "");
    date += text;
    if (date.size() != 13 || date.back() != 'Z'
        || !std::all_of(date.begin(), date.end() - 1, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const auto number = [&date](size_t at, size_t size) { return std::stoi(date.substr(at, size)); };
    if (!QDate::isValid(number(0, 4), number(4, 2), number(6, 2)) || number(8, 2) > 23 || number(10, 2) > 59)
        return std::nullopt;
    return date;
}

} // namespace

void ModuleTraits::use(Keyword macro, quint32 begin) {
    if (std::ranges::find(macros, macro, &Use::macro) == macros.end())
        macros.push_back({macro, begin});
}

void ModuleCheck::run() {
    checkRevisions();
    checkOldWords();
    checkMacroImports();
    checkTypeImports();
    checkUnusedImports();
    checkBytes();
    checkDefinitions();
    checkSequences();
}

void ModuleCheck::checkRevisions() {
    const auto read = [this](Span span) {
        auto date = dateOf(m_module.view(span));
        if (!date && !span.isEmpty())
            m_reporter.warn("bad-date", span.begin,
                tr("%1 is no date and time of the form 202601312359Z.").arg(m_module.text(span).left(40)));
        return date;
    };
    const auto updated = read(m_module.lastUpdated);
    std::optional<std::string> before;
    bool found = false;
    for (const Module::Revision &revision : m_module.revisions) {
        const auto date = read(revision.date);
        if (before && date && *date > *before)
            m_reporter.warn("revision-order", revision.date.begin,
                tr("The revision is later than the one above it. Put the latest first."));
        found = found || (date && updated && *date == *updated);
        before = date ? date : before;
    }
    if (updated && !found && !m_module.revisions.empty())
        m_reporter.warn("revision-missing", m_module.lastUpdated.begin,
            tr("No REVISION has the date of LAST-UPDATED. Add one that tells what was changed then."));
}

/// SMIv1's words in a module of SMIv2 (RFC 2576 2.1): one warning for all of a kind.
void ModuleCheck::checkOldWords() {
    if (!m_module.hasIdentity)
        return;
    if (m_traits.oldAccesses > 0)
        m_reporter.warn("smiv1-access", m_traits.oldAccess,
            tr("%n object(s) with ACCESS, from here on. In SMIv2 the clause is MAX-ACCESS.", nullptr,
                m_traits.oldAccesses));
    int statuses = 0;
    int traps = 0;
    int writeOnly = 0;
    std::array<quint32, 3> first{};
    for (const Definition &definition : m_module.definitions) {
        if ((definition.status == Status::Mandatory || definition.status == Status::Optional) && statuses++ == 0)
            first[0] = definition.name.begin;
        if (definition.kind == Definition::Trap && traps++ == 0)
            first[1] = definition.name.begin;
        if (definition.access == Access::WriteOnly && writeOnly++ == 0)
            first[2] = definition.name.begin;
    }
    if (statuses > 0)
        m_reporter.warn("smiv1-status", first[0],
            tr("%n definition(s) with the status mandatory or optional, from here on. SMIv2 has current, deprecated "
               "and obsolete.",
                nullptr, statuses));
    if (traps > 0)
        m_reporter.warn("smiv1-trap", first[1],
            tr("%n TRAP-TYPE definition(s), from here on. SMIv2 has NOTIFICATION-TYPE.", nullptr, traps));
    if (writeOnly > 0)
        m_reporter.warn("smiv1-write-only", first[2],
            tr("%n object(s) with the access write-only, from here on. SMIv2 has read-write and read-create.", nullptr,
                writeOnly));
}

void ModuleCheck::checkMacroImports() {
    if (m_traits.definesMacros || m_traits.isCut)
        return; // one of the modules that make the language
    for (const ModuleTraits::Use &use : m_traits.macros) {
        const auto macro = std::ranges::find(Macros, use.macro, &MacroName::macro);
        if (macro == Macros.end()
            || std::ranges::any_of(m_module.symbols, [&](Span symbol) { return m_module.view(symbol) == macro->name; }))
            continue;
        const QString home
            = use.macro == Keyword::ObjectType && !m_module.usesV2 ? u"RFC-1212"_s : QString::fromLatin1(macro->home);
        m_reporter.warn("macro-not-imported", use.begin,
            tr("%1 is used and not imported. Import it from %2.").arg(decodeText(macro->name), home));
    }
}

/// The SMI's types are known everywhere, so the resolver does not miss their import.
void ModuleCheck::checkTypeImports() {
    if (m_traits.definesMacros || m_traits.isCut)
        return;
    std::vector<std::string_view> told;
    for (const Definition &definition : m_module.definitions) {
        const std::string_view name = m_module.view(definition.syntax.name);
        if (definition.syntax.form != Syntax::Named || definition.syntax.keyword != BaseType::None
            || (!isOne(TypesOfV2, name) && !isOne(TypesOfV1, name)) || std::ranges::find(told, name) != told.end())
            continue;
        told.push_back(name);
        const auto is = [&](Span span) { return m_module.view(span) == name; };
        if (std::ranges::any_of(m_module.symbols, is)
            || std::ranges::any_of(
                m_module.definitions, [&](const Definition &one) { return one.isType() && is(one.name); }))
            continue;
        const bool isOld = isOne(TypesOfV1, name) || !m_module.usesV2;
        m_reporter.warn("missing-import", definition.syntax.name.begin,
            tr("%1 is not imported; taken from %2. Add it to IMPORTS.")
                .arg(decodeText(name), isOld ? u"RFC1155-SMI"_s : u"SNMPv2-SMI"_s));
    }
}

/// By the bytes behind the imports: a name that stands in a text or a comment alone passes as used.
void ModuleCheck::checkUnusedImports() {
    constexpr size_t MostBytes = 100'000'000; // looked at; imports may be many and the module large
    if (m_traits.definesMacros || m_traits.isCut || m_traits.importsEnd >= m_traits.end)
        return;
    const std::string_view rest = m_module.view({m_traits.importsEnd, m_traits.end});
    QStringList unused;
    quint32 first = 0;
    size_t looked = 0;
    for (const Span symbol : m_module.symbols) {
        const std::string_view name = m_module.view(symbol);
        const auto macro = std::ranges::find(Macros, name, &MacroName::name);
        const bool isUsed = macro == Macros.end()
            ? hasWord(rest, name)
            : std::ranges::find(m_traits.macros, macro->macro, &ModuleTraits::Use::macro) != m_traits.macros.end();
        if (isUsed)
            continue;
        if (unused.isEmpty())
            first = symbol.begin;
        unused.append(m_module.text(symbol).left(64));
        looked += rest.size();
        if (looked > MostBytes)
            break;
    }
    if (!unused.isEmpty())
        note("unused-import", first, tr("Imported and not used: %1.").arg(unused.join(u", "_s)));
}

void ModuleCheck::checkBytes() {
    const std::string_view bytes = m_module.view({m_module.name.begin, m_traits.end});
    const size_t odd = firstNonAscii(bytes);
    if (odd == bytes.size())
        return;
    const bool isUtf8 = QUtf8StringView(bytes.data(), qsizetype(bytes.size())).isValidUtf8();
    note("not-ascii", m_module.name.begin + quint32(odd),
        (isUtf8 ? tr("A letter outside of ASCII; the file is read as UTF-8.")
                : tr("A letter outside of ASCII; the file is read as Latin-1.")));
}

} // namespace walkabout::mib
