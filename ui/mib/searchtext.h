// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/noderef.h"

namespace walkabout {

/// Why a search found a node, in a few words.
namespace searchtext {

/// The words that were searched for, without a module before them.
[[nodiscard]] QStringList words(const QString &text);
/// The part of a sentence around the first of the words in it, on one line; empty: none is there.
[[nodiscard]] QString snippet(const QString &description, const QStringList &words);
/// "up(1)": the label of an enumeration or of BITS that has the word, where the name has not; else empty.
[[nodiscard]] QString label(const NodeRef &node, const QStringList &words);

} // namespace searchtext
} // namespace walkabout
