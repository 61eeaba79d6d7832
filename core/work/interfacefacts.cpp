// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/interfacefacts.h"

#include "core/base/bytes.h"
#include "core/mib/index.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const Oid ifSpeed{1, 3, 6, 1, 2, 1, 2, 2, 1, 5};
const Oid ifOperStatus{1, 3, 6, 1, 2, 1, 2, 2, 1, 8};
const Oid ifHighSpeed{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 15};
const Oid ipAdEntIfIndex{1, 3, 6, 1, 2, 1, 4, 20, 1, 2};
const Oid ipAddressIfIndex{1, 3, 6, 1, 2, 1, 4, 34, 1, 3};
const Oid lldpRemSysName{1, 0, 8802, 1, 1, 2, 1, 4, 1, 1, 9};
constexpr qint64 MostNeighbours = 2'000;
constexpr double Mega = 1e6;

std::optional<InterfaceReference> interfaceNumber(Refers refers, qint64 number) {
    if (refers == Refers::Nothing || number <= 0 || number > std::numeric_limits<quint32>::max())
        return {};
    return InterfaceReference{refers, quint32(number)};
}

// ipAdEntIfIndex.192.0.2.1, ipAddressIfIndex.1.4.192.0.2.1 and .2.16.x...
QList<Oid> addressInstances(const QHostAddress &address) {
    bool isIPv4 = false;
    const quint32 four = address.toIPv4Address(&isIPv4);
    Oid suffix;
    if (isIPv4) {
        for (const int shift : {24, 16, 8, 0})
            suffix.append(four >> shift & 0xffU);
        return {ipAdEntIfIndex + suffix, ipAddressIfIndex + Oid{1, 4} + suffix};
    }
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    const Q_IPV6ADDR six = address.toIPv6Address();
    for (const quint8 octet : six.c)
        suffix.append(octet);
    return {ipAddressIfIndex + Oid{2, 16} + suffix};
}

QString rateText(double bits) {
    static const QStringList units{u"bit/s"_s, u"kbit/s"_s, u"Mbit/s"_s, u"Gbit/s"_s, u"Tbit/s"_s};
    qsizetype unit = 0;
    for (; bits >= 1000 && unit + 1 < units.size(); ++unit)
        bits /= 1000;
    return u"%1 %2"_s.arg(bits, 0, 'g', 4).arg(units.at(unit));
}

} // namespace

QString InterfaceFacts::Interface::text() const {
    QStringList parts{state, rate};
    if (!neighbour.isEmpty())
        parts << InterfaceFacts::tr("neighbour %1").arg(neighbour);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

InterfaceFacts::InterfaceFacts(
    Connection &connection, Library::Pointer library, QList<quint32> interfaces, const QHostAddress &reached)
    : m_connection(&connection)
    , m_library(std::move(library))
    , m_asked(std::move(interfaces))
    , m_addresses(addressInstances(reached)) {
    QList<Oid> instances;
    for (const quint32 each : m_asked) {
        for (const Oid &column : {ifOperStatus, ifHighSpeed, ifSpeed})
            instances.append(column + each);
    }
    m_read = std::make_unique<InstanceRead>(connection, m_library, instances + m_addresses);
    connect(m_read.get(), &InstanceRead::finished, this, &InterfaceFacts::takeFacts);
}

InterfaceFacts::~InterfaceFacts() = default;

std::optional<InterfaceReference> InterfaceFacts::referenceOf(const Library &library, const VarBind &varBind) {
    const NodeRef object = library.nearest(varBind.oid);
    if (const NodeRef row = object.rowNode(); !row.isNull() && object.kind() == NodeKind::Column) {
        const auto values = index::split(row, varBind.oid.mid(object.oid().size()));
        for (const IndexValue &value : values ? *values : QList<IndexValue>()) {
            const auto *number = std::get_if<qint64>(&value.value);
            if (const auto found = number ? interfaceNumber(refersTo(value.name, value.type), *number) : std::nullopt)
                return found;
        }
    }
    return varBind.value.isInteger() ? interfaceNumber(refersTo(object.name(), object.type()), varBind.value.toSigned())
                                     : std::nullopt;
}

void InterfaceFacts::takeFacts() {
    const auto number = [this](const Oid &instance) {
        const auto value = m_read->value(instance);
        return value && value->isInteger() ? value->toSigned() : 0;
    };
    for (const quint32 each : std::as_const(m_asked)) {
        Interface found;
        const TypeInfo states = m_library->node(ifOperStatus).type();
        const auto state = std::ranges::find(states.enums, number(ifOperStatus + each), &EnumItem::number);
        if (state != states.enums.end())
            found.state = state->label;
        const qint64 mega = number(ifHighSpeed + each);
        const double bits = mega > 0 ? double(mega) * Mega : double(number(ifSpeed + each));
        if (bits > 0)
            found.rate = rateText(bits);
        m_interfaces.insert(each, found);
    }
    for (const Oid &address : std::as_const(m_addresses)) {
        if (const qint64 on = number(address); on > 0)
            m_reachedBy = quint32(on);
    }
    if (m_asked.isEmpty() || m_read->failure() || !m_connection) {
        emit finished();
        return;
    }
    askNeighbours();
}

void InterfaceFacts::askNeighbours() {
    Query query;
    query.verb = Verb::Walk;
    query.objects = {lldpRemSysName.toString()};
    query.limit = MostNeighbours;
    auto begun = query.begin(*m_connection, *m_library);
    if (!begun) {
        emit finished();
        return;
    }
    m_walk = *std::move(begun);
    connect(m_walk.get(), &Operation::batch, this, [this](const VarBinds &varBinds) { m_neighbours += varBinds; });
    connect(m_walk.get(), &Operation::finished, this, &InterfaceFacts::takeNeighbours);
}

void InterfaceFacts::takeNeighbours() {
    m_walk.release()->deleteLater(); // its signal brought us here
    for (const VarBind &each : std::as_const(m_neighbours)) {
        // .timeMark.localPort.index
        const Oid suffix = each.oid.mid(lldpRemSysName.size());
        const auto port = suffix.size() == 3 ? m_interfaces.find(suffix[1]) : m_interfaces.end();
        if (port != m_interfaces.end() && each.value.isOctets())
            port->neighbour = bytes::printableText(each.value.octets()).value_or(QString());
    }
    emit finished();
}

} // namespace walkabout
