// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/walkname.h"

#include "core/sim/recordedtext.h"

#include <array>

namespace walkabout {

namespace {

struct Arc {
    QByteArrayView name;
    QByteArrayView oid;
};

// The arcs of RFC 2578 section 2, and the one instance that net-snmp prints by a name of its own.
constexpr std::array<Arc, 19> knownArcs = {{{"ccitt", "0"}, {"zeroDotZero", "0.0"}, {"iso", "1"},
    {"joint-iso-ccitt", "2"}, {"org", "1.3"}, {"dod", "1.3.6"}, {"internet", "1.3.6.1"}, {"directory", "1.3.6.1.1"},
    {"mgmt", "1.3.6.1.2"}, {"mib-2", "1.3.6.1.2.1"}, {"system", "1.3.6.1.2.1.1"}, {"transmission", "1.3.6.1.2.1.10"},
    {"experimental", "1.3.6.1.3"}, {"private", "1.3.6.1.4"}, {"enterprises", "1.3.6.1.4.1"}, {"security", "1.3.6.1.5"},
    {"snmpV2", "1.3.6.1.6"}, {"snmpModules", "1.3.6.1.6.3"}, {"sysUpTimeInstance", "1.3.6.1.2.1.1.3.0"}}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Where the dotted numbers at the end begin: "enterprises.9.1" gives the place of ".9.1".
qsizetype numbersAt(QByteArrayView text) {
    qsizetype at = text.size();
    for (qsizetype i = text.size() - 1; i >= 0 && (isDigit(text[i]) || text[i] == '.'); --i) {
        if (text[i] == '.')
            at = i;
    }
    return at;
}

} // namespace

std::optional<Oid> WalkName::resolve(QByteArrayView text, const Recording::Names &names) {
    text = text.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (isDigit(text.front()) || text.front() == '.') {
        if (auto oid = RecordedText::oid(text))
            return oid;
    }
    const qsizetype numbers = numbersAt(text);
    const QByteArrayView head = text.first(numbers);
    const qsizetype from = std::max(head.lastIndexOf('.'), head.lastIndexOf(':')) + 1;
    const QByteArrayView last = head.sliced(from);
    for (const Arc &arc : knownArcs) {
        if (last == arc.name)
            return RecordedText::oid(arc.oid.toByteArray() + text.sliced(numbers).toByteArray());
    }
    if (!names)
        return std::nullopt;
    if (auto oid = names(QString::fromUtf8(text)))
        return oid;
    // The whole path: its last name and the instance say the same.
    return text.startsWith('.') ? names(QString::fromUtf8(text.sliced(from))) : std::nullopt;
}

} // namespace walkabout
