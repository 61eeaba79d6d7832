// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/unreaduser.h"

#include "core/snmp/packettree.h"
#include "core/trap/notificationtext.h"

namespace walkabout {

namespace {

// msgFlags, RFC 3412 6.4.
constexpr quint8 AuthFlag = 1;
constexpr quint8 PrivFlag = 2;

SecurityLevel levelOf(const PacketTree &tree) {
    const PacketNode *node = tree.find(PacketField::Flags);
    const QByteArrayView flags = node ? tree.contents(*node) : QByteArrayView();
    const quint8 bits = flags.isEmpty() ? quint8(0) : quint8(flags[0]);
    if (!(bits & AuthFlag))
        return SecurityLevel::NoAuthNoPriv;
    return bits & PrivFlag ? SecurityLevel::AuthPriv : SecurityLevel::AuthNoPriv;
}

} // namespace

Device deviceOfUnread(const Notification &notification) {
    Device device;
    device.version = Version::V3;
    device.endpoint.host = notification.source().toString();
    device.user = notification.failure ? notificationtext::userOf(*notification.failure) : QString();
    device.level = levelOf(PacketTree(notification.bytes));
    return device;
}

} // namespace walkabout
