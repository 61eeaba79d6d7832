// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace walkabout {

/// The words typed into the palette: each may stand anywhere, in any order; case is ignored. A value.
class PaletteWords final {
public:
    static PaletteWords parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// How well they fit, 0 the best: the whole name before its beginning, before the beginning of a word, before its
    /// inside, before what stands beside it. nullopt: a word is missing.
    [[nodiscard]] std::optional<int> rank(const QString &text, const QString &beside) const;

private:
    QStringList m_words;
};

} // namespace walkabout
