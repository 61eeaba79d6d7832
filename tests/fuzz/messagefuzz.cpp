// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a message from the network: through framing, the heads that we read ourselves, the elements that the packets
// panel shows, the SNMPv3 parameters and decryption, the codec, the receiving half of USM, and a trap's mapping.
#include "core/snmp/authority_p.h"
#include "core/snmp/codec_p.h"
#include "core/snmp/decryption_p.h"
#include "core/snmp/framing.h"
#include "core/snmp/packetmask.h"
#include "core/snmp/packettree.h"
#include "core/snmp/packetvalue.h"
#include "core/snmp/pcapfile.h"
#include "core/snmp/tornanswer_p.h"
#include "core/trap/notification.h"

#include <QLoggingCategory>

#include <cstdlib>

using namespace walkabout;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

Credential credential() {
    Credential::User user;
    user.name = "operator";
    user.authPassphrase = Secret("a long pass-phrase");
    user.privPassphrase = Secret("another long one");
    return *Credential::user(user);
}

/// A user with keys of the right length for this engine and name.
UsmUser user(const codec::Peek &seen, PrivProtocol priv) {
    return {seen.engineId, seen.user, seen.level, AuthProtocol::Sha256, priv, Secret(QByteArray(32, 'a')),
        Secret(QByteArray(32, 'p'))};
}

/// Every element lies in its parent, behind what stands before it.
void walkTree(const PacketTree &tree) {
    const auto &nodes = tree.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        const PacketNode &node = nodes[i];
        require(tree.contents(node).size() == node.length && node.parent < qint32(i));
        if (node.parent >= 0 && nodes[size_t(node.parent)].isPlain == node.isPlain) {
            const PacketNode &parent = nodes[size_t(node.parent)];
            require(node.offset >= parent.contentsOffset()
                && node.offset + node.size() <= parent.contentsOffset() + parent.length);
        }
        [[maybe_unused]] const auto value = berValue(node.tag, tree.contents(node));
        [[maybe_unused]] const auto number = tree.integer(node);
    }
    if (tree.fault())
        require(!tree.fault()->text().isEmpty() && tree.fault()->offset >= 0);
}

void readAsPacket(const QByteArray &bytes) {
    const PacketTree tree(bytes);
    walkTree(tree);
    walkTree(PacketTree(bytes, bytes));
    require(withMaskedCommunity(bytes).size() == bytes.size());
    Packet packet;
    packet.head = PacketHead::of(tree);
    packet.traffic.bytes = bytes;
    require(pcap::file({packet}).size() > bytes.size());
    [[maybe_unused]] const QString name = packet.head.pduName();
}

void readByLibrary(const QByteArray &bytes, Engine &engine) {
    const auto seen = codec::peek(bytes);
    std::optional<UsmUser> keys;
    if (seen && seen->version == Version::V3 && !seen->user.isEmpty()) {
        keys = user(*seen, PrivProtocol::Aes128);
        [[maybe_unused]] const auto aes = decryptedPdu(bytes, *keys);
        [[maybe_unused]] const auto des = decryptedPdu(bytes, user(*seen, PrivProtocol::Des));
    }
    const auto decoded = codec::decode(bytes, engine, keys ? &*keys : nullptr);
    if (!decoded)
        return;
    const PacketHead head = PacketHead::of(PacketTree(bytes));
    if (!head.fault && !head.isEncrypted)
        require(head.varBinds == decoded->varBinds.size() && head.pdu == decoded->pdu);
    [[maybe_unused]] const auto notification = Notification::from({{}, {}, bytes, *decoded});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t size) {
    static const bool isQuiet = [] {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false")); // the library comments on every input
        return true;
    }();
    require(isQuiet);
    static Engine engine;
    static Authority authority(engine);
    static const bool isKnown = [] {
        authority.setUsers(UserList::derive({credential()}));
        return true;
    }();
    require(isKnown);
    const QByteArray bytes(reinterpret_cast<const char *>(octets), qsizetype(size));
    [[maybe_unused]] const auto framed = framing::messageSize(bytes);
    [[maybe_unused]] const auto id = idOfTornAnswer(bytes);
    readAsPacket(bytes);
    readByLibrary(bytes, engine);
    if (codec::snmpVersion(bytes) == Version::V3) [[maybe_unused]]
        const auto outcome = authority.receive(bytes);
    return 0;
}
