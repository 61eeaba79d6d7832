// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/packet/packetmodel.h"

#include "core/snmp/credential.h"
#include "core/snmp/packettree.h"
#include "ui/packet/packettext.h"
#include "ui/shared/localtime.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

constexpr int RowsRemembered = 500; // several screenfuls
constexpr auto SliceTime = 4ms;

QString idText(const PacketHead &head) {
    if (head.requestId)
        return QString::number(*head.requestId);
    return head.messageId ? PacketModel::tr("msgID %1").arg(*head.messageId) : QString();
}

bool isNumber(int column) {
    return column == PacketModel::Id || column == PacketModel::VarBinds || column == PacketModel::RoundTrip
        || column == PacketModel::Size;
}

} // namespace

PacketModel::PacketModel(const PacketRing &ring, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ring(ring)
    , m_describe(Library::empty())
    , m_low(ring.first())
    , m_high(ring.first())
    , m_rows(RowsRemembered) {
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &PacketModel::slice);
    connect(&ring, &PacketRing::grew, this, [this](qint64 first, qint64 last) {
        take(last);
        tryKeysAgain(first, last);
    });
    connect(&ring, &PacketRing::dropping, this, &PacketModel::drop);
    if (ring.end() > ring.first())
        take(ring.end() - 1);
}

void PacketModel::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    forgetTexts();
}

