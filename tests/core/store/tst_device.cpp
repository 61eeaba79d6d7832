// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/device.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestDevice final : public QObject {
    Q_OBJECT

private slots:
    void isCalledByItsNameElseByItsAddress() {
        Device device;
        device.endpoint.host = u"192.0.2.7"_s;
        QCOMPARE(device.label(), u"192.0.2.7"_s);
        device.name = u"core1"_s;
        QCOMPARE(device.label(), u"core1"_s);
        Device recording;
        recording.kind = Device::Kind::Recording;
        recording.recording = u"/a/b/old.snmprec"_s;
        QCOMPARE(recording.label(), u"old.snmprec"_s);
    }

    void neverWritesWithTheReadCommunity() {
        Device device;
        Secrets secrets;
        QCOMPARE(device.readCredential(secrets).failure().kind(), Failure::Kind::NoSecret);
        secrets.readCommunity = Secret("reading");
        QVERIFY(device.readCredential(secrets).ok());
        QCOMPARE(device.readCredential(secrets)->community(), Secret("reading"));
        QCOMPARE(device.writeCredential(secrets).failure().kind(), Failure::Kind::NoSecret);
        secrets.writeCommunity = Secret("writing");
        QCOMPARE(device.writeCredential(secrets)->community(), Secret("writing"));
        QCOMPARE(device.readCredential(secrets)->community(), Secret("reading"));
    }

    void saysWhichPassphraseIsMissing() {
        Device device;
        device.name = u"core1"_s;
        device.version = Version::V3;
        device.user = u"ops"_s;
        Secrets secrets;
        QCOMPARE(device.readCredential(secrets).failure().arguments(),
            QStringList({u"core1"_s, u"authentication pass-phrase"_s}));
        secrets.authPassphrase = Secret("long enough");
        QCOMPARE(
            device.readCredential(secrets).failure().arguments(), QStringList({u"core1"_s, u"privacy pass-phrase"_s}));
        device.level = SecurityLevel::AuthNoPriv;
        const auto credential = device.readCredential(secrets);
        QVERIFY(credential.ok());
        QCOMPARE(credential->user().name, QByteArray("ops"));
        QCOMPARE(credential->user().level, SecurityLevel::AuthNoPriv);
        secrets.authPassphrase = Secret("short");
        QCOMPARE(device.readCredential(secrets).failure().kind(), Failure::Kind::WeakPassphrase);
    }
};

QTEST_GUILESS_MAIN(TestDevice)
#include "tst_device.moc"
