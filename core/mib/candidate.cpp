// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/candidate.h"

#include <tuple>

namespace walkabout::mib {

namespace {

bool isNamedFor(const QString &path, const std::string &module) {
    const QString name = path.section(u'/', -1).section(u'.', 0, 0);
    return name == QLatin1StringView(module.data(), qsizetype(module.size()));
}

} // namespace

bool Candidate::beats(const Candidate &other) const {
    if (tier != other.tier)
        return tier < other.tier;
    // A module without a date is older than any.
    const auto date = [](const Candidate &one) { return one.lastUpdated.left(10); };
    if (date(*this) != date(other))
        return date(*this) > date(other);
    const bool named = isNamedFor(path, name);
    const bool otherNamed = isNamedFor(other.path, other.name);
    return std::tuple(!named, file, line) < std::tuple(!otherNamed, other.file, other.line);
}

} // namespace walkabout::mib
