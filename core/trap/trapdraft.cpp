// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapdraft.h"

#include "core/trap/trapobject.h"
#include "core/work/change.h"
#include "core/work/objectname.h"

#include <QtEndian>

#include <algorithm>
#include <ctime>

namespace walkabout {

namespace {

constexpr int EnterpriseSpecific = 6;

const VarBind *find(const VarBinds &varBinds, const Oid &oid) {
    const auto found = std::ranges::find(varBinds, oid, &VarBind::oid);
    return found == varBinds.end() ? nullptr : &*found;
}

quint32 systemUptime() {
    timespec since{};
    clock_gettime(CLOCK_BOOTTIME, &since);
    return quint32(since.tv_sec * 100 + since.tv_nsec / 10'000'000);
}

// snmpTraps 1 to 6: coldStart to egpNeighborLoss.
bool isStandard(const Oid &oid) {
    const auto parts = oid.parts();
    return oid.startsWith(trapobject::snmpTraps) && parts.size() == trapobject::snmpTraps.parts().size() + 1
        && parts.back() >= 1 && parts.back() <= EnterpriseSpecific;
}

} // namespace

Result<TrapDraft> TrapDraft::parse(const Library &library, QStringView notification, const QStringList &assignments) {
    const auto named = ObjectName::parse(notification, library);
    if (!named)
        return named.failure();
    constexpr qsizetype Shortest = 2; // a message cannot name a shorter one (X.690 8.19.4)
    if (named->oid.size() < Shortest)
        return Failure(Failure::Kind::BadUsage, {tr("%1 is no notification.").arg(named->oid.toString())});
    const NodeRef node = library.node(named->oid);
    if (node && !node.module().isEmpty() && node.kind() != NodeKind::Notification) {
        return Failure(Failure::Kind::BadUsage, {tr("%1 is no notification.").arg(node.qualifiedName())});
    }
    TrapDraft draft;
    draft.oid = named->oid;
    for (const QString &assignment : assignments) {
        auto varBind = change::parse(library, assignment, change::Use::Notify);
        if (!varBind)
            return varBind.failure();
        draft.varBinds.append(*std::move(varBind));
    }
    return draft;
}

Result<TrapDraft> TrapDraft::again(const Notification &received) {
    if (received.failure)
        return *received.failure;
    TrapDraft draft;
    draft.oid = received.oid;
    draft.isInform = received.isInform;
    draft.uptime = received.uptime;
    draft.head = received.original;
    if (received.original)
        draft.agent = received.original->agent;
    for (const VarBind &varBind : received.varBinds) {
        if (!Notification::isCommunity(varBind.oid))
            draft.varBinds.append(varBind);
    }
    return draft;
}

VarBinds TrapDraft::varBindsV2() const { return trapobject::head(uptime.value_or(systemUptime()), oid) + varBinds; }

TrapHeadV1 TrapDraft::headV1() const {
    TrapHeadV1 made;
    made.uptime = uptime.value_or(systemUptime());
    made.agent = agent;
    const VarBind *forwarded = find(varBinds, trapobject::snmpTrapAddress0);
    if (made.agent.isNull() && forwarded && forwarded->value.type() == Value::Type::IpAddress)
        made.agent = QHostAddress(qFromBigEndian<quint32>(forwarded->value.octets().constData()));
    if (head) {
        made.enterprise = head->enterprise;
        made.generic = head->generic;
        made.specific = head->specific;
        return made;
    }
    const auto parts = oid.parts();
    if (isStandard(oid)) {
        const VarBind *enterprise = find(varBinds, trapobject::snmpTrapEnterprise0);
        const bool isGiven = enterprise && enterprise->value.type() == Value::Type::ObjectIdentifier;
        made.enterprise = isGiven ? enterprise->value.toOid() : trapobject::snmpTraps;
        made.generic = int(parts.back()) - 1;
        return made;
    }
    const bool hasZero = parts.size() >= 2 && parts[parts.size() - 2] == 0;
    made.enterprise = oid.parent();
    if (hasZero)
        made.enterprise = made.enterprise.parent();
    made.generic = EnterpriseSpecific;
    made.specific = parts.empty() ? 0 : qint32(parts.back());
    return made;
}

Result<VarBinds> TrapDraft::varBindsV1() const {
    VarBinds kept;
    for (const VarBind &varBind : varBinds) {
        if (varBind.value.type() == Value::Type::Counter64) {
            return Failure(Failure::Kind::BadUsage,
                {tr("SNMPv1 has no Counter64, as %1 is: send it in v2c or v3.").arg(varBind.oid.toString())});
        }
        if (varBind.oid != trapobject::snmpTrapAddress0
            && varBind.oid != trapobject::snmpTrapEnterprise0) // the head has them
            kept.append(varBind);
    }
    return kept;
}

std::optional<Failure> TrapDraft::obstacle(Version version) const {
    if (version != Version::V1)
        return {};
    if (isInform)
        return Failure(Failure::Kind::BadUsage, {tr("SNMPv1 has no informs: send a trap, or choose v2c or v3.")});
    const auto kept = varBindsV1();
    return kept ? std::nullopt : std::optional(kept.failure());
}

} // namespace walkabout
