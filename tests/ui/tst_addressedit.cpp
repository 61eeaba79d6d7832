// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "ui/query/addressedit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The Address line as a person types in it.
class TestAddressEdit : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_edit = std::make_unique<AddressEdit>();
        m_edit->setLibrary(madeLibrary());
        m_edit->show();
        QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
        m_edit->setFocus();
        m_list = m_edit->completer()->popup();
    }
    void cleanup() { m_edit.reset(); }

    void whatIsOfferedComesBesideWhatWasTyped() {
        QTest::keyClicks(m_edit.get(), u"ifTab"_s);
        QTRY_VERIFY(m_list->isVisible());
        QCOMPARE(m_edit->text(), u"ifTab"_s);
        QCOMPARE(m_list->model()->index(0, 0).data().toString(), u"IF-MIB::ifTable"_s);
        QTest::keyClicks(m_edit.get(), u"leLast"_s); // while the list is open
        QTRY_COMPARE(m_list->model()->index(0, 0).data().toString(), u"IF-MIB::ifTableLastChange"_s);
        QCOMPARE(m_edit->text(), u"ifTableLast"_s);
    }

    void moreKeysHideAListThatHasNothing() {
        QTest::keyClicks(m_edit.get(), u"ifTab"_s);
        QTRY_VERIFY(m_list->isVisible());
        QTest::keyClicks(m_edit.get(), u"xyz"_s);
        QTRY_VERIFY(!m_list->isVisible());
        QCOMPARE(m_edit->text(), u"ifTabxyz"_s);
    }

    void enterIsNotFollowedByAList() {
        QSignalSpy entered(m_edit.get(), &AddressEdit::entered);
        QTest::keyClicks(m_edit.get(), u"sysName"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QTest::qWait(300); // longer than the pause and a search
        QVERIFY(!m_list->isVisible());
        QCOMPARE(m_edit->text(), u"sysName"_s);
    }

    void anObjectThatComesFromElsewhereIsNotCovered() {
        QTest::keyClicks(m_edit.get(), u"ifTab"_s);
        m_edit->setText(u"SNMPv2-MIB::system"_s);
        QTest::qWait(300);
        QVERIFY(!m_list->isVisible());
    }

private:
    std::unique_ptr<AddressEdit> m_edit;
    QAbstractItemView *m_list = nullptr;
};

QTEST_MAIN(TestAddressEdit)
#include "tst_addressedit.moc"
