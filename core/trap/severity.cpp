// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/severity.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace walkabout::severity {

namespace {

constexpr std::array<QLatin1StringView, 5> words{"normal"_L1, "notice"_L1, "warning"_L1, "major"_L1, "critical"_L1};

struct Sign {
    QLatin1StringView part; // a word of the name
    Severity severity;
};
// The first that fits counts: "alarmCleared" is normal, "fanFailureRecovered" too.
constexpr std::array signs{
    Sign{"clear"_L1, Severity::Normal},
    Sign{"cleared"_L1, Severity::Normal},
    Sign{"recovered"_L1, Severity::Normal},
    Sign{"recovery"_L1, Severity::Normal},
    Sign{"restored"_L1, Severity::Normal},
    Sign{"resolved"_L1, Severity::Normal},
    Sign{"normal"_L1, Severity::Normal},
    Sign{"ok"_L1, Severity::Normal},
    Sign{"up"_L1, Severity::Normal},
    Sign{"established"_L1, Severity::Normal},
    Sign{"critical"_L1, Severity::Critical},
    Sign{"emergency"_L1, Severity::Critical},
    Sign{"fatal"_L1, Severity::Critical},
    Sign{"down"_L1, Severity::Major},
    Sign{"loss"_L1, Severity::Major},
    Sign{"lost"_L1, Severity::Major},
    Sign{"fail"_L1, Severity::Major},
    Sign{"failed"_L1, Severity::Major},
    Sign{"failure"_L1, Severity::Major},
    Sign{"fault"_L1, Severity::Major},
    Sign{"alarm"_L1, Severity::Major},
    Sign{"error"_L1, Severity::Major},
    Sign{"overheat"_L1, Severity::Major},
    Sign{"warning"_L1, Severity::Warning},
    Sign{"warn"_L1, Severity::Warning},
    Sign{"threshold"_L1, Severity::Warning},
    Sign{"exceeded"_L1, Severity::Warning},
    Sign{"rising"_L1, Severity::Warning},
    Sign{"high"_L1, Severity::Warning},
    Sign{"low"_L1, Severity::Warning},
    Sign{"cold"_L1, Severity::Warning}, // coldStart
    Sign{"violation"_L1, Severity::Warning},
};

/// The words of "ciscoEnvMonFanNotification": at capitals, digits, hyphens.
QStringList wordsOf(QStringView name) {
    QStringList found;
    QString word;
    for (const QChar letter : name) {
        if (!word.isEmpty() && (letter.isUpper() || !letter.isLetter())) {
            found += word;
            word.clear();
        }
        if (letter.isLetter())
            word += letter.toLower();
    }
    if (!word.isEmpty())
        found += word;
    return found;
}

} // namespace

Severity ofName(QStringView name) {
    if (name == "authenticationFailure"_L1)
        return Severity::Warning; // of a manager, not of the device
    const QStringList parts = wordsOf(name);
    const auto fits = [&](const Sign &sign) { return parts.contains(sign.part); };
    const auto *const sign = std::ranges::find_if(signs, fits);
    return sign == signs.end() ? Severity::Notice : sign->severity;
}

QString word(Severity severity) { return words.at(size_t(severity)); }

std::optional<Severity> named(QStringView word) {
    for (size_t i = 0; i < words.size(); ++i) {
        if (word.compare(words.at(i), Qt::CaseInsensitive) == 0)
            return Severity(i);
    }
    return std::nullopt;
}

QString text(Severity severity) {
    const auto tr = [](const char *text) { return QCoreApplication::translate("Severity", text); };
    switch (severity) {
    case Severity::Normal: return tr("normal");
    case Severity::Notice: return tr("notice");
    case Severity::Warning: return tr("warning");
    case Severity::Major: return tr("major");
    case Severity::Critical: return tr("critical");
    }
    return {};
}

} // namespace walkabout::severity
