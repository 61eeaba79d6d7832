// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/store/devicestore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "tests/core/trap/maderecord.h"
#include "tests/support/madelibrary.h"
#include "ui/trap/trapalerts.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// A desktop that shows notices: it keeps what it was told.
class Desktop final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Notice {
        uint replaces = 0;
        QString title;
        QString text;
        uint urgency = 0;
    };
    QList<Notice> notices;

public slots:
    Q_SCRIPTABLE uint Notify(const QString & /*program*/, uint replaces, const QString & /*icon*/, const QString &title,
        const QString &text, const QStringList & /*actions*/, const QVariantMap &hints, int /*timeout*/) {
        notices.append({replaces, title, text, hints[u"urgency"_s].toUInt()});
        return replaces > 0 ? replaces : uint(notices.size());
    }

signals:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
};

/// Rules that ask for the desktop's attention, on a session bus of this test's own.
class TestTrapAlerts final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
            QSKIP("dbus-daemon is not installed");
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QDBusConnection desktop = QDBusConnection::connectToBus(QString::fromLatin1(address), u"desktop"_s);
        QVERIFY(desktop.isConnected());
        QVERIFY(desktop.registerObject(
            u"/org/freedesktop/Notifications"_s, &m_desktop, QDBusConnection::ExportScriptableContents));
    }
    void cleanupTestCase() {
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        m_bus.terminate();
        m_bus.waitForFinished();
    }

    void saysOnceThatThisDesktopShowsNone() {
        const auto station = made();
        TrapAlerts alerts(*station);
        const QSignalSpy unavailable(&alerts, &TrapAlerts::unavailable);
        emit station->receiver().alerted(m_rule, madeRecord(1));
        Rule other = m_rule;
        other.name = u"other"_s;
        emit station->receiver().alerted(other, madeRecord(2));
        QTRY_COMPARE(unavailable.size(), 1);
        QTest::qWait(50);
        QCOMPARE(unavailable.size(), 1);
    }

    void showsOneNoticeOfAStorm() {
        QVERIFY(QDBusConnection(u"desktop"_s).registerService(u"org.freedesktop.Notifications"_s));
        const auto station = made();
        TrapAlerts alerts(*station);
        QVERIFY(!station->setRules({m_rule}));
        const auto port = station->receiver().listen(QHostAddress::LocalHost, 0);
        QVERIFY(port.ok());
        QSignalSpy received(&station->receiver(), &Receiver::received);
        QUdpSocket sender;
        for (int i = 0; i < 200; ++i)
            sender.writeDatagram(madeTrap(i), QHostAddress(QHostAddress::LocalHost), *port);
        const auto count = [&] {
            qsizetype rows = 0;
            for (const auto &turn : received)
                rows += turn[0].value<QList<TrapRecord>>().size();
            return rows;
        };
        QTRY_COMPARE(count(), 200);
        QTRY_COMPARE(m_desktop.notices.size(), 1);
        QTest::qWait(100);
        QCOMPARE(m_desktop.notices.size(), 1);
        QCOMPARE(m_desktop.notices[0].title, u"linkDown from 127.0.0.1"_s);
        QVERIFY2(m_desktop.notices[0].text.contains(u"event"_s), qPrintable(m_desktop.notices[0].text));
        QCOMPARE(m_desktop.notices[0].urgency, 1U);
        const QSignalSpy activated(&alerts, &TrapAlerts::activated);
        emit m_desktop.ActionInvoked(1, u"default"_s);
        QTRY_COMPARE(activated.size(), 1);
    }

private:
    std::unique_ptr<TrapStation> made() {
        auto station = std::make_unique<TrapStation>(
            TrapStation::Parts{m_engine, m_devices, m_secrets, m_settings, m_folder.filePath(u"traps.sqlite"_s)});
        station->setLibrary(madeLibrary());
        return station;
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    Desktop m_desktop;
    Engine m_engine;
    DeviceStore m_devices{m_folder.path()};
    MemorySecretStore m_secrets;
    Settings m_settings{m_folder.path()};
    const Rule m_rule{.name = u"links"_s, .notification = u"link*"_s, .alert = true};
};

QTEST_MAIN(TestTrapAlerts)
#include "tst_trapalerts.moc"
