// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/packet/packettext.h"

#include "core/base/bytes.h"
#include "core/snmp/packetmask.h"
#include "core/snmp/packetvalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace walkabout::packettext {

namespace {

constexpr qsizetype MostHex = 32; // octets in one line

QString tr(const char *text) { return QCoreApplication::translate("Packets", text); }

QString octetCount(qsizetype count) { return count == 1 ? tr("1 octet") : tr("%1 octets").arg(count); }

QString hexLine(QByteArrayView octets) {
    const QString hex = bytes::toHex(octets.first(std::min(octets.size(), MostHex)));
    return octets.size() > MostHex ? hex + u" …"_s : hex;
}

QString textOrHex(QByteArrayView octets) {
    if (octets.isEmpty())
        return u"\"\""_s;
    const auto text = bytes::printableText(octets);
    return text ? bytes::onOneLine(*text) : hexLine(octets);
}

QString named(qint64 number, const QString &name) {
    return name.isEmpty() ? QString::number(number) : u"%1 (%2)"_s.arg(name).arg(number);
}

QString flagsText(QByteArrayView octets) {
    if (octets.size() != 1)
        return hexLine(octets);
    const auto bits = quint8(octets.front());
    QStringList words;
    if (bits & 1U)
        words << u"auth"_s;
    if (bits & 2U)
        words << u"priv"_s;
    if (bits & 4U)
        words << u"reportable"_s;
    return u"%1 (%2)"_s.arg(words.isEmpty() ? tr("none") : words.join(u", "_s), bytes::toHex(octets));
}

/// RFC 1157 4.1.6.
QString genericName(qint64 number) {
    static constexpr std::array names{"coldStart", "warmStart", "linkDown", "linkUp", "authenticationFailure",
        "egpNeighborLoss", "enterpriseSpecific"};
    return number >= 0 && number < qint64(names.size()) ? QString::fromLatin1(names[size_t(number)]) : QString();
}

QString versionName(qint64 number) {
    return number == 0 ? u"1"_s : number == 1 ? u"2c"_s : number == 3 ? u"3"_s : tr("unknown");
}

QString integerText(const PacketTree &tree, const PacketNode &node) {
    const auto number = tree.integer(node);
    if (!number)
        return hexLine(tree.contents(node));
    switch (node.field) {
    case PacketField::Version: return named(*number, versionName(*number));
    case PacketField::ErrorStatus: {
        const QString name = errorStatusName(int(*number));
        return named(*number, name == QString::number(*number) ? QString() : name);
    }
    case PacketField::SecurityModel: return named(*number, *number == 3 ? u"USM"_s : QString());
    case PacketField::GenericTrap: return named(*number, genericName(*number));
    default: return QString::number(*number);
    }
}

/// The name and the value below a VarBind, as far as they are there and can be read.
std::optional<VarBind> pairBelow(const PacketTree &tree, qint32 place) {
    const auto &nodes = tree.nodes();
    const auto at = size_t(place);
    if (at + 2 >= nodes.size() || nodes[at + 1].field != PacketField::Name || nodes[at + 2].field != PacketField::Value)
        return std::nullopt;
    const auto oid = berOid(tree.contents(nodes[at + 1]));
    auto value = berValue(nodes[at + 2].tag, tree.contents(nodes[at + 2]));
    if (!oid || !value)
        return std::nullopt;
    return VarBind{*oid, *std::move(value)};
}

QString plainValue(quint8 tag, QByteArrayView octets, const Describe &describe, const Oid &of) {
    const auto read = berValue(tag, octets);
    return read ? bytes::onOneLine(describe.value({of, *read})) : hexLine(octets);
}

/// Questions have no values.
QString varBindText(const VarBind &pair, const Describe &describe) {
    const QString name = describe.typedName(pair.oid);
    return pair.value.type() == Value::Type::Null ? name
                                                  : u"%1 = %2"_s.arg(name, bytes::onOneLine(describe.value(pair)));
}

QString valueBeside(const PacketTree &tree, qint32 place, const Describe &describe) {
    const auto pair = place > 1 ? pairBelow(tree, place - 2) : std::nullopt;
    const PacketNode &node = tree.nodes()[size_t(place)];
    if (!pair)
        return plainValue(node.tag, tree.contents(node), describe, {});
    if (pair->value.type() == Value::Type::Null)
        return u"NULL"_s;
    return u"%1: %2"_s.arg(describe.type(*pair), bytes::onOneLine(describe.value(*pair)));
}

/// What broke before its community was reached may hold it anywhere.
bool isMasked(const PacketTree &tree, const PacketNode &node, Communities communities) {
    return communities == Communities::Masked && !node.isPlain && hidesAll(tree);
}

QString tagName(quint8 tag) {
    switch (tag) {
    case 0x02: return u"INTEGER"_s;
    case 0x03: return u"BIT STRING"_s;
    case 0x04: return u"OCTET STRING"_s;
    case 0x05: return u"NULL"_s;
    case 0x06: return u"OBJECT IDENTIFIER"_s;
    case 0x30: return u"SEQUENCE"_s;
    case 0x40: return u"IpAddress"_s;
    case 0x41: return u"Counter32"_s;
    case 0x42: return u"Gauge32"_s;
    case 0x43: return u"TimeTicks"_s;
    case 0x44: return u"Opaque"_s;
    case 0x46: return u"Counter64"_s;
    case 0x80: return u"noSuchObject"_s;
    case 0x81: return u"noSuchInstance"_s;
    case 0x82: return u"endOfMibView"_s;
    default: return tr("tag");
    }
}

} // namespace

