// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secrettext.h"

#include <QTest>

using namespace walkabout;

/// What stands in a keyring's entry and inside the vault: read again to the octet, or not at all.
class TestSecretText final : public QObject {
    Q_OBJECT

private slots:
    void isLinesThatAPersonCanRead() {
        const Secrets secrets{Secret("public"), {}, Secret("with a space"), {}};
        QCOMPARE(secrettext::write(m_device, secrets).reveal().toByteArray(),
            QByteArray("walkabout-secrets 1\ndevice 6ba7b810-9dad-11d1-80b4-00c04fd430c8\nread public\n"
                       "auth with%20a%20space\n"));
    }

    void givesBackEveryOctet() {
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        const Secrets secrets{Secret(all), Secret("100%25"), Secret("\n"), Secret("ü")};
        QCOMPARE(*secrettext::read(m_device, secrettext::write(m_device, secrets)), secrets);
        QCOMPARE(*secrettext::read(m_device, secrettext::write(m_device, {})), Secrets{});
    }

    void passesOverWordsItDoesNotKnow() {
        const QByteArrayView text = "walkabout-secrets 1\ndevice 6ba7b810-9dad-11d1-80b4-00c04fd430c8\nkey x\nread a\n";
        QCOMPARE(secrettext::read(m_device, Secret(text))->readCommunity, Secret("a"));
    }

    void readsNothingElse_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no head") << QByteArray("device 6ba7b810-9dad-11d1-80b4-00c04fd430c8\nread a\n");
        QTest::newRow("newer") << QByteArray("walkabout-secrets 2\ndevice 6ba7b810-9dad-11d1-80b4-00c04fd430c8\n");
        QTest::newRow("no device") << QByteArray("walkabout-secrets 1\nread a\n");
        QTest::newRow("another's") << QByteArray(
            "walkabout-secrets 1\ndevice 6ba7b811-9dad-11d1-80b4-00c04fd430c8\nread a\n");
        QTest::newRow("cut short") << QByteArray(
            "walkabout-secrets 1\ndevice 6ba7b810-9dad-11d1-80b4-00c04fd430c8\nread a%2");
        QTest::newRow("no value") << QByteArray(
            "walkabout-secrets 1\ndevice 6ba7b810-9dad-11d1-80b4-00c04fd430c8\nread\n");
    }

    void readsNothingElse() {
        QFETCH(QByteArray, text);
        const auto secrets = secrettext::read(m_device, Secret(text));
        QVERIFY(!secrets);
        QVERIFY(!secrets.failure().text().isEmpty());
    }

private:
    const QUuid m_device = QUuid::fromString(QLatin1String("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
};

QTEST_GUILESS_MAIN(TestSecretText)
#include "tst_secrettext.moc"
