// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/instancetable.h"

#include <algorithm>

namespace walkabout {

void InstanceTable::add(const Oid &oid, Value value) {
    m_instances.push_back({oid, [value = std::move(value)] { return value; }});
}

void InstanceTable::add(const Oid &oid, Read read) { m_instances.push_back({oid, std::move(read)}); }

void InstanceTable::allow(const Oid &oid, Write write) { m_writes.insert_or_assign(oid, std::move(write)); }

void InstanceTable::seal() {
    std::ranges::sort(m_instances, {}, &Instance::oid);
    const auto repeated = std::ranges::adjacent_find(m_instances, {}, &Instance::oid);
    Q_ASSERT_X(repeated == m_instances.end(), "InstanceTable", qPrintable(repeated->oid.toString()));
}

Value InstanceTable::get(const Oid &oid) const {
    const auto found = std::ranges::lower_bound(m_instances, oid, {}, &Instance::oid);
    if (found != m_instances.end() && found->oid == oid)
        return found->read();
    const auto isSibling = [&](const Instance &instance) { return instance.oid.startsWith(oid.parent()); };
    const bool hasObject = oid.size() > 1
        && ((found != m_instances.end() && isSibling(*found))
            || (found != m_instances.begin() && isSibling(*std::prev(found))));
    return Value::exception(hasObject ? Value::Type::NoSuchInstance : Value::Type::NoSuchObject);
}

std::optional<VarBind> InstanceTable::next(const Oid &oid) const {
    const auto found = std::ranges::upper_bound(m_instances, oid, {}, &Instance::oid);
    if (found == m_instances.end())
        return std::nullopt;
    return VarBind{found->oid, found->read()};
}

ErrorStatus InstanceTable::judge(const VarBind &varBind) const {
    const auto found = std::ranges::lower_bound(m_instances, varBind.oid, {}, &Instance::oid);
    if (found == m_instances.end() || found->oid != varBind.oid)
        return ErrorStatus::NoCreation;
    const auto write = m_writes.find(varBind.oid);
    if (write == m_writes.end())
        return ErrorStatus::NotWritable;
    if (varBind.value.type() != found->read().type())
        return ErrorStatus::WrongType;
    return write->second.judge(varBind.value);
}

AgentData::SetResult InstanceTable::set(const VarBinds &varBinds) {
    for (qsizetype i = 0; i < varBinds.size(); ++i) {
        if (const ErrorStatus status = judge(varBinds[i]); status != ErrorStatus::NoError)
            return {status, int(i) + 1};
    }
    for (const VarBind &varBind : varBinds)
        m_writes.at(varBind.oid).apply(varBind.value);
    return {};
}

} // namespace walkabout
