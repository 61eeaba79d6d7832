// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/types.h"

#include <array>

namespace walkabout {

QString baseTypeName(BaseType type) {
    static constexpr std::array<QStringView, 15> names
        = {u"", u"Integer32", u"Unsigned32", u"OctetString", u"ObjectIdentifier", u"Bits", u"IpAddress", u"Counter32",
            u"Gauge32", u"TimeTicks", u"Opaque", u"Counter64", u"NsapAddress", u"IpAddress", u"Sequence"};
    return names[size_t(type)].toString();
}

QString nodeKindName(NodeKind kind) {
    static constexpr std::array<QStringView, 10> names = {u"node", u"module", u"scalar", u"table", u"row", u"column",
        u"notification", u"group", u"compliance", u"capabilities"};
    return names[size_t(kind)].toString();
}

QString accessName(Access access) {
    static constexpr std::array<QStringView, 8> names = {u"", u"not-accessible", u"accessible-for-notify", u"read-only",
        u"read-write", u"read-create", u"write-only", u"not-implemented"};
    return names[size_t(access)].toString();
}

QString statusName(Status status) {
    static constexpr std::array<QStringView, 6> names
        = {u"", u"current", u"deprecated", u"obsolete", u"mandatory", u"optional"};
    return names[size_t(status)].toString();
}

} // namespace walkabout
