// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettewords.h"

#include <algorithm>

namespace walkabout {

namespace {

enum Fit { Whole, Beginning, WordBeginning = 3, Inside = 5, Beside = 8, Missing = 1000 };

// "Tab" in "New Tab", "Oper" in "ifOperStatus".
bool beginsWord(const QString &text, qsizetype at) {
    return !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && !text[at - 1].isUpper());
}

int fitOf(const QString &word, const QString &text, const QString &beside) {
    int best = beside.contains(word, Qt::CaseInsensitive) ? Beside : Missing;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const int fit = at > 0           ? (beginsWord(text, at) ? WordBeginning : Inside)
            : word.size() == text.size() ? Whole
                                         : Beginning;
        best = std::min(best, fit);
    }
    return best;
}

} // namespace

PaletteWords PaletteWords::parse(QStringView text) {
    PaletteWords words;
    words.m_words = text.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    return words;
}

std::optional<int> PaletteWords::rank(const QString &text, const QString &beside) const {
    int sum = 0;
    for (const QString &word : m_words) {
        const int fit = fitOf(word, text, beside);
        if (fit == Missing)
            return {};
        sum += fit;
    }
    return sum;
}

} // namespace walkabout
