// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/instanceread.h"
#include "core/work/interfacereference.h"

#include <QHostAddress>

namespace walkabout {

/// What is to be known, beside their names, of the interfaces that a change touches: state and rate (IF-MIB), the
/// neighbour (LLDP-MIB, where port numbers are those of interfaces), and on which of them the address sits that the
/// device is reached by (IP-MIB). Read from the device, once. Owned by whoever asked; begins by itself, ends with one
/// finished().
class InterfaceFacts final : public QObject {
    Q_OBJECT

public:
    struct Interface {
        QString state; // "up"
        QString rate; // "1 Gbit/s"
        QString neighbour;

        /// "up · 1 Gbit/s · neighbour core2": one line of what is known.
        [[nodiscard]] QString text() const;
    };

    /// interfaces: by ifIndex; reached: the device's address as this system sees it; null: not known.
    InterfaceFacts(
        Connection &connection, Library::Pointer library, QList<quint32> interfaces, const QHostAddress &reached);
    ~InterfaceFacts() override;

    /// The interface that this instance belongs to: by its row's INDEX, or by its own value; nullopt: none.
    [[nodiscard]] static std::optional<InterfaceReference> referenceOf(const Library &library, const VarBind &varBind);

    [[nodiscard]] const QHash<quint32, Interface> &interfaces() const { return m_interfaces; }
    [[nodiscard]] std::optional<quint32> reachedBy() const { return m_reachedBy; }

signals:
    void finished();

private:
    void takeFacts();
    void askNeighbours();
    void takeNeighbours();

    QPointer<Connection> m_connection;
    Library::Pointer m_library;
    QList<quint32> m_asked;
    QList<Oid> m_addresses; // the instances whose value is the interface of the address
    std::unique_ptr<InstanceRead> m_read;
    std::unique_ptr<Operation> m_walk;
    VarBinds m_neighbours;
    QHash<quint32, Interface> m_interfaces;
    std::optional<quint32> m_reachedBy;
};

} // namespace walkabout
