// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/severity.h"

#include <QJsonObject>

namespace walkabout {

/// What a person wants made of some notifications. Empty conditions hold for all. A value.
struct Rule {
    QString name;
    bool isOn = true;
    // conditions
    QString source; // an address, a subnet "10.1.0.0/16", or a part of a device's name
    QString notification; // "linkDown", "IF-MIB::link*", or an OID and what is below it
    QString words; // all of them stand in its text
    // what is done
    std::optional<Severity> severity;
    bool hide = false;
    quint8 mark = 0; // highlight: 1 to Marks
    bool alert = false; // by the desktop

    static constexpr quint8 Marks = 5; // red, orange, yellow, green, blue

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Rule fromJson(const QJsonObject &object);

    friend bool operator==(const Rule &, const Rule &) = default;
};

} // namespace walkabout
