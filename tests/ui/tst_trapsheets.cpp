// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/store/devicestore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "core/trap/trapsettings.h"
#include "tests/core/trap/maderecord.h"
#include "tests/support/madelibrary.h"
#include "tests/ui/named.h"
#include "ui/trap/rulemodel.h"
#include "ui/trap/rulesheet.h"
#include "ui/trap/senddialog.h"
#include "ui/trap/trapcommands.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/traptray.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The sheets beside the trap list: the rules and their test line, sending, sending again, the file of an export.
class TestTrapSheets final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = madeLibrary(); }
    void init() {
        m_station = std::make_unique<TrapStation>(TrapStation::Parts{
            m_engine, m_devices, m_secrets, m_settings, m_folder.filePath(QUuid::createUuid().toString())});
        m_station->setLibrary(m_library);
    }
    void cleanup() {
        QVERIFY(!m_station->setRules({}));
        m_station.reset();
    }

    void editsRulesThatHoldAtOnceAndTomorrow() {
        RuleSheet sheet(*m_station);
        sheet.show();
        auto *table = named<QTableView>(sheet, u"Trap rules"_s);
        auto *rules = sheet.findChild<RuleModel *>();
        const QAbstractItemModelTester tester(rules, QAbstractItemModelTester::FailureReportingMode::QtTest);
        button(sheet, u"&Add Rule"_s)->click();
        button(sheet, u"&Add Rule"_s)->click();
        QCOMPARE(rules->rowCount(), 2);
        // As a person does: F2, words, Enter.
        table->setCurrentIndex(rules->index(0, RuleModel::Words));
        QTest::keyClick(table, Qt::Key_F2);
        const auto editors = table->viewport()->findChildren<QLineEdit *>(); // the name's, that just closed, too
        QVERIFY(!editors.isEmpty());
        QLineEdit *const typed = editors.last();
        QTest::keyClicks(typed, u"port"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_COMPARE(rules->rules().first().words, u"port"_s);
        table->setCurrentIndex(rules->index(0, RuleModel::Mark));
        QTest::keyClick(table, Qt::Key_F2);
        QVERIFY(table->viewport()->findChild<QComboBox *>());
        QVERIFY(rules->setData(rules->index(0, RuleModel::Words), QString(), Qt::EditRole));
        const auto set = [&](int row, int column, const QVariant &value, int role = Qt::EditRole) {
            return rules->setData(rules->index(row, column), value, role);
        };
        QVERIFY(set(0, RuleModel::Name, u"links"_s));
        QVERIFY(set(0, RuleModel::Notification, u"link*"_s));
        QVERIFY(set(0, RuleModel::Level, int(Severity::Critical) + 1));
        QVERIFY(set(0, RuleModel::Mark, 1));
        QVERIFY(set(1, RuleModel::Name, u"down"_s));
        QVERIFY(set(1, RuleModel::Notification, u"IF-MIB::linkDown"_s));
        QVERIFY(set(1, RuleModel::Hide, Qt::Checked, Qt::CheckStateRole));

        auto *line = named<QLineEdit>(sheet, u"Test line"_s);
        const auto *result = named<QLabel>(sheet, u"Test result"_s);
        line->setText(u"192.0.2.7 linkDown ifIndex.3=3"_s);
        QVERIFY2(result->text().contains(u"Rule 1, “links”"_s), qPrintable(result->text()));
        QVERIFY(result->text().contains(u"critical"_s) && result->text().contains(u"marked red"_s));
        table->setCurrentIndex(rules->index(1, 0));
        button(sheet, u"Move &Up"_s)->click(); // the first that fits decides
        QVERIFY2(result->text().contains(u"Rule 1, “down”"_s), qPrintable(result->text()));
        QVERIFY(result->text().contains(u"hidden"_s));
        QVERIFY(set(0, RuleModel::Name, Qt::Unchecked, Qt::CheckStateRole)); // left out
        QVERIFY(result->text().contains(u"“links”"_s));
        line->setText(u"192.0.2.7 coldStart"_s);
        QVERIFY(result->text().startsWith(u"No rule decides"_s));
        line->setText(u"nowhere linkDown"_s);
        QVERIFY(result->text().contains(u"address"_s));

        TrapRecord record = madeRecord(1);
        QCOMPARE(m_station->receiver().rules().apply(record), 1);
        QCOMPARE(record.severity, Severity::Critical);
        Settings tomorrow(m_folder.path());
        QVERIFY(!tomorrow.load());
        QCOMPARE(trapsettings::rules(tomorrow), rules->rules());
        table->setCurrentIndex(rules->index(0, 0));
        button(sheet, u"&Remove Rule"_s)->click();
        QCOMPARE(m_station->rules().size(), 1);
    }

    void makesARuleOfATrapThatCame() {
        RuleSheet sheet(*m_station);
        sheet.show();
        sheet.offer(madeRecord(7));
        QCOMPARE(m_station->rules().last().notification, u"IF-MIB::linkDown"_s);
        QVERIFY(named<QLineEdit>(sheet, u"Test line"_s)->text().startsWith(u"192.0.2.1 IF-MIB::linkDown"_s));
        QVERIFY(named<QLabel>(sheet, u"Test result"_s)->text().contains(u"Rule 1, “linkDown”, decides"_s));
    }

    void sendsWhatIsTyped_data() {
        QTest::addColumn<bool>("inform");
        QTest::newRow("trap") << false;
        QTest::newRow("inform") << true;
    }
    void sendsWhatIsTyped() {
        QFETCH(const bool, inform);
        Receiver receiver(m_engine);
        QSignalSpy received(&receiver, &Receiver::received);
        const auto port = receiver.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port.ok());
        SendDialog dialog(*m_station);
        dialog.show();
        const auto *message = named<QLabel>(dialog, u"Message"_s);
        QVERIFY(!named<QPushButton>(dialog, u"Send"_s)->isEnabled());
        const QString to = u"127.0.0.1:%1"_s.arg(*port);
        named<QComboBox>(dialog, u"Send to"_s)->setCurrentText(to);
        named<QLineEdit>(dialog, u"Community"_s)->setText(u"public"_s);
        named<QLineEdit>(dialog, u"Notification"_s)->setText(u"ifDescr"_s);
        QVERIFY(message->text().contains(u"is no notification"_s));
        named<QLineEdit>(dialog, u"Notification"_s)->setText(u"linkDown"_s);
        QVERIFY2(message->text().contains(u"lists IF-MIB::ifIndex"_s), qPrintable(message->text()));
        auto *index = named<QLineEdit>(dialog, u"Index of ifIndex"_s);
        QTest::keyClicks(index, u"3"_s);
        QCOMPARE(named<QLineEdit>(dialog, u"Index of ifOperStatus"_s)->text(), u"3"_s); // the same row
        for (QLineEdit *value : index->parentWidget()->findChildren<QLineEdit *>()) {
            if (value != index)
                value->setText(u"3"_s);
        }
        QVERIFY2(message->text().contains(u"one of up(1), down(2)"_s), qPrintable(message->text()));
        for (const QString &name : {u"ifAdminStatus"_s, u"ifOperStatus"_s})
            named<QLineEdit>(dialog, u"Index of "_s + name)
                ->parentWidget()
                ->findChild<QComboBox *>()
                ->setCurrentIndex(1);
        named<QPlainTextEdit>(dialog, u"More varbinds"_s)->setPlainText(u"ifDescr.3=eth0\n"_s);
        named<QCheckBox>(dialog, u"Ask for an acknowledgement (inform)"_s)->setChecked(inform);
        auto *send = named<QPushButton>(dialog, u"Send to %1"_s.arg(to));
        QVERIFY2(send && send->isEnabled(), qPrintable(message->text()));
        send->click();
        QTRY_COMPARE(received.size(), 1);
        const auto records = received[0][0].value<QList<TrapRecord>>();
        const Notification &notification = records[0].notification;
        QCOMPARE(notification.isInform, inform);
        QCOMPARE(notification.oid, Oid({1, 3, 6, 1, 6, 3, 1, 1, 5, 3}));
        QCOMPARE(notification.varBinds.size(), 4);
        QCOMPARE(notification.varBinds[0], (VarBind{{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 3}, Value::integer(3)}));
        QCOMPARE(notification.varBinds[3].value, Value::octets("eth0"));
        QTRY_VERIFY2(
            message->text().startsWith(inform ? u"Acknowledged after"_s : u"Sent"_s), qPrintable(message->text()));
        QVERIFY(send->isEnabled()); // once more, if one likes
    }

    void sendsAgainWhatCame() {
        Receiver receiver(m_engine);
        QSignalSpy received(&receiver, &Receiver::received);
        const auto port = receiver.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port.ok());
        const TrapRecord record = madeRecord(5);
        SendDialog dialog(*m_station);
        dialog.show();
        dialog.again(record);
        QVERIFY(named<QTableView>(dialog, u"Varbinds as received"_s)->model()->rowCount() > 0);
        const QString to = u"127.0.0.1:%1"_s.arg(*port);
        named<QComboBox>(dialog, u"Send to"_s)->setCurrentText(to);
        named<QLineEdit>(dialog, u"Community"_s)->setText(u"other"_s);
        named<QPushButton>(dialog, u"Send to %1"_s.arg(to))->click();
        QTRY_COMPARE(received.size(), 1);
        const auto again = received[0][0].value<QList<TrapRecord>>()[0].notification;
        QCOMPARE(again.oid, record.notification.oid);
        QCOMPARE(again.uptime, record.notification.uptime);
        QCOMPARE(again.varBinds, record.notification.varBinds);
        QCOMPARE(again.community, "other"_ba);
    }

    void saysWhatCannotBeSent() {
        SendDialog dialog(*m_station);
        dialog.show();
        const auto *message = named<QLabel>(dialog, u"Message"_s);
        named<QComboBox>(dialog, u"Send to"_s)->setCurrentText(u"127.0.0.1:9"_s);
        named<QComboBox>(dialog, u"Version"_s)->setCurrentIndex(0);
        named<QLineEdit>(dialog, u"Community"_s)->setText(u"public"_s);
        named<QLineEdit>(dialog, u"Notification"_s)->setText(u"coldStart"_s);
        auto *send = named<QPushButton>(dialog, u"Send to 127.0.0.1:9"_s);
        QVERIFY(send->isEnabled());
        named<QCheckBox>(dialog, u"Ask for an acknowledgement (inform)"_s)->setChecked(true);
        QVERIFY(!send->isEnabled());
        QVERIFY2(message->text().contains(u"no informs"_s), qPrintable(message->text()));
        named<QCheckBox>(dialog, u"Ask for an acknowledgement (inform)"_s)->setChecked(false);
        send->click();
        QTRY_VERIFY2(message->text().contains(u"refused"_s), qPrintable(message->text()));
    }

    void putsTheNumberOfUnreadOnItsMark() {
        QPixmap plain(64, 64);
        plain.fill(Qt::white);
        const auto red = [&](int count) {
            const QImage image = TrapTray::badge(plain, count).pixmap(64, 64).toImage();
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixelColor(x, y).green() < 100 ? 1 : 0;
            }
            return pixels;
        };
        QCOMPARE(red(0), 0);
        QVERIFY(red(3) > 300);
        QVERIFY(red(4'212) > red(3)); // "99+" is wider
    }

    void writesAFileAndSaysSo() {
        {
            Journal journal(m_station->path());
            QSignalSpy opened(&journal, &Journal::opened);
            QSignalSpy committed(&journal, &Journal::committed);
            journal.open();
            QVERIFY(opened.wait());
            QList<TrapRecord> records = madeRecords(3);
            for (TrapRecord &record : records)
                record.id = journal.number();
            journal.append(records);
            QVERIFY(committed.wait());
        }
        QWidget panel;
        TrapModel model(m_station->reader());
        TrapCommands commands(*m_station, model, &panel);
        QSignalSpy told(&commands, &TrapCommands::told);
        const QString path = m_folder.filePath(u"traps.csv"_s);
        commands.write(path, {3, 2, 1, 77});
        QVERIFY(told.wait());
        QCOMPARE(
            told[0][0].toString(), u"3 traps saved as traps.csv, without their communities. 1 is no longer kept."_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 4);
        QSignalSpy failed(&commands, &TrapCommands::failed);
        commands.write(m_folder.filePath(u"no/folder.csv"_s), {1});
        QVERIFY(failed.wait());
    }

private:
    static QPushButton *button(const QWidget &in, const QString &text) {
        for (auto *button : in.findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
    Library::Pointer m_library;
    Engine m_engine;
    DeviceStore m_devices{m_folder.path()};
    MemorySecretStore m_secrets;
    Settings m_settings{m_folder.path()};
    std::unique_ptr<TrapStation> m_station;
};

QTEST_MAIN(TestTrapSheets)
#include "tst_trapsheets.moc"
