// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/library.h"
#include "core/snmp/varbind.h"

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

} // namespace walkabout::change
