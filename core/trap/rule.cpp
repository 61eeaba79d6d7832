// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/rule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

QJsonObject Rule::toJson() const {
    QJsonObject object{{u"name"_s, name}, {u"on"_s, isOn}};
    const auto put = [&](const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    put(u"source"_s, source);
    put(u"notification"_s, notification);
    put(u"words"_s, words);
    put(u"severity"_s, severity ? severity::word(*severity) : QString());
    if (hide)
        object.insert(u"hide"_s, true);
    if (mark > 0)
        object.insert(u"mark"_s, int(mark));
    if (alert)
        object.insert(u"alert"_s, true);
    return object;
}

Rule Rule::fromJson(const QJsonObject &object) {
    Rule rule;
    rule.name = object["name"_L1].toString();
    rule.isOn = object["on"_L1].toBool(true);
    rule.source = object["source"_L1].toString();
    rule.notification = object["notification"_L1].toString();
    rule.words = object["words"_L1].toString();
    rule.severity = severity::named(object["severity"_L1].toString());
    rule.hide = object["hide"_L1].toBool();
    rule.mark = quint8(std::clamp(object["mark"_L1].toInt(), 0, int(Marks)));
    rule.alert = object["alert"_L1].toBool();
    return rule;
}

} // namespace walkabout