void PacketModel::forgetTexts() {
    m_rows.clear();
    if (!m_shown.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void PacketModel::setDecrypt(Decrypt decrypt) {
    m_decrypt = std::move(decrypt);
    m_rows.clear();
}

void PacketModel::take(qint64 last) {
    if (!m_filter.isEmpty()) {
        m_slices.start();
        return;
    }
    std::vector<qint64> fresh;
    for (; m_high <= last; ++m_high)
        fresh.push_back(m_high);
    insert(fresh, false);
}

void PacketModel::tryKeysAgain(qint64 first, qint64 last) {
    bool isEncrypted = false;
    for (qint64 number = first; number <= last; ++number)
        isEncrypted = isEncrypted || m_ring.at(number).head.isEncrypted;
    if (!isEncrypted)
        return;
    bool isAny = false;
    for (const qint64 number : m_rows.keys()) {
        if (m_rows.object(number)->isSealed)
            isAny = m_rows.remove(number);
    }
    if (isAny && !m_shown.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void PacketModel::drop(qint64 first) {
    const auto end = std::ranges::lower_bound(m_shown, first);
    if (const int gone = int(end - m_shown.begin()); gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        for (auto number = m_shown.begin(); number != end; ++number)
            m_rows.remove(*number);
        m_shown.erase(m_shown.begin(), end);
        endRemoveRows();
    }
    m_low = std::max(m_low, first);
    m_high = std::max(m_high, first);
}

void PacketModel::insert(const std::vector<qint64> &numbers, bool older) {
    if (numbers.empty())
        return;
    const int at = older ? 0 : rowCount();
    beginInsertRows({}, at, at + int(numbers.size()) - 1);
    m_shown.insert(older ? m_shown.begin() : m_shown.end(), numbers.begin(), numbers.end());
    endInsertRows();
}

void PacketModel::setFilter(const QString &text) {
    beginResetModel();
    m_filter = WordFilter::parse(text);
    m_shown.clear();
    m_low = m_high = m_ring.end();
    if (m_filter.isEmpty()) {
        m_low = m_ring.first();
        for (qint64 number = m_low; number < m_high; ++number)
            m_shown.push_back(number);
        m_slices.stop();
    } else {
        m_slices.start();
    }
    endResetModel();
}

void PacketModel::slice() {
    const auto until = Monotonic::now() + SliceTime;
    std::vector<qint64> newer;
    for (; m_high < m_ring.end() && Monotonic::now() < until; ++m_high) {
        if (passes(m_high))
            newer.push_back(m_high);
    }
    insert(newer, false);
    std::vector<qint64> older; // the latest first
    while (m_low > m_ring.first() && Monotonic::now() < until) {
        if (passes(--m_low))
            older.push_back(m_low);
    }
    std::ranges::reverse(older);
    insert(older, true);
    if (m_low == m_ring.first() && m_high == m_ring.end())
        m_slices.stop();
}

bool PacketModel::passes(qint64 number) const {
    QString all;
    for (const QString &text : made(m_ring.at(number)).texts)
        all += text + u'\n';
    return m_filter.matches(all);
}

int PacketModel::rowOf(qint64 number) const {
    const auto found = std::ranges::lower_bound(m_shown, number);
    return found != m_shown.end() && *found == number ? int(found - m_shown.begin()) : -1;
}

bool PacketModel::hasKeys(const Packet &packet) const {
    return m_decrypt && m_decrypt(packet.device, packet.traffic.bytes).hasKeys;
}

PacketTree PacketModel::tree(const Packet &packet) const {
    std::optional<QByteArray> plain;
    if (packet.head.isEncrypted && m_decrypt)
        plain = m_decrypt(packet.device, packet.traffic.bytes).plain;
    return PacketTree(packet.traffic.bytes, plain.value_or(QByteArray()));
}

PacketModel::Row PacketModel::made(const Packet &packet) const {
    const PacketTree known = tree(packet);
    const PacketHead head = packet.head.isEncrypted ? PacketHead::of(known) : packet.head;
    Row row;
    row.isBroken = head.fault.has_value();
    row.isSealed = head.isEncrypted;
    row.isError = head.errorStatus.value_or(0) != 0 || head.pdu == walkabout::Pdu::Report;
    row.texts[Time] = clockTime(packet.traffic.time);
    row.texts[Device] = packet.label;
    row.texts[Direction] = packettext::direction(packet.traffic.direction);
    row.texts[Version] = head.version ? u'v' + Credential::name(*head.version) : QString();
    row.texts[Pdu] = head.isEncrypted ? tr("encrypted") : head.pduName();
    row.texts[Id] = idText(head);
    row.texts[VarBinds] = head.pdu ? QString::number(head.varBinds) : QString();
    row.texts[RoundTrip] = packet.roundTrip ? packettext::roundTrip(*packet.roundTrip) : QString();
    row.texts[Size] = QString::number(packet.traffic.bytes.size());
    row.texts[Content] = packettext::content(known, head, m_describe);
    if (head.isEncrypted && !head.fault)
        row.texts[Content] = hasKeys(packet) ? tr("not with this device's keys") : tr("the keys are not here");
    else if (packet.tries > 1)
        row.texts[Content] = tr("try %1: %2").arg(packet.tries).arg(row.texts[Content]);
    return row;
}

const PacketModel::Row &PacketModel::row(const Packet &packet) const {
    if (const Row *known = m_rows.object(packet.number))
        return *known;
    auto *fresh = new Row(made(packet));
    m_rows.insert(packet.number, fresh); // the cache owns it
    return *fresh;
}

QString PacketModel::toolTip(const Packet &packet, int column) const {
    if (column == Time)
        return isoUtc(packet.traffic.time);
    if (column == Device) {
        const SocketPath &path = packet.traffic.path;
        return path.peer.isNull() ? packet.label : tr("%1 port %2").arg(path.peer.toString()).arg(path.peerPort);
    }
    if (column == RoundTrip && packet.roundTrip)
        return tr("From the latest question with this id to this answer; Enter goes there");
    if (column == Id && packet.head.messageId)
        return tr("msgID %1").arg(*packet.head.messageId);
    return row(packet).texts[size_t(column)];
}

int PacketModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int PacketModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PacketModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const Packet &shown = packet(index.row());
    switch (role) {
    case Qt::DisplayRole: return row(shown).texts[size_t(index.column())];
    case Qt::ToolTipRole: return toolTip(shown, index.column());
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole: {
        const Row &made = row(shown);
        const QPalette palette = QApplication::palette();
        if (made.isBroken)
            return tint(palette, Tint::Bad);
        if (made.isError && (index.column() == Pdu || index.column() == Content))
            return tint(palette, Tint::Warning);
        if (index.column() == Pdu || index.column() == Content || index.column() == Device)
            return {};
        return tint(palette, Tint::Dim);
    }
    default: return {};
    }
}

QVariant PacketModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Device: return tr("Device");
    case Direction: return tr("Direction");
    case Version: return tr("Version");
    case Pdu: return tr("PDU");
    case Id: return tr("Request id");
    case VarBinds: return tr("Varbinds");
    case RoundTrip: return tr("Round trip");
    case Size: return tr("Size");
    case Content: return tr("Content");
    default: return {};
    }
}

} // namespace walkabout
