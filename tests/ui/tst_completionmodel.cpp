// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "tests/support/waiting.h"
#include "tests/ui/bigmodule.h"
#include "ui/query/completionmodel.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

// Enough that a search in the event loop would be seen.
#if defined(__SANITIZE_ADDRESS__)
constexpr int Branches = 40;
constexpr qint64 LongestBusy = 500;
#elif defined(__OPTIMIZE__)
constexpr int Branches = 570;
constexpr qint64 LongestBusy = 10;
#else
constexpr int Branches = 100;
constexpr qint64 LongestBusy = 50;
#endif
constexpr int Patience = 60'000; // a loaded machine is slow, not wrong

} // namespace

/// What Address offers while a person types.
class TestCompletionModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = madeLibrary(bridge()); }

    void theExactNameComesFirstThenThoseThatBeginWithIt() {
        const QStringList names = offered(u"ifIndex"_s);
        QCOMPARE(names.value(0), u"IF-MIB::ifIndex"_s);
        const QStringList entries = offered(u"ifTable"_s);
        QCOMPARE(entries.mid(0, 2), (QStringList{u"IF-MIB::ifTable"_s, u"IF-MIB::ifTableLastChange"_s}));
        // Words inside a name come behind beginnings, letters inside a word behind both.
        const QStringList in = offered(u"descr"_s);
        QVERIFY(in.indexOf(u"IF-MIB::ifDescr"_s) >= 0);
        const QStringList status = offered(u"ifAdmin"_s);
        QCOMPARE(status.value(0), u"IF-MIB::ifAdminStatus"_s);
    }

    void everyBeginningStandsBeforeWhatOnlyHoldsTheText() {
        const QStringList names = offered(u"if"_s);
        QCOMPARE(names.size(), qsizetype(CompletionModel::Most));
        const auto begins = [](const QString &name) { return name.section(u"::"_s, 1).startsWith(u"if"); };
        QVERIFY(begins(names.first()));
        const QStringList rows = offered(u"ifEntry"_s);
        QCOMPARE(rows.value(0), u"IF-MIB::ifEntry"_s);
        const QStringList tcp = offered(u"tcpConn"_s);
        QVERIFY(tcp.size() > 2);
        const auto firstOther = std::ranges::find_if_not(
            tcp, [](const QString &name) { return name.section(u"::"_s, 1).startsWith(u"tcpConn"); });
        QVERIFY(firstOther - tcp.begin() > 2);
        QVERIFY(std::none_of(firstOther, tcp.end(),
            [](const QString &name) { return name.section(u"::"_s, 1).startsWith(u"tcpConn"); }));
    }

    void upperAndLowerCaseAreOne() {
        QCOMPARE(offered(u"SYSNAME"_s).value(0), u"SNMPv2-MIB::sysName"_s);
        QCOMPARE(offered(u"  sysname "_s).value(0), u"SNMPv2-MIB::sysName"_s);
    }

    void aModuleNarrowsIt() {
        const QStringList names = offered(u"TEST-MIB::t"_s);
        QVERIFY(!names.isEmpty());
        QVERIFY(std::ranges::all_of(names, [](const QString &name) { return name.startsWith(u"TEST-MIB::"); }));
    }

    void nothingIsOfferedTwice_data() {
        QTest::addColumn<QString>("text");
        for (const char *text : {"if", "sys", "address", "mac", "1.3.6.1.2.1.2.2.1.", "1.3.6.1.2.1.2.2.1.1", "status"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void nothingIsOfferedTwice() {
        QFETCH(const QString, text);
        const QStringList names = offered(text);
        QVERIFY(!names.isEmpty());
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        QVERIFY(names.size() <= CompletionModel::Most);
    }

    void anOidOffersItselfAndWhatItMayBecome() {
        QCOMPARE(offered(u"1.3.6.1.2.1.2.2.1.1"_s),
            (QStringList{u"IF-MIB::ifIndex"_s, u"IF-MIB::ifInOctets"_s, u"IF-MIB::ifInUcastPkts"_s,
                u"IF-MIB::ifInNUcastPkts"_s, u"IF-MIB::ifInDiscards"_s, u"IF-MIB::ifInErrors"_s,
                u"IF-MIB::ifInUnknownProtos"_s, u"IF-MIB::ifOutOctets"_s, u"IF-MIB::ifOutUcastPkts"_s,
                u"IF-MIB::ifOutNUcastPkts"_s, u"IF-MIB::ifOutDiscards"_s}));
        QCOMPARE(offered(u".1.3.6.1.2.1.2.2.1.2"_s).value(0), u"IF-MIB::ifDescr"_s);
    }

    void aDotBehindItOffersTheChildren() {
        QCOMPARE(offered(u"1.3.6.1.2.1.2."_s), (QStringList{u"IF-MIB::ifNumber"_s, u"IF-MIB::ifTable"_s}));
        QCOMPARE(offered(u"1.3.6.1.2.1.2.2.1."_s).size(), 22);
    }

    void whatIsAboutItIsOfferedWhereNoNameHasTheWord() {
        const QStringList names = offered(u"mac"_s);
        for (const QString &table : {u"BRIDGE-MIB::dot1dTpFdbTable"_s, u"RFC1213-MIB::ipNetToMediaTable"_s})
            QVERIFY2(names.contains(table), qPrintable(names.join(u' ')));
        // Behind those that are named so.
        QCOMPARE(names.value(0), u"TEST-MIB::macPort"_s);
    }

    void saysKindAndOidOfEach() {
        CompletionModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLibrary(m_library);
        QSignalSpy offered(&model, &CompletionModel::offered);
        model.offer(u"ifTable"_s);
        QVERIFY(offered.wait(Patience));
        const QString detail = model.index(0).data(Qt::UserRole).toString();
        QVERIFY2(detail.startsWith(u"table") && detail.endsWith(u"1.3.6.1.2.1.2.2"), qPrintable(detail));
        QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(), detail);
    }

    void offersNothingForNothing() {
        QVERIFY(offered({}).isEmpty());
        QVERIFY(offered(u"  "_s).isEmpty());
        QVERIFY(offered(u"noSuchThingAtAll"_s).isEmpty());
        QVERIFY(offered(u"9.9.9.9"_s).isEmpty());
    }

    void theNewestTextIsAnsweredAlone() {
        CompletionModel model;
        model.setLibrary(m_library);
        QSignalSpy offered(&model, &CompletionModel::offered);
        model.offer(u"mac"_s);
        model.offer(u"ifTab"_s);
        QVERIFY(offered.isEmpty()); // never inside the call
        QVERIFY(model.isRunning());
        QVERIFY(offered.wait(Patience));
        QCOMPARE(offered.takeFirst(), QVariantList{u"ifTab"_s});
        QCOMPARE(model.index(0).data().toString(), u"IF-MIB::ifTable"_s);
        // What was offered stays until the next is there; what is not wanted any more never comes.
        model.offer(u"sysName"_s);
        QCOMPARE(model.index(0).data().toString(), u"IF-MIB::ifTable"_s);
        model.cancel();
        model.offer(u"sysDescr"_s);
        QVERIFY(offered.wait(Patience));
        QCOMPARE(offered.size(), 1);
        QCOMPARE(model.index(0).data().toString(), u"SNMPv2-MIB::sysDescr"_s);
    }

    void aBigLibraryHoldsUpNothing() {
        CompletionModel model;
        model.setLibrary(madeLibrary(bigModule(Branches, 1000)));
        QSignalSpy offered(&model, &CompletionModel::offered);
        qint64 busy = 0;
        for (const QString &text : {u"b"_s, u"big"_s, u"measure"_s, u"xyzzyplugh"_s, u"1.3.6.1.4.1.99996.7.1"_s}) {
            Ticker ticker;
            model.offer(text);
            QVERIFY(offered.wait(Patience));
            QCOMPARE(model.rowCount() == 0, text == u"xyzzyplugh");
            busy = std::max(busy, ticker.longestBusy());
        }
        qInfo().noquote() << u"the loop was busy for %1 ms at most"_s.arg(busy);
        QVERIFY2(busy < LongestBusy, qPrintable(u"the loop stood still for %1 ms"_s.arg(busy)));
    }

private:
    // A forwarding table as bridges have it: its names do not say MAC, its words do.
    static QByteArray bridge() {
        return R"(TEST-MIB DEFINITIONS ::= BEGIN
IMPORTS
    MODULE-IDENTITY, OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI
    MacAddress FROM SNMPv2-TC;

testMib MODULE-IDENTITY
    LAST-UPDATED "202601010000Z"
    ORGANIZATION "Tests"
    CONTACT-INFO "none"
    DESCRIPTION "Objects for tests."
    ::= { enterprises 99999 }

testFdbTable OBJECT-TYPE
    SYNTAX SEQUENCE OF TestFdbEntry
    MAX-ACCESS not-accessible STATUS current
    DESCRIPTION "Where each unicast MAC address was last seen." ::= { testMib 1 }
testFdbEntry OBJECT-TYPE
    SYNTAX TestFdbEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "A row."
    INDEX { testFdbAddress } ::= { testFdbTable 1 }
TestFdbEntry ::= SEQUENCE { testFdbAddress MacAddress, testFdbPort Integer32 }
testFdbAddress OBJECT-TYPE
    SYNTAX MacAddress
    MAX-ACCESS read-only STATUS current DESCRIPTION "A unicast MAC address." ::= { testFdbEntry 1 }
testFdbPort OBJECT-TYPE
    SYNTAX Integer32
    MAX-ACCESS read-only STATUS current DESCRIPTION "Its port." ::= { testFdbEntry 2 }
macPort OBJECT-TYPE
    SYNTAX Integer32
    MAX-ACCESS read-only STATUS current DESCRIPTION "A port." ::= { testMib 2 }
END
)";
    }

    QStringList offered(const QString &text) {
        CompletionModel model;
        model.setLibrary(m_library);
        QSignalSpy answered(&model, &CompletionModel::offered);
        model.offer(text);
        QStringList names;
        if (!answered.wait(Patience))
            return names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row).data().toString();
        return names;
    }

    Library::Pointer m_library;
};

QTEST_MAIN(TestCompletionModel)
#include "tst_completionmodel.moc"
