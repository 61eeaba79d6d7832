// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/switchedoffmodules.h"

#include "core/store/settings.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace walkabout::switchedoff {

namespace {
constexpr auto SwitchedOffKey = "mibs.switchedOff"_L1;
} // namespace

QStringList modules(const Settings &settings) {
    QStringList names;
    for (const auto &name : settings.value(SwitchedOffKey).toArray()) {
        if (name.isString())
            names.append(name.toString());
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

std::optional<Failure> set(Settings &settings, const QString &module, bool off) {
    QStringList names = modules(settings);
    names.removeAll(module);
    if (off)
        names.append(module);
    names.sort();
    return settings.set({{SwitchedOffKey, names.isEmpty() ? QJsonValue() : QJsonArray::fromStringList(names)}});
}

} // namespace walkabout::switchedoff
