// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/walktext.h"

#include "core/sim/recordedtext.h"
#include "core/sim/sapwalk.h"
#include "core/sim/walkname.h"
#include "core/sim/walkvalue.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr qsizetype LongestText = 2000; // lines of one value

bool isNumeric(QByteArrayView name) {
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool isPassedOver(QByteArrayView line) {
    return line.trimmed().isEmpty() || line.startsWith('#') || line.startsWith("End of MIB");
}

} // namespace

WalkText::WalkText(const QByteArray &text, const Recording::Names &names)
    : m_lines(text.split('\n'))
    , m_names(names) {
    if (!m_lines.isEmpty() && m_lines.last().isEmpty())
        m_lines.removeLast();
    // A CR ends each line of a file from elsewhere; one here and there belongs to a value.
    const auto endsInCr = [](const QByteArray &line) { return line.endsWith('\r'); };
    if (std::ranges::all_of(m_lines, endsInCr))
        std::ranges::for_each(m_lines, [](QByteArray &line) { line.chop(1); });
}

std::optional<WalkText::Start> WalkText::start(QByteArrayView line) {
    qsizetype equals = line.indexOf(" =");
    if (equals < 0)
        return std::nullopt;
    const QByteArrayView name = line.first(equals).trimmed();
    QByteArrayView value = line.sliced(equals + 2);
    while (value.startsWith(' '))
        value = value.sliced(1);
    if (isNumeric(name))
        return Start{name, value};
    const bool oneWord = !name.isEmpty() && (!name.contains(' ') || name.contains('"') || name.contains('\''));
    if (!oneWord || !WalkValue::begins(value))
        return std::nullopt;
    // "release = 5" is a line of someone's text; "sysUpTime.0 = 5" is not.
    const bool isQualified = name.contains("::") || name.contains('.');
    if (isQualified || value.contains(": "))
        return Start{name, value};
    return std::nullopt;
}

qsizetype WalkText::closingLine(qsizetype from) const {
    const qsizetype end = std::min(m_lines.size(), from + LongestText);
    for (qsizetype i = from; i < end; ++i) {
        // Another string opens: the one before was cut off, or its tool does not escape.
        if (const auto next = start(m_lines[i]); next && WalkValue::opensString(next->value))
            return -1;
        if (!WalkValue::isOpenString('"' + m_lines[i]))
            return i;
    }
    return -1;
}

RecordedLine WalkText::varBind(QByteArrayView name, QByteArrayView value) const {
    const auto oid = WalkName::resolve(name, m_names);
    if (!oid && isNumeric(name))
        return {{}, RecordedText::noOid()};
    if (!oid)
        return {{}, tr("nobody knows the name \"%1\"").arg(QString::fromUtf8(name))};
    QString reason;
    const auto read = WalkValue::read(value, m_names, reason);
    return {{*oid, read.value_or(Value())}, reason};
}

QList<RecordedLine> WalkText::read(const Recording::Stopped &stopped) const {
    QList<RecordedLine> all;
    all.reserve(m_lines.size());
    for (qsizetype i = 0; i < m_lines.size() && !(stopped && stopped()); ++i) {
        const QByteArray &line = m_lines[i];
        if (isPassedOver(line))
            continue;
        RecordedLine recorded;
        const int number = int(i) + 1;
        if (const auto found = start(line)) {
            QByteArray value = found->value.toByteArray();
            const qsizetype closing = WalkValue::isOpenString(value) ? closingLine(i + 1) : -1;
            while (i + 1 < m_lines.size()) {
                const QByteArray &next = m_lines[i + 1];
                if (i + 1 > closing && (start(next) || !WalkValue::continues(value, next)))
                    break;
                value += '\n' + next;
                ++i;
            }
            recorded = varBind(found->name, value);
        } else if (const auto sap = SapWalk::read(line)) {
            recorded = *sap;
        } else {
            recorded.reason = tr("no varbind begins here");
        }
        recorded.line = number;
        recorded.text = line;
        all.append(recorded);
    }
    return all;
}

} // namespace walkabout
