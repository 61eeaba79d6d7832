// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/newrowform.h"

#include "tests/support/madelibrary.h"
#include "tests/ui/named.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const Oid Entry{1, 3, 6, 1, 6, 3, 12, 1, 2, 1}; // snmpTargetAddrEntry
const QString Button = u"Add the row to the sheet of core1"_s;

} // namespace

/// A row is made by what its table says of it.
class TestNewRowForm final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = madeLibrary(testModule()); }

    void asksForTheIndexAndTheColumnsThatARowNeeds() {
        NewRowForm form(m_library, *RowDraft::of(*m_library, Entry), u"core1"_s);
        QVERIFY(box(form, u"snmpTargetAddrTDomain"_s)->isChecked());
        QVERIFY(box(form, u"snmpTargetAddrTDomain"_s)->text().contains(u"needed"));
        QVERIFY(!box(form, u"snmpTargetAddrTimeout"_s)->isChecked());
        QVERIFY(!button(form)->isEnabled());
        QVERIFY(test::named<QLabel>(form, u"Message"_s)->text().contains(u"snmpTargetAddrName"));
    }

    void putsTheWholeRowOnTheSheet() {
        NewRowForm form(m_library, *RowDraft::of(*m_library, Entry), u"core1"_s);
        test::named<QLineEdit>(form, u"snmpTargetAddrName"_s)->setText(u"a"_s);
        type(form, u"snmpTargetAddrTDomain"_s, u"1.3.6.1.6.1.1"_s);
        type(form, u"snmpTargetAddrParams"_s, u"p"_s);
        QVERIFY(!button(form)->isEnabled()); // TAddress is 1 to 255 octets
        QVERIFY(test::named<QLabel>(form, u"Message"_s)->text().contains(u"snmpTargetAddrTAddress"));
        type(form, u"snmpTargetAddrTAddress"_s, u"abcdef"_s);
        QVERIFY(button(form)->isEnabled());
        QVERIFY(test::named<QLabel>(form, u"Instance"_s)->text().contains(u"snmpTargetAddrRowStatus"));
        const QSignalSpy made(&form, &NewRowForm::rowMade);
        button(form)->click();
        QCOMPARE(made.size(), 1);
        QCOMPARE(made.first().first().value<VarBinds>(),
            (VarBinds{{Entry + Oid{2, 97}, Value::oid({1, 3, 6, 1, 6, 1, 1})},
                {Entry + Oid{3, 97}, Value::octets("abcdef")}, {Entry + Oid{7, 97}, Value::octets("p")},
                {Entry + Oid{9, 97}, Value::integer(rowstatus::CreateAndGo)}}));
    }

    void canWaitAndBeGivenMore() {
        NewRowForm form(m_library, *RowDraft::of(*m_library, Entry), u"core1"_s);
        test::named<QLineEdit>(form, u"snmpTargetAddrName"_s)->setText(u"a"_s);
        for (const QString &name : {u"snmpTargetAddrTDomain"_s, u"snmpTargetAddrTAddress"_s, u"snmpTargetAddrParams"_s})
            box(form, name)->setChecked(false);
        box(form, u"snmpTargetAddrTimeout"_s)->setChecked(true);
        type(form, u"snmpTargetAddrTimeout"_s, u"200"_s);
        auto *how = test::named<QComboBox>(form, u"How the row is made"_s);
        how->setCurrentIndex(1);
        const QSignalSpy made(&form, &NewRowForm::rowMade);
        button(form)->click();
        QCOMPARE(made.first().first().value<VarBinds>(),
            (VarBinds{{Entry + Oid{4, 97}, Value::integer(200)},
                {Entry + Oid{9, 97}, Value::integer(rowstatus::CreateAndWait)}}));
    }

    void offersTheLabelsOfAnIndex() {
        NewRowForm form(m_library, *RowDraft::of(*m_library, {1, 3, 6, 1, 4, 1, 99999, 2}), u"core1"_s);
        auto *mode = test::named<QComboBox>(form, u"testAddrMode"_s);
        QVERIFY(mode);
        QCOMPARE(mode->itemText(1), u"fast (2)"_s);
    }

private:
    static QCheckBox *box(const NewRowForm &form, const QString &column) {
        return test::named<QCheckBox>(form, u"Give %1 a value"_s.arg(column));
    }
    static QPushButton *button(const NewRowForm &form) { return test::named<QPushButton>(form, Button); }
    static void type(const NewRowForm &form, const QString &column, const QString &text) {
        const auto *editor = test::named<QWidget>(form, column);
        editor->findChild<QLineEdit *>()->setText(text);
    }
    Library::Pointer m_library;
};

QTEST_MAIN(TestNewRowForm)
#include "tst_newrowform.moc"
