// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/source.h"

#include <string_view>

namespace walkabout::mib {

/// The reserved words of both versions of the SMI that this parser acts on.
enum class Keyword : quint8 {
    None,
    Access,
    AgentCapabilities,
    Any,
    Application,
    Augments,
    Begin,
    Bit,
    Bits,
    Choice,
    ContactInfo,
    CreationRequires,
    Definitions,
    Defval,
    Description,
    DisplayHint,
    End,
    Enterprise,
    Explicit,
    Exports,
    From,
    Group,
    Identifier,
    Implicit,
    Implied,
    Imports,
    Includes,
    Index,
    Integer,
    LastUpdated,
    Macro,
    MandatoryGroups,
    Max,
    MaxAccess,
    Min,
    MinAccess,
    Module,
    ModuleCompliance,
    ModuleIdentity,
    NotificationGroup,
    NotificationType,
    Notifications,
    Null,
    Object,
    ObjectGroup,
    ObjectIdentity,
    ObjectType,
    Objects,
    Octet,
    Of,
    Organization,
    ProductRelease,
    Reference,
    Revision,
    Sequence,
    Size,
    Status,
    String,
    Supports,
    Syntax,
    TextualConvention,
    TrapType,
    Units,
    Universal,
    Variables,
    Variation,
    WriteSyntax,
};

[[nodiscard]] Keyword keywordOf(std::string_view word);

enum class TokenKind : quint8 {
    End, // of the file
    Name, // begins with a lower-case letter, or with digits and goes on with letters
    TypeName, // begins with an upper-case letter
    Number, // with its minus sign
    String, // with its quotes
    Hex, // 'ff'H
    Binary, // '01'B
    Assign, // ::=
    LeftBrace,
    RightBrace,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    Comma,
    Semicolon,
    Bar,
    Dot,
    Range, // . and ..
    Other, // a byte that begins nothing
};

/// One token: its kind, the word it is, and where it stands.
struct Token {
    TokenKind kind = TokenKind::End;
    Keyword keyword = Keyword::None;
    Span span;

    [[nodiscard]] bool is(TokenKind k) const { return kind == k; }
    [[nodiscard]] bool is(Keyword k) const { return keyword == k; }
    [[nodiscard]] bool isWord() const { return kind == TokenKind::Name || kind == TokenKind::TypeName; }
};

} // namespace walkabout::mib
