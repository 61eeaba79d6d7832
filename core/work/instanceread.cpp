// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/instanceread.h"

#include <algorithm>

namespace walkabout {

InstanceRead::InstanceRead(Connection &connection, Library::Pointer library, const QList<Oid> &instances)
    : m_connection(&connection)
    , m_library(std::move(library)) {
    if (!instances.isEmpty())
        m_asking.append(instances);
    QMetaObject::invokeMethod(this, &InstanceRead::proceed, Qt::QueuedConnection);
}

InstanceRead::~InstanceRead() = default;

std::optional<Value> InstanceRead::value(const Oid &instance) const {
    const auto found = std::ranges::find(m_read, instance, &VarBind::oid);
    return found == m_read.end() ? std::nullopt : std::optional(found->value);
}

void InstanceRead::proceed() {
    if (m_asking.isEmpty()) {
        emit finished();
        return;
    }
    const auto stop = [this](const Failure &failure) {
        m_failure = failure;
        m_asking.clear();
        QMetaObject::invokeMethod(this, &InstanceRead::finished, Qt::QueuedConnection);
    };
    if (!m_connection)
        return stop(Failure(Failure::Kind::Closed, {QString()}));
    Query query;
    for (const Oid &instance : m_asking.last())
        query.objects += instance.toString();
    auto begun = query.begin(*m_connection, *m_library);
    if (!begun)
        return stop(begun.failure());
    m_operation = *std::move(begun);
    m_arrived.clear();
    connect(m_operation.get(), &Operation::batch, this, [this](const VarBinds &varBinds) { m_arrived += varBinds; });
    connect(m_operation.get(), &Operation::finished, this, &InstanceRead::answered);
}

void InstanceRead::answered() {
    const Operation *operation = m_operation.get();
    m_operation.release()->deleteLater(); // its signal brought us here
    QList<Oid> asked = m_asking.takeLast();
    if (operation->ending() == Ending::Whole) {
        m_read += m_arrived;
    } else if (operation->ending() == Ending::AgentError) {
        const int bad = operation->errorIndex();
        if (bad > 0 && bad <= asked.size()) {
            // Version 1 says so of what is not there; anything else it keeps to itself.
            const auto &arguments = operation->failure()->arguments();
            if (arguments.value(0) == errorStatusName(int(ErrorStatus::NoSuchName)))
                m_read.append({asked.at(bad - 1), Value::exception(Value::Type::NoSuchInstance)});
            asked.removeAt(bad - 1);
            if (!asked.isEmpty())
                m_asking.append(asked);
        } else if (asked.size() > 1) {
            m_asking.append(asked.mid(asked.size() / 2));
            m_asking.append(asked.first(asked.size() / 2));
        }
    } else {
        m_failure = operation->failure();
        m_asking.clear();
    }
    proceed();
}

} // namespace walkabout
