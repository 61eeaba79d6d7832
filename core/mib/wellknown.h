// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/types.h"

#include <optional>
#include <span>
#include <string_view>

namespace walkabout::mib::wellknown {

/// The base type that a name of the SMI stands for wherever it is imported from; nullopt: not one of the SMI's types.
[[nodiscard]] std::optional<BaseType> baseType(std::string_view name);

/// The arcs of a node of the SMI's frame ("enterprises", "mib-2"), for collections without the modules that define it;
/// empty: not one.
[[nodiscard]] std::span<const quint32> oidOf(std::string_view name);

/// The name of a node of the frame where no module names it; empty: not one.
[[nodiscard]] std::string_view nameOf(std::span<const quint32> oid);

/// Macros and types that a module imports and nobody has to define.
[[nodiscard]] bool isPartOfLanguage(std::string_view name);

/// What a module is called today that others import by an older or mistaken name; empty: nothing known.
[[nodiscard]] std::string_view presentName(std::string_view module);

/// Modules that supply a symbol which someone forgot to import; the lower the number the sooner. -1: not one of them.
[[nodiscard]] int supplierRank(std::string_view module);

/// Modules of the SMI itself: their types are base types, and they name the frame's nodes before anyone else.
[[nodiscard]] bool isSmi(std::string_view module);

/// Modules whose objects newer ones define again (RFC1213-MIB and its like): they name a node only where nobody else
/// does.
[[nodiscard]] bool isSuperseded(std::string_view module);

} // namespace walkabout::mib::wellknown
