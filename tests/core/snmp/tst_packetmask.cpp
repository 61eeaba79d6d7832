// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetmask.h"

#include <QTest>

using namespace walkabout;

namespace {

/// GET sysDescr.0 of "public", request id 0x12345678.
QByteArray get() {
    return QByteArray::fromHex(
        "302902010104067075626c6963a01c020412345678020100020100300e300c06082b060102010101000500");
}

} // namespace

/// No octet of a community leaves, however the message is broken.
class TestPacketMask final : public QObject {
    Q_OBJECT

private slots:
    void masksACommunityAtItsLength();
    void masksWhateverMayBeACommunity();
};

void TestPacketMask::masksACommunityAtItsLength() {
    const QByteArray masked = withMaskedCommunity(get());
    QCOMPARE(masked, get().replace("public", "******"));
    const QByteArray secret = get().replace(7, 6, QByteArray::fromHex("00ff30030200"));
    QCOMPARE(withMaskedCommunity(secret), masked);
}

void TestPacketMask::masksWhateverMayBeACommunity() {
    const QByteArrayList broken{
        get().replace(4, 1, "\7"), // the version
        get().replace(0, 1, "1"), // the message's tag
        get().replace(1, 1, "\x7f"), // its length
        get().replace(6, 1, "\x7f"), // the community's length
        get().replace(6, 1, "\x80"),
        get().replace(2, 1, "\4"), // the version's tag
        get().first(11),
        get().mid(2),
        get().mid(5),
        get().prepend("x"),
    };
    for (const QByteArray &bytes : broken) {
        const QByteArray masked = withMaskedCommunity(bytes);
        QCOMPARE(masked.size(), bytes.size());
        QVERIFY2(!masked.contains("publ") && !masked.contains("ublic"), masked.toHex());
    }
}

QTEST_GUILESS_MAIN(TestPacketMask)
#include "tst_packetmask.moc"
