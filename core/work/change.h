// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/library.h"
#include "core/snmp/varbind.h"

#include <optional>

namespace walkabout::change {

/// What the value is for: what a SET may not touch, a notification may well carry.
enum class Use { Set, Notify };

/// The varbind that sets this instance to what a person typed: the type comes from the library (enum labels, BITS,
/// ranges and SIZE held, hints read backwards), or from net-snmp's letter (i u c C t a o s x d b n U I F D and = for
/// the library's).
[[nodiscard]] Result<VarBind> make(
    const Library &library, const Oid &instance, QStringView text, QChar typeLetter = u'=', Use use = Use::Set);
/// "OBJECT=VALUE" or "OBJECT=TYPE:VALUE", as the command line takes it.
[[nodiscard]] Result<VarBind> parse(const Library &library, QStringView assignment, Use use = Use::Set);

/// Why the object's module would not have this value there: access, enumeration, range, SIZE or BITS (RFC 2578 7.1, 9).
/// nullopt: it would, or no module knows the object. Of values that were typed by a letter, which make() takes as they
/// are.
[[nodiscard]] std::optional<Failure> refusal(const Library &library, const VarBind &change);

} // namespace walkabout::change
