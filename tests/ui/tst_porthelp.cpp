// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/named.h"
#include "ui/shared/fonts.h"
#include "ui/trap/porthelp.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

// As for a person without rights, whatever the rights of who runs the test.
PortRefusal refusal(bool isHeld) {
    PortRefusal refusal;
    refusal.port = 162;
    refusal.person = u"anna"_s;
    refusal.lacksRight = true;
    if (isHeld)
        refusal.holder = PortHolder{u"root"_s, 812, u"snmptrapd"_s, {}};
    return refusal;
}

PortRemedy::Setting setting() {
    return {u"/usr/bin/walkabout-cli"_s, u"/home/anna/.local/share/walkabout/traps.sqlite"_s,
        {QHostAddress(QHostAddress::AnyIPv4), QHostAddress(QHostAddress::AnyIPv6)}, 1162};
}

QString spokenName(QWidget *widget) {
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

} // namespace

class TestPortHelp final : public QObject {
    Q_OBJECT

private slots:
    void saysThatTheRightIsMissing();
    void saysWhoHoldsThePort();
    void showsEachRemedyWithItsCommands();
    void copiesTheCommandsOfARemedy();
    void showsEveryLineOfTheCommands();
    void everyControlHasANameAndIsReachedByTab();
    void escapeClosesIt();
};

void TestPortHelp::saysThatTheRightIsMissing() {
    PortHelp sheet(refusal(false), setting());
    QCOMPARE(sheet.windowTitle(), u"Port 162"_s);
    QCOMPARE(named<QLabel>(sheet, u"Why the port was refused"_s)->text(), u"anna has no right to bind port 162."_s);
    QVERIFY(named<QLabel>(sheet, u"What can be done"_s)->text().startsWith(u"Meanwhile port 1162 listens."));
}

void TestPortHelp::saysWhoHoldsThePort() {
    PortHelp sheet(refusal(true), setting());
    QCOMPARE(named<QLabel>(sheet, u"Why the port was refused"_s)->text(),
        u"snmptrapd (pid 812) holds port 162, and anna may not bind it."_s);
}

void TestPortHelp::showsEachRemedyWithItsCommands() {
    PortHelp sheet(refusal(true), setting());
    sheet.show();
    const QList<PortRemedy> remedies = PortRemedy::of(refusal(true), setting());
    QVERIFY(remedies.size() > 5);
    QStringList texts;
    for (const QLabel *label : sheet.findChildren<QLabel *>())
        texts += label->text();
    for (const PortRemedy &remedy : remedies) {
        QVERIFY(texts.contains(remedy.title));
        QVERIFY(texts.contains(remedy.explanation));
        const auto *commands = named<QPlainTextEdit>(sheet, u"Commands: "_s + remedy.title);
        QVERIFY(commands);
        QCOMPARE(commands->toPlainText(), remedy.commands);
        QVERIFY(commands->isReadOnly());
        QVERIFY(commands->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        QCOMPARE(commands->font().family(), monospaced().family());
    }
}

void TestPortHelp::copiesTheCommandsOfARemedy() {
    PortHelp sheet(refusal(false), setting());
    sheet.show();
    auto *copy = named<QPushButton>(sheet, u"Copy: Give the right to walkabout-cli"_s);
    QVERIFY(copy);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"sudo setcap cap_net_bind_service=+ep /usr/bin/walkabout-cli\n"
        "/usr/bin/walkabout-cli traps --journal /home/anna/.local/share/walkabout/traps.sqlite\n"_s);
}

void TestPortHelp::showsEveryLineOfTheCommands() {
    PortHelp sheet(refusal(true), setting());
    sheet.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sheet));
    for (const QPlainTextEdit *commands : sheet.findChildren<QPlainTextEdit *>())
        QCOMPARE(commands->verticalScrollBar()->maximum(), 0);
}

void TestPortHelp::everyControlHasANameAndIsReachedByTab() {
    PortHelp sheet(refusal(true), setting());
    sheet.show();
    sheet.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&sheet));
    QSet<QWidget *> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &sheet, Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget());
        reached += QApplication::focusWidget();
    }
    const qsizetype remedies = PortRemedy::of(refusal(true), setting()).size();
    QCOMPARE(reached.size(), 2 * remedies + 1); // commands and a button each, and Close
    QSet<QString> names;
    for (QWidget *widget : reached) {
        QVERIFY(!spokenName(widget).isEmpty());
        names += spokenName(widget);
    }
    QCOMPARE(names.size(), reached.size());
    for (const QPushButton *button : sheet.findChildren<QPushButton *>())
        QVERIFY(std::any_of(reached.cbegin(), reached.cend(), [&](const QWidget *one) { return one == button; }));
}

void TestPortHelp::escapeClosesIt() {
    const QPointer<PortHelp> sheet = new PortHelp(refusal(false), setting());
    sheet->show();
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!sheet);
}

QTEST_MAIN(TestPortHelp)
#include "tst_porthelp.moc"
