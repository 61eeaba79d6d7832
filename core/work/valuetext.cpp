// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/valuetext.h"

#include "core/base/bytes.h"
#include "core/mib/addresstext.h"
#include "core/mib/convention.h"
#include "core/mib/displayhint.h"
#include "core/work/timetext.h"

#include <QLocale>
#include <QStringDecoder>

#include <algorithm>
#include <bit>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

// DisplayString's "255a" and its like: the octets are the text.
bool isTextHint(const QString &hint) { return hint.endsWith(u'a') || hint.endsWith(u't'); }

// Most texts, told without decoding them.
bool isPlainAscii(const QByteArray &octets) {
    return std::ranges::all_of(octets, [](char octet) { return octet >= 0x20 && octet < 0x7f; });
}

std::optional<QString> latin1(const QByteArray &octets) {
    for (const char octet : octets) {
        const auto code = quint8(octet);
        const bool allowed
            = code == '\t' || code == '\r' || code == '\n' || (code >= 0x20 && code < 0x7f) || code >= 0xa0;
        if (!allowed)
            return std::nullopt;
    }
    return QString::fromLatin1(octets);
}

// As asked for, whatever is in it: what cannot be shown is marked.
QString anyText(QByteArray octets) {
    while (octets.endsWith('\0'))
        octets.chop(1);
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(octets);
    if (utf8.hasError())
        text = QString::fromLatin1(octets);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\t' && c != u'\r' && c != u'\n')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

ValueText::ValueText(TypeInfo type, Describe::Style style, OctetForm form)
    : m_type(std::move(type))
    , m_style(style) {
    if (const auto wanted = octetsOf(form))
        m_octets = *wanted;
    else if (m_type.base == BaseType::Bits)
        m_octets = Octets::Bits;
    else if (m_type.base != BaseType::OctetString)
        m_octets = Octets::Plain;
    else if (convention::isAddress(m_type))
        m_octets = Octets::Address;
    else if (m_style == Describe::Style::Window && convention::is(m_type, u"DateAndTime"))
        m_octets = Octets::Date;
    else if (m_style == Describe::Style::Window && convention::isHardwareAddress(m_type))
        m_octets = Octets::Hardware;
    else if (isTextHint(m_type.displayHint))
        m_octets = Octets::Text;
    else if (!m_type.displayHint.isEmpty())
        m_octets = Octets::Hinted;
    if (m_octets == Octets::Hinted)
        m_specs = displayhint::OctetSpec::read(m_type.displayHint);
    if (m_type.base == BaseType::Integer32) {
        for (const EnumItem &item : std::as_const(m_type.enums))
            m_labels.append(item.label + u'(' + QString::number(item.number) + u')');
    }
}

std::optional<ValueText::Octets> ValueText::octetsOf(OctetForm form) {
    switch (form) {
    case OctetForm::Automatic: return {};
    case OctetForm::Text: return Octets::AnyText;
    case OctetForm::Hex: return Octets::Hex;
    case OctetForm::Mac: return Octets::Hardware;
    case OctetForm::Address: return Octets::AnyAddress;
    case OctetForm::Date: return Octets::Date;
    }
    return {};
}

QString ValueText::of(const Value &value) const {
    using Type = Value::Type;
    switch (value.type()) {
    case Type::Integer32:
    case Type::Gauge32: return ofInteger(value);
    case Type::Counter32:
    case Type::Counter64:
    case Type::OpaqueUnsigned64: return QString::number(value.toUnsigned());
    case Type::OpaqueInteger64: return QString::number(value.toSigned());
    case Type::TimeTicks:
        return m_style == Describe::Style::Window ? TimeText::ticks(quint32(value.toUnsigned()))
                                                  : TimeText::ticksWithDays(quint32(value.toUnsigned()));
    case Type::OctetString: return ofOctets(value.octets());
    case Type::IpAddress: return addresstext::format(value.octets(), addresstext::IPv4).value_or(QString());
    case Type::Opaque:
    case Type::NsapAddress: return bytes::toHex(value.octets());
    // Shortest text that reads back as the same number.
    case Type::OpaqueFloat: return QString::fromLatin1(QByteArray::number(value.toDouble(), 'g', 7));
    case Type::OpaqueDouble: return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case Type::ObjectIdentifier: return value.toOid().toString();
    case Type::Null: return u"NULL"_s;
    case Type::NoSuchObject:
    case Type::NoSuchInstance:
    case Type::EndOfMibView: return ofException(value.type());
    }
    return {};
}

QString ValueText::ofException(Value::Type type) const {
    const bool terminal = m_style == Describe::Style::Terminal; // scripts look for these words, whatever the locale
    switch (type) {
    case Value::Type::NoSuchObject: return terminal ? u"No Such Object"_s : tr("no such object");
    case Value::Type::NoSuchInstance: return terminal ? u"No Such Instance"_s : tr("no such instance");
    default: return terminal ? u"End of MIB View"_s : tr("end of MIB view");
    }
}

bool ValueText::appendSimple(QByteArray &to, const Value &value) const {
    using Type = Value::Type;
    switch (value.type()) {
    case Type::Integer32:
    case Type::Gauge32:
        if (!m_labels.isEmpty() || !m_type.displayHint.isEmpty())
            return false;
        bytes::appendNumber(to, value.toSigned());
        return true;
    case Type::Counter32:
    case Type::Counter64: bytes::appendNumber(to, value.toUnsigned()); return true;
    case Type::OctetString:
        if (m_octets != Octets::Text || !isPlainAscii(value.octets()))
            return false;
        to.append(value.octets());
        return true;
    default: return false;
    }
}

const EnumItem *ValueText::item(const Value &value) const {
    if (m_labels.isEmpty() || value.type() != Value::Type::Integer32)
        return nullptr;
    const auto found = std::ranges::find(m_type.enums, value.toSigned(), &EnumItem::number);
    return found == m_type.enums.end() ? nullptr : &*found;
}

QString ValueText::ofInteger(const Value &value) const {
    if (const EnumItem *known = item(value))
        return m_labels[known - m_type.enums.constData()];
    if (!m_type.displayHint.isEmpty()) {
        if (auto text = displayhint::formatInteger(value.toSigned(), m_type.displayHint)) {
            // A person reads 0.5; net-snmp prints .5, as "leading zeros are omitted" (RFC 2579 3.1) allows.
            if (const qsizetype zero = text->startsWith(u'-') ? 1 : 0;
                m_style == Describe::Style::Terminal && QStringView(*text).sliced(zero).startsWith(u"0."))
                text->remove(zero, 1);
            return *std::move(text);
        }
    }
    return QString::number(value.toSigned());
}

QString ValueText::ofOctets(const QByteArray &octets) const {
    std::optional<QString> text;
    switch (m_octets) {
    case Octets::Bits: return ofBits(octets);
    case Octets::Text: return ofText(octets);
    case Octets::Address: text = addresstext::format(octets, convention::addressKind(m_type)); break;
    case Octets::Hardware: return bytes::toHex(octets, u':');
    case Octets::Date: text = TimeText::date(octets); break;
    case Octets::Hex: return bytes::toHex(octets);
    case Octets::AnyText: return anyText(octets);
    case Octets::AnyAddress: text = addresstext::format(octets, addresstext::Unknown); break;
    case Octets::Hinted: text = displayhint::formatOctets(octets, m_specs); break;
    case Octets::Plain: break;
    }
    if (!text)
        text = bytes::printableText(octets);
    return text ? *std::move(text) : bytes::toHex(octets);
}

QString ValueText::ofText(const QByteArray &octets) const {
    if (isPlainAscii(octets))
        return QString::fromLatin1(octets);
    if (auto text = bytes::printableText(octets))
        return *std::move(text);
    const auto text = latin1(octets);
    if (!text)
        return bytes::toHex(octets);
    return m_style == Describe::Style::Window ? tr("%1 (Latin-1)").arg(*text) : *text;
}

QString ValueText::ofBits(const QByteArray &octets) const {
    QStringList labels;
    for (qsizetype bit = 0; bit < octets.size() * 8; ++bit) {
        if (!(quint8(octets[bit / 8]) & 0x80U >> bit % 8))
            continue;
        const auto item = std::ranges::find(m_type.enums, bit, &EnumItem::number);
        const QString number = QString::number(bit);
        if (item == m_type.enums.end())
            labels.append(number);
        else
            labels.append(m_style == Describe::Style::Window ? item->label : item->label + u'(' + number + u')');
    }
    return labels.join(m_style == Describe::Style::Window ? u", "_s : u" "_s);
}

} // namespace walkabout
