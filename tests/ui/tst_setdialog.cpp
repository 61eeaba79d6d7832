// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/ui/named.h"
#include "ui/set/setdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

QString label(const SetDialog &dialog, const QString &name) {
    const auto *found = test::named<QLabel>(dialog, name);
    return found ? found->text() : u"no such label"_s;
}

const Oid Name = TestRoot + Oid{1, 1, 0};
const Oid State = TestEntryOid + Oid{4, 7, 10, 0, 0, 1};
const Oid Mac = TestEntryOid + Oid{6, 7, 10, 0, 0, 1};
const Oid Flags = TestEntryOid + Oid{7, 7, 10, 0, 0, 1};
const Oid Level = TestRoot + Oid{1, 4, 0};

VarBind sent(const QSignalSpy &spy) { return spy.size() == 1 ? spy.first().first().value<VarBind>() : VarBind(); }

} // namespace

class TestSetDialog : public QObject {
    Q_OBJECT

private slots:
    void choosesAnEnumByItsLabel();
    void holdsARangeWithASentence();
    void countsTextAgainstItsSize();
    void takesTextAsHex();
    void holdsSizeAndAccessInHexToo();
    void showsOctetsThatAreNoTextAsHex();
    void readsAMacAddress();
    void ticksBits();
    void asksForATypeWhereNoModuleKnowsOne();
    void enterPutsItOnTheSheet();

private:
    TestLibrary m_library;
};

void TestSetDialog::choosesAnEnumByItsLabel() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, State, Value::integer(2));
    auto *labels = test::named<QComboBox>(dialog, u"New value"_s);
    auto *set = test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s);
    QVERIFY(labels && set);
    QCOMPARE(labels->currentText(), u"down (2)"_s);
    QCOMPARE(label(dialog, u"Value after"_s), u"as now"_s);
    QVERIFY(!set->isEnabled());
    labels->setCurrentIndex(labels->findText(u"up (1)"_s));
    QCOMPARE(label(dialog, u"Value now"_s), u"down(2)"_s);
    QCOMPARE(label(dialog, u"Value after"_s), u"up(1)"_s);
    const QSignalSpy requests(&dialog, &SetDialog::changeMade);
    set->click();
    QCOMPARE(sent(requests), (VarBind{State, Value::integer(1)}));
}

void TestSetDialog::holdsARangeWithASentence() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Level, Value::integer(3));
    auto *line = test::named<QLineEdit>(dialog, u"New value"_s);
    auto *set = test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s);
    QVERIFY(line);
    QVERIFY(label(dialog, u"Accepted values"_s).contains(u"-5..20"));
    QVERIFY(label(dialog, u"Accepted values"_s).contains(u"dB"));
    line->setText(u"21"_s);
    QVERIFY(!set->isEnabled());
    QVERIFY(!label(dialog, u"Message"_s).isEmpty());
    line->setText(u"-5"_s);
    QVERIFY(set->isEnabled());
    QVERIFY(label(dialog, u"Message"_s).isEmpty());
}

void TestSetDialog::countsTextAgainstItsSize() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Name, Value::octets("abc"));
    auto *line = test::named<QLineEdit>(dialog, u"New value"_s);
    QCOMPARE(line->text(), u"abc"_s);
    QCOMPARE(label(dialog, u"Size"_s), u"3 of 0..16 octets"_s);
    line->setText(u"Grüße"_s); // octets, not letters
    QCOMPARE(label(dialog, u"Size"_s), u"7 of 0..16 octets"_s);
    line->setText(u"seventeen letters"_s);
    QVERIFY(!test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s)->isEnabled());
}

void TestSetDialog::takesTextAsHex() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Name, Value::octets("abc"));
    auto *line = test::named<QLineEdit>(dialog, u"New value"_s);
    auto *hex = test::named<QToolButton>(dialog, u"Hex"_s);
    hex->click();
    QCOMPARE(line->text(), u"61 62 63"_s);
    line->setText(u"00 ff"_s);
    const QSignalSpy requests(&dialog, &SetDialog::changeMade);
    test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s)->click();
    QCOMPARE(sent(requests).value, Value::octets(QByteArray::fromHex("00ff")));
}

