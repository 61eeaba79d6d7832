// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include "tests/support/floodingagent.h"
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Devices in the window: asked for their secrets, read-only, added.
class TestWindowDevices : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aTypedAddressOffersItsCommunityAndStopsOnEsc() {
        const test::FakeAgent agent(m_parts->engine, test::FakeAgent::Silent);
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QCOMPARE(named<QLineEdit>(u"Community"_s)->text(), u"public"_s);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Summary"_s)->text().contains(u"try 2 of 6"), Patience);
        QVERIFY(named<QToolButton>(u"Stop"_s)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!named<QToolButton>(u"Stop"_s)->isEnabled());
    }

    void datagramsThatThisSystemDroppedAreTold() {
        FloodingAgent agent(m_parts->engine, {0});
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const QString summary = named<QLineEdit>(u"Summary"_s)->text();
        QVERIFY2(summary.endsWith(u" datagrams dropped by this system"), qPrintable(summary));
    }

    void aLiveDeviceOpensReadOnly() {
        test::FakeAgent agent(m_parts->engine);
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!named<QToolButton>(u"Allow writes"_s)->isChecked());
        QVERIFY(!named<QToolButton>(u"Set"_s)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_F2);
        QVERIFY(!m_window->findChild<QDialog *>());
        named<QToolButton>(u"Allow writes"_s)->click();
        QVERIFY(named<QToolButton>(u"Set"_s)->isEnabled());
        QVERIFY(named<QToolButton>(u"Set"_s)->text().contains(u"127.0.0.1"));
        QCOMPARE(agent.changes, 0);
    }

    void aDeviceIsAddedInItsDialog() {
        named<QToolButton>(u"Add device"_s, false)->click();
        auto *dialog = m_window->findChild<QDialog *>();
        QVERIFY(dialog);
        QPushButton *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        named<QLineEdit>(u"Name"_s)->setText(u"core1"_s);
        named<QLineEdit>(u"Address"_s, true, dialog)->setText(u"192.0.2.1"_s);
        QVERIFY(ok->isEnabled());
        QCOMPARE(named<QLineEdit>(u"Read community"_s)->text(), u"public"_s);
        QVERIFY(named<QLineEdit>(u"Write community"_s)->text().isEmpty());
        auto *version = named<QComboBox>(u"SNMP version"_s);
        version->setCurrentIndex(version->count() - 1);
        QVERIFY(!ok->isEnabled()); // a user is wanted
        named<QLineEdit>(u"User"_s)->setText(u"operator"_s);
        named<QLineEdit>(u"Authentication pass-phrase"_s)->setText(u"short"_s);
        QVERIFY(!ok->isEnabled());
        named<QLineEdit>(u"Authentication pass-phrase"_s)->setText(u"long enough"_s);
        QVERIFY(ok->isEnabled());
        ok->click();
        QCOMPARE(m_parts->devices.devices().size(), 1);
        QCOMPARE(m_parts->devices.devices().first().name, u"core1"_s);
        QFile file(m_parts->devices.path());
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(!file.readAll().contains("long enough"));
        const auto *tree = named<QAbstractItemView>(u"Devices"_s, false);
        QVERIFY(tree);
        QCOMPARE(tree->model()->rowCount(), 2);
    }

    void itsDialogIsAsHighAsItsFields() {
        named<QToolButton>(u"Add device"_s, false)->click();
        auto *dialog = m_window->findChild<QDialog *>();
        QVERIFY(dialog);
        dialog->resize(dialog->width() + 40, dialog->height());
        const QSize small = dialog->size();
        auto *version = named<QComboBox>(u"SNMP version"_s, true, dialog);
        version->setCurrentText(u"3"_s);
        QTRY_VERIFY2(dialog->height() > small.height() + 100, qPrintable(QString::number(dialog->height())));
        QVERIFY(!named<QLineEdit>(u"Read community"_s, true, dialog));
        version->setCurrentText(u"2c"_s);
        QTRY_VERIFY2(qAbs(dialog->height() - small.height()) < 20, qPrintable(QString::number(dialog->height())));
        QCOMPARE(dialog->width(), small.width());
        QVERIFY(!named<QLineEdit>(u"User"_s, true, dialog));
        dialog->reject();
    }

    void saysThatARecordingIsBeingRead() {
        QFile file(m_folder->filePath(u"large.snmprec"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int row = 200'000; row > 0; --row)
            file.write("1.3.6.1.4.1.32473.1." + QByteArray::number(row) + "|4|a row\n");
        file.write("1.3.6.1.2.1.1.5.0|4|recorded\n");
        file.close();
        type(u"Device address"_s, file.fileName());
        QTRY_COMPARE_WITH_TIMEOUT(named<QLineEdit>(u"Summary"_s)->text(), u"Reading large.snmprec …"_s, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY2(named<QLineEdit>(u"Summary"_s)->text().startsWith(u"6 varbinds, "),
            qPrintable(named<QLineEdit>(u"Summary"_s)->text()));
    }
};

QTEST_MAIN(TestWindowDevices)
#include "tst_windowdevices.moc"