QString direction(Traffic::Direction direction) {
    return direction == Traffic::Direction::Out ? tr("→ out") : tr("← in");
}

QString roundTrip(std::chrono::microseconds time) {
    const double milliseconds = double(time.count()) / 1000;
    return tr("%1 ms").arg(milliseconds, 0, 'f', milliseconds < 10 ? 2 : 1);
}

QString fault(const PacketTree &tree) {
    const auto &broken = tree.fault();
    if (!broken)
        return {};
    return (broken->isPlain ? tr("Malformed at octet %1 of what was decrypted: %2.") : tr("Malformed at octet %1: %2."))
        .arg(broken->offset)
        .arg(broken->text());
}

QString content(const PacketTree &tree, const PacketHead &head, const Describe &describe) {
    if (head.fault)
        return fault(tree);
    QStringList parts;
    if (head.errorStatus.value_or(0) != 0)
        parts << tr("%1 at %2").arg(errorStatusName(*head.errorStatus)).arg(head.errorIndex.value_or(0));
    constexpr int MostNames = 3;
    int seen = 0;
    for (size_t i = 0; i < tree.nodes().size() && seen < MostNames; ++i) {
        if (tree.nodes()[i].field != PacketField::VarBind)
            continue;
        const auto pair = pairBelow(tree, qint32(i));
        if (!pair)
            continue;
        ++seen;
        parts << varBindText(*pair, describe);
    }
    if (head.varBinds > seen)
        parts << u"…"_s;
    return parts.join(u", "_s);
}

QString value(const PacketTree &tree, qint32 place, const Describe &describe, Communities communities) {
    const PacketNode &node = tree.nodes()[size_t(place)];
    const QByteArrayView octets = tree.contents(node);
    switch (node.field) {
    case PacketField::Community:
        return communities == Communities::Clear ? textOrHex(octets) : QString(octets.size(), u'•');
    case PacketField::Flags: return flagsText(octets);
    case PacketField::User:
    case PacketField::ContextName: return textOrHex(octets);
    case PacketField::EngineId:
    case PacketField::ContextEngineId:
    case PacketField::AuthParameters:
    case PacketField::PrivParameters: return octets.isEmpty() ? u"\"\""_s : bytes::toHex(octets);
    case PacketField::Message:
    case PacketField::Header:
    case PacketField::SecurityParameters:
    case PacketField::UsmParameters:
    case PacketField::ScopedPdu: return octetCount(node.size());
    case PacketField::EncryptedPdu:
        return tree.plain().isEmpty() ? tr("%1, encrypted").arg(octetCount(node.length))
                                      : tr("%1, decrypted").arg(octetCount(node.length));
    case PacketField::Pdu: {
        PacketHead head;
        head.pdu = walkabout::Pdu(node.tag);
        return head.pduName();
    }
    case PacketField::VarBindList: {
        const auto pairs = std::ranges::count(tree.nodes(), PacketField::VarBind, &PacketNode::field);
        return pairs == 1 ? tr("1 varbind") : tr("%1 varbinds").arg(pairs);
    }
    case PacketField::VarBind: {
        const auto pair = pairBelow(tree, place);
        return pair ? varBindText(*pair, describe) : octetCount(node.size());
    }
    case PacketField::Name:
    case PacketField::Enterprise: {
        const auto oid = berOid(octets);
        return oid ? u"%1 (%2)"_s.arg(describe.name(*oid), oid->toString()) : hexLine(octets);
    }
    case PacketField::Value: return valueBeside(tree, place, describe);
    case PacketField::Timestamp:
    case PacketField::AgentAddress: return plainValue(node.tag, octets, describe, {});
    case PacketField::Remains:
    case PacketField::Trailing:
    case PacketField::Element:
        if (isMasked(tree, node, communities))
            return QString(std::min(octets.size(), MostHex), u'•');
        return isValueTag(node.tag) ? plainValue(node.tag, octets, describe, {}) : hexLine(octets);
    default: return integerText(tree, node);
    }
}

QString position(const PacketNode &node) {
    if (node.headSize == 0)
        return tr("%1 at %2").arg(octetCount(node.length)).arg(node.offset);
    return tr("%1 (%2), %3 of contents, begins at octet %4")
        .arg(tagName(node.tag), bytes::toHex(QByteArray(1, char(node.tag))), octetCount(node.length))
        .arg(node.offset);
}

} // namespace walkabout::packettext
