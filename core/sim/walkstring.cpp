// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/walkstring.h"

#include "core/sim/recordedtext.h"

namespace walkabout {

namespace {

// Where the string that opens with a quote closes: the first quote that no backslash escapes; -1: it does not.
qsizetype closingQuote(QByteArrayView text) {
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"' && text.sliced(i + 1).trimmed().isEmpty())
            return i;
    }
    return -1;
}

// Only what net-snmp escapes: the quote and the backslash itself. Older tools escape nothing, so another backslash
// stands.
QByteArray unescaped(QByteArrayView text) {
    QByteArray octets;
    octets.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\'))
            ++i;
        octets.append(text[i]);
    }
    return octets;
}

// -OT prints the text beside each line of hex: "41 42   [AB]".
QByteArray withoutTextBeside(QByteArrayView text) {
    QByteArray hex;
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        const qsizetype beside = line.indexOf(" [");
        hex += (beside < 0 ? line : line.first(beside)) + ' ';
    }
    return hex;
}

} // namespace

std::optional<QByteArray> WalkString::read(QByteArrayView text) {
    if (!text.startsWith('"'))
        return text.toByteArray();
    if (const qsizetype end = closingQuote(text); end > 0)
        return unescaped(text.sliced(1, end - 1));
    // "D:\" of a tool that does not escape; anything else was cut off.
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.size() > 1 && trimmed.endsWith("\\\""))
        return trimmed.sliced(1, trimmed.size() - 2).toByteArray();
    return std::nullopt;
}

bool WalkString::isOpen(QByteArrayView text) { return text.startsWith('"') && closingQuote(text) < 0; }

std::optional<QByteArray> WalkString::readHex(QByteArrayView text) {
    return RecordedText::hex(withoutTextBeside(text));
}

std::optional<QByteArray> WalkString::readBits(QByteArrayView text) {
    QByteArray octets;
    for (const QByteArray &word : text.toByteArray().simplified().split(' ')) {
        bool ok = false;
        const uint octet = word.toUInt(&ok, 16);
        if (!ok || word.size() > 2)
            return word.isEmpty() || word.contains('(') ? std::optional(octets) : std::nullopt;
        octets.append(char(octet));
    }
    return octets;
}

std::optional<QByteArray> WalkString::readNetworkAddress(QByteArrayView text) {
    QByteArray octets;
    for (const QByteArray &word : text.trimmed().toByteArray().split(':')) {
        bool ok = false;
        const uint octet = word.toUInt(&ok, 16);
        if (!ok || octet > 255)
            return std::nullopt;
        octets.append(char(octet));
    }
    return octets;
}

QByteArray WalkString::write(const QByteArray &octets) {
    // Lines of text stand as they are, so that a person can read a system's description.
    if (!RecordedText::isPlain(QByteArray(octets).replace('\n', ' ')))
        return "Hex-STRING: " + octets.toHex(' ').toUpper() + ' ';
    return "STRING: \"" + QByteArray(octets).replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

} // namespace walkabout
