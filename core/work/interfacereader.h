// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"
#include "core/work/interfacenames.h"

#include <QObject>

namespace walkabout {

class Connection;

/// Reads what a device calls its interfaces: ifName and ifAlias, ifDescr where a name is missing, and for ports of a
/// bridge dot1dBasePortIfIndex (RFC 2863, RFC 4188). Once a connection and only when asked; again when
/// ifTableLastChange (or ifNumber, where that is absent) has moved by the time it is asked for again. A read that fails
/// leaves what was known, and is tried at the next asking. Owned by whoever has the device open; the connection
/// outlives it.
class InterfaceReader final : public QObject {
    Q_OBJECT

public:
    explicit InterfaceReader(Connection &connection, QObject *parent = nullptr);
    ~InterfaceReader() override;

    /// Someone shows numbers of this kind: they are read unless they are known; if so, whether they are still right.
    void want(Refers refers);
    /// Never null; empty until changed().
    [[nodiscard]] const InterfaceNames::Pointer &names() const { return m_names; }
    /// Nothing is being read.
    [[nodiscard]] bool isIdle() const { return !m_marks && !m_columns; }

signals:
    void changed();
    /// All that was wanted is read, or cannot be: isIdle().
    void settled();

private:
    void look();
    void marksRead();
    void readNames();
    void readColumns(const QList<Oid> &columns);
    void columnsRead();
    void publish();
    void goOn();

    Connection &m_connection;
    InterfaceNames::Pointer m_names;
    std::unique_ptr<InterfaceNames> m_next; // being read
    std::unique_ptr<Operation> m_marks;
    std::unique_ptr<Operation> m_columns;
    VarBinds m_seen; // of the marks, as they come
    VarBinds m_known; // the marks that the names go with
    bool m_isRead = false;
    bool m_wantsPorts = false;
    bool m_arePortsRead = false;
    bool m_triedDescriptions = false;
};

} // namespace walkabout
