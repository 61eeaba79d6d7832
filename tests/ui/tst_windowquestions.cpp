// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include <QDialog>
#include <QFrame>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// From what is typed to what is asked.
class TestWindowQuestions : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void enterInDeviceAsksWhoItIs() {
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(results(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), 6, Patience);
        QVERIFY(cell(0, ResultModel::Name).startsWith(u"sysName"));
        QCOMPARE(tabs().tabText(0), u"demo: scratch"_s);
        QVERIFY(named<QLineEdit>(u"Summary"_s)->text().startsWith(u"6 varbinds, "));
    }

    void enterInAddressDoesTheObvious() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Walk);
        QVERIFY(tabs().currentResult()->store().size() >= 24);
        const QAbstractItemModel *model = results()->model();
        QVERIFY(model->index(model->rowCount() - 1, 0).data().toString().contains(u"whole"));

        type(u"Address"_s, u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Table);
        QVERIFY(named<QAbstractItemView>(u"Table view"_s));

        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Get);
    }

    void f5AsksAgainInTheSameTabAndCompares() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const int tabsBefore = tabs().count();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().count(), tabsBefore);
        const auto last = [this] { return cell(results()->model()->rowCount() - 1, 0); };
        QTRY_VERIFY2_WITH_TIMEOUT(last().startsWith(u"Since the run before"), qPrintable(last()), Patience);
    }

    void anUnknownObjectIsOneSentenceAndNothingTypedIsLost() {
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        type(u"Address"_s, u"noSuchThing"_s);
        const QFrame *notice = m_window->findChild<QFrame *>(u"notice"_s);
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), Patience);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"noSuchThing"_s);
        QVERIFY(!qobject_cast<QDialog *>(QApplication::activeModalWidget()));
    }
};

QTEST_MAIN(TestWindowQuestions)
#include "tst_windowquestions.moc"
