// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/endpoint.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// What people type for an address.
class TestEndpoint final : public QObject {
    Q_OBJECT

private slots:
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void writesWhatItReads_data() { readsWhatPeopleType_data(); }
    void writesWhatItReads();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void takesTheDefaultPortItIsGiven();
};

void TestEndpoint::readsWhatPeopleType_data() {
    using T = Endpoint::Transport;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("transport");
    QTest::addColumn<bool>("given");
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    const auto row = [](const char *text, T transport, bool given, const char *host, int port) {
        QTest::newRow(text) << QString::fromLatin1(text) << int(transport) << given << QString::fromLatin1(host)
                            << quint16(port);
    };
    row("core1", T::Udp, false, "core1", 161);
    row("core1.example.net:1161", T::Udp, false, "core1.example.net", 1161);
    row("192.0.2.7", T::Udp, false, "192.0.2.7", 161);
    row(" 192.0.2.7:16100 ", T::Udp, false, "192.0.2.7", 16100);
    row("udp:core1", T::Udp, true, "core1", 161);
    row("UDP6:core1:7", T::Udp6, true, "core1", 7);
    row("tcp:core1:65535", T::Tcp, true, "core1", 65535);
    row("2001:db8::1", T::Udp6, false, "2001:db8::1", 161);
    row("[2001:db8::1]:1161", T::Udp6, false, "2001:db8::1", 1161);
    row("udp6:[fe80::1%eth0]:161", T::Udp6, true, "fe80::1%eth0", 161);
    row("udp:[::1]", T::Udp6, true, "::1", 161);
    row("tcp6:[::1]:80", T::Tcp, true, "::1", 80);
    row("::1", T::Udp6, false, "::1", 161);
    row("my_host", T::Udp, false, "my_host", 161);
}

void TestEndpoint::readsWhatPeopleType() {
    QFETCH(QString, text);
    QFETCH(int, transport);
    QFETCH(bool, given);
    QFETCH(QString, host);
    QFETCH(quint16, port);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint.ok());
    QCOMPARE(int(endpoint->transport), transport);
    QCOMPARE(endpoint->transportGiven, given);
    QCOMPARE(endpoint->host, host);
    QCOMPARE(endpoint->port, port);
}

void TestEndpoint::writesWhatItReads() {
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint.ok());
    const auto again = Endpoint::parse(endpoint->toString());
    QVERIFY2(again.ok(), qPrintable(endpoint->toString()));
    QVERIFY2(*again == *endpoint, qPrintable(endpoint->toString()));
    QVERIFY(endpoint->port != 161 || !endpoint->toString().contains(u"161"));
}

void TestEndpoint::refusesWhatIsNoAddress_data() {
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", ":161", "core1:", "core1:0", "core1:65536", "core1:snmp", "core1:+5", "core 1",
             "[::1", "[::1]161", "[core1]:161", "udp:", "udp6:192.0.2.7", "http://core1", "core1/ifTable", "-v",
             "1:2:3", "tls:core1", "user@core1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestEndpoint::refusesWhatIsNoAddress() {
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(!endpoint.ok());
    QCOMPARE(endpoint.failure(), Failure(Failure::Kind::InvalidEndpoint, {text}));
}

void TestEndpoint::takesTheDefaultPortItIsGiven() {
    QCOMPARE(Endpoint::parse(u"core1", 162)->port, 162);
    QCOMPARE(Endpoint::parse(u"core1:5", 162)->port, 5);
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
