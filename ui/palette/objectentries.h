// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "ui/palette/paletteentry.h"

#include <atomic>

namespace walkabout::paletteentries {

/// What the library has for a text, as numbers of its nodes, the likeliest first.
struct FoundObjects {
    QList<qint32> tables; // by name, then by what their descriptions speak of
    QList<qint32> objects; // all others, by name alone
};

/// A pure function, fit for a pool thread; at most so many of each.
[[nodiscard]] FoundObjects find(
    const Library &library, const QString &text, int most, const std::atomic<bool> &cancelled);

/// device: the one that a table would be asked of; empty: none is chosen.
[[nodiscard]] PaletteEntry ofNode(const NodeRef &node, const QString &device);

[[nodiscard]] QString idOf(const Oid &oid);
/// nullopt: the id is not one of an object.
[[nodiscard]] std::optional<Oid> oidOf(const QString &id);

} // namespace walkabout::paletteentries
