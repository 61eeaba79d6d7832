// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packetring.h"
#include "core/work/describe.h"
#include "ui/packet/packetkeys.h"
#include "ui/shared/wordfilter.h"

#include <QAbstractTableModel>
#include <QCache>

#include <array>
#include <deque>

namespace walkabout {

class PacketTree;

/// The messages of a ring that pass the filter, oldest first. What a row says is made when it is looked at, decrypted
/// then where the device's keys are there. The filter is a list of numbers, made in slices. The ring outlives it.
class PacketModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Device, Direction, Version, Pdu, Id, VarBinds, RoundTrip, Size, Content, ColumnCount };

    explicit PacketModel(const PacketRing &ring, QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void setDecrypt(Decrypt decrypt);
    /// Names or keys came or went.
    void forgetTexts();
    void setFilter(const QString &text);
    [[nodiscard]] bool isFiltering() const { return m_slices.isActive(); }
    [[nodiscard]] bool hasFilter() const { return !m_filter.isEmpty(); }
    [[nodiscard]] const Describe &describe() const { return m_describe; }

    [[nodiscard]] const Packet &packet(int row) const { return m_ring.at(m_shown[size_t(row)]); }
    /// The row of this number; -1: it is not shown.
    [[nodiscard]] int rowOf(qint64 number) const;
    /// With what it says in clear, where the keys are there.
    [[nodiscard]] PacketTree tree(const Packet &packet) const;
    /// Whether the device of an encrypted message is open still.
    [[nodiscard]] bool hasKeys(const Packet &packet) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::array<QString, ColumnCount> texts;
        bool isSealed = false; // encrypted, and nobody opened it
        bool isBroken = false;
        bool isError = false;
    };

    void take(qint64 last);
    void drop(qint64 first);
    /// A device that was opened again has its keys again, once it speaks.
    void tryKeysAgain(qint64 first, qint64 last);
    void slice();
    void insert(const std::vector<qint64> &numbers, bool older);
    [[nodiscard]] bool passes(qint64 number) const;
    [[nodiscard]] Row made(const Packet &packet) const;
    [[nodiscard]] const Row &row(const Packet &packet) const;
    [[nodiscard]] QString toolTip(const Packet &packet, int column) const;

    const PacketRing &m_ring;
    Describe m_describe;
    Decrypt m_decrypt;
    WordFilter m_filter;
    std::deque<qint64> m_shown; // numbers, increasing
    qint64 m_low; // the filter has read m_low ... m_high - 1
    qint64 m_high;
    QTimer m_slices;
    mutable QCache<qint64, Row> m_rows;
};

} // namespace walkabout
