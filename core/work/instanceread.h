// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"

#include <QHash>
#include <QPointer>

namespace walkabout {

/// Reads these instances, whatever becomes of some of them: one that the agent refuses (in v1 any that is missing
/// fails the whole GET) is left out and the rest asked again; an answer that would be too big is asked for in halves.
/// Owned by whoever asked; begins by itself, ends with one finished(), and deleting it cancels silently.
class InstanceRead final : public QObject {
    Q_OBJECT

public:
    InstanceRead(Connection &connection, Library::Pointer library, const QList<Oid> &instances);
    ~InstanceRead() override;

    /// An exception where the agent has none; nullopt: it would not say, or was not asked.
    [[nodiscard]] std::optional<Value> value(const Oid &instance) const;
    [[nodiscard]] VarBinds varBinds() const { return m_read; }
    /// Why the rest is not known: no answer, for the most part. nullopt: each was answered.
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }

signals:
    void finished();

private:
    void proceed();
    void answered();

    QPointer<Connection> m_connection;
    Library::Pointer m_library;
    QList<QList<Oid>> m_asking; // the last is asked now
    std::unique_ptr<Operation> m_operation;
    VarBinds m_arrived; // of the operation that runs
    VarBinds m_read;
    std::optional<Failure> m_failure;
};

} // namespace walkabout
