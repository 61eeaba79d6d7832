// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/displayhint.h"
#include "core/mib/octetspec.h"

#include <algorithm>

namespace walkabout::displayhint {

namespace {

// Reads text back into octets, one specification after the other.
class OctetReader final {
public:
    explicit OctetReader(QByteArrayView text)
        : m_rest(text) {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] const QByteArray &octets() const { return m_octets; }

    bool read(const OctetSpec &spec) {
        const QByteArray separator = spec.separator.isNull() ? QByteArray() : QString(spec.separator).toUtf8();
        const QByteArray terminator = spec.terminator.isNull() ? QByteArray() : QString(spec.terminator).toUtf8();
        const qsizetype countAt = m_octets.size();
        if (spec.repeats)
            m_octets.append('\0');
        int count = 0;
        do {
            if (!field(spec, separator, terminator) || ++count > 255)
                return false;
            if (spec.repeats && !terminator.isEmpty() && m_rest.startsWith(terminator)) {
                m_rest = m_rest.sliced(terminator.size());
                break;
            }
            if (!separator.isEmpty() && !atEnd()) {
                if (!m_rest.startsWith(separator) || m_rest.size() == separator.size())
                    return false;
                m_rest = m_rest.sliced(separator.size());
            }
        } while (spec.repeats && !atEnd());
        if (spec.repeats)
            m_octets[countAt] = char(count);
        return true;
    }

private:
    bool field(const OctetSpec &spec, const QByteArray &separator, const QByteArray &terminator) {
        if (!spec.isText())
            return number(spec);
        qsizetype length = std::min(spec.length, m_rest.size());
        for (const QByteArray &mark : {separator, terminator}) {
            const qsizetype end = mark.isEmpty() ? -1 : m_rest.indexOf(mark);
            if (end >= 0)
                length = std::min(length, end);
        }
        m_octets += m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return length > 0;
    }

    bool number(const OctetSpec &spec) {
        if (spec.length < 1 || spec.length > 8)
            return false;
        const quint64 most = spec.length == 8 ? ~quint64(0) : (quint64(1) << spec.length * 8) - 1;
        const auto radix = quint64(spec.radix());
        quint64 value = 0;
        qsizetype used = 0;
        // Without a separator a field ends where one more digit would not fit; hex has two digits an octet.
        const qsizetype digits = radix == 16 ? spec.length * 2 : 24;
        for (; used < m_rest.size() && used < digits; ++used) {
            const int digit = QByteArrayView("0123456789abcdef").indexOf(lower(m_rest[used]));
            if (digit < 0 || quint64(digit) >= radix || value > (most - quint64(digit)) / radix)
                break;
            value = value * radix + quint64(digit);
        }
        if (used == 0)
            return false;
        m_rest = m_rest.sliced(used);
        for (qsizetype i = spec.length - 1; i >= 0; --i)
            m_octets.append(char(value >> i * 8 & 0xff));
        return true;
    }

    static char lower(char c) { return c >= 'A' && c <= 'F' ? char(c + ('a' - 'A')) : c; }

    QByteArrayView m_rest;
    QByteArray m_octets;
};

} // namespace

std::optional<QByteArray> parseOctets(QStringView text, QStringView hint) {
    const QList<OctetSpec> specs = OctetSpec::read(hint);
    if (specs.isEmpty())
        return std::nullopt;
    const QByteArray utf8 = text.toUtf8();
    OctetReader reader(utf8);
    for (qsizetype used = 0; !reader.atEnd(); ++used) {
        if (!reader.read(specs[std::min(used, specs.size() - 1)]))
            return std::nullopt;
        if (reader.octets().size() > OctetSpec::Longest)
            return std::nullopt;
    }
    return reader.octets();
}

} // namespace walkabout::displayhint