void TestSetDialog::holdsSizeAndAccessInHexToo() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Name, Value::octets(QByteArray(17, '\xff')));
    QVERIFY(test::named<QToolButton>(dialog, u"Hex"_s)->isChecked());
    QVERIFY(!test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s)->isEnabled());
    QVERIFY(label(dialog, u"Message"_s).contains(u"0 to 16"));
    SetDialog readOnly(
        Describe(m_library.get()), u"core1"_s, TestEntryOid + Oid{3, 7, 10, 0, 0, 1}, Value::octets("\xff"));
    QVERIFY(!test::named<QPushButton>(readOnly, u"Add to the sheet of core1"_s)->isEnabled());
    QVERIFY(!label(readOnly, u"Message"_s).isEmpty());
}

void TestSetDialog::showsOctetsThatAreNoTextAsHex() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Name, Value::octets(QByteArray::fromHex("00ff")));
    QCOMPARE(test::named<QLineEdit>(dialog, u"New value"_s)->text(), u"00 ff"_s);
    auto *hex = test::named<QToolButton>(dialog, u"Hex"_s);
    QVERIFY(hex->isChecked());
    // They stay so: no text would lead back to them.
    hex->click();
    QVERIFY(hex->isChecked());
}

void TestSetDialog::readsAMacAddress() {
    const Value before = Value::octets(QByteArray::fromHex("001a2b3c4d5e"));
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Mac, before);
    auto *line = test::named<QLineEdit>(dialog, u"New value"_s);
    const QSignalSpy requests(&dialog, &SetDialog::changeMade);
    line->setText(u"00:1a:2b:3c:4d:5f"_s);
    test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s)->click();
    QCOMPARE(sent(requests).value, Value::octets(QByteArray::fromHex("001a2b3c4d5f")));
}

void TestSetDialog::ticksBits() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Flags, Value::octets(QByteArray::fromHex("80")));
    QVERIFY(test::named<QCheckBox>(dialog, u"fast"_s)->isChecked());
    QVERIFY(!test::named<QCheckBox>(dialog, u"far"_s)->isChecked());
    test::named<QCheckBox>(dialog, u"far"_s)->click();
    const QSignalSpy requests(&dialog, &SetDialog::changeMade);
    test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s)->click();
    QCOMPARE(sent(requests).value, Value::octets(QByteArray::fromHex("8040")));
}

void TestSetDialog::asksForATypeWhereNoModuleKnowsOne() {
    SetDialog dialog(Describe(Library::empty()), u"core1"_s, {1, 3, 6, 1, 4, 1, 7, 0}, Value::gauge32(9));
    auto *type = test::named<QComboBox>(dialog, u"Type"_s);
    QCOMPARE(type->currentText(), u"Unsigned"_s);
    test::named<QLineEdit>(dialog, u"New value"_s)->setText(u"10"_s);
    const QSignalSpy requests(&dialog, &SetDialog::changeMade);
    test::named<QPushButton>(dialog, u"Add to the sheet of core1"_s)->click();
    QCOMPARE(sent(requests).value, Value::gauge32(10));
}

void TestSetDialog::enterPutsItOnTheSheet() {
    SetDialog dialog(Describe(m_library.get()), u"core1"_s, Name, Value::octets("abc"));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *line = test::named<QLineEdit>(dialog, u"New value"_s);
    const QSignalSpy requests(&dialog, &SetDialog::changeMade);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(requests.isEmpty()); // as now: no change
    QVERIFY(dialog.isVisible());
    line->setText(u"core7"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(sent(requests), (VarBind{Name, Value::octets("core7")}));
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestSetDialog)
#include "tst_setdialog.moc"
