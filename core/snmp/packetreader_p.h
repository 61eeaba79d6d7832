// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packettree.h"

namespace walkabout {

/// Fills a PacketTree: each element in its place by the grammar of its version. After what does not fit, the rest of
/// that element is read as plain BER. Bounded in depth and in elements.
class PacketReader final {
public:
    explicit PacketReader(PacketTree &tree)
        : m_tree(tree) {}

    void read();

private:
    static constexpr quint8 ObjectIdentifierTag = 0x06;
    static constexpr int DeepestElement = 32;
    static constexpr size_t MostElements = 200'000;

    /// The octets of an element that are still to be read.
    struct Rest {
        qint32 at = 0;
        qint32 end = 0;
        qint32 parent = -1;
    };

    void version12(Rest &message);
    void version3(Rest &message);
    [[nodiscard]] bool header(Rest &message, quint8 &flags, qint64 &model);
    void usm(qint32 wrapper);
    void scoped(Rest &in);
    void pdu(Rest &in);
    void trapHead(Rest &pdu);
    void varBinds(Rest &pdu);
    [[nodiscard]] bool varBind(Rest &list);

    /// The next element, which has to have this tag; nullopt: it has not, and the rest was read as plain BER.
    std::optional<qint32> element(Rest &rest, PacketField field, quint8 tag);
    std::optional<qint64> integer(Rest &rest, PacketField field);
    bool oid(Rest &rest, PacketField field);
    /// Whatever it is; nullopt: no whole head.
    std::optional<qint32> take(Rest &rest, PacketField field);
    void generic(Rest &rest, int depth);
    /// Nothing may be left.
    void end(Rest &rest, int depth);
    void remains(Rest &rest, PacketField field);
    qint32 append(PacketField field, quint8 tag, const Rest &rest, qint32 headSize, qint32 length);

    [[nodiscard]] QByteArrayView octets() const { return m_isPlain ? m_tree.m_plain : m_tree.m_message; }
    [[nodiscard]] quint8 tagAt(const Rest &rest) const { return quint8(octets()[rest.at]); }
    [[nodiscard]] Rest inside(qint32 node) const;
    void fault(PacketFault::Kind kind, PacketField field, qint32 offset, qint64 number = 0, qint64 other = 0);

    PacketTree &m_tree;
    bool m_isPlain = false;
};

} // namespace walkabout
