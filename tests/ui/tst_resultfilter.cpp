// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "ui/query/resultfilter.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestResultFilter : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary();
        QVERIFY(!m_library->named(u"ifInErrors").isEmpty());
    }

    void matches_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("rows"); // the names of the rows that stay
        const QString all = u"descr uplink oper errors quiet name"_s;
        QTest::newRow("nothing asked") << u""_s << all;
        QTest::newRow("a word of a name") << u"ifdescr"_s << u"descr uplink"_s;
        QTest::newRow("a word of a value") << u"core2"_s << u"uplink"_s;
        QTest::newRow("every word is needed") << u"ifDescr core2"_s << u"uplink"_s;
        QTest::newRow("a word excluded") << u"ifDescr -core2"_s << u"descr"_s;
        QTest::newRow("quoted words are one") << u"\"to core2\""_s << u"uplink"_s;
        QTest::newRow("an expression") << u"/gi0.[12]$/"_s << u"descr"_s;
        QTest::newRow("an expression excluded") << u"ifDescr -/core/"_s << u"descr"_s;
        QTest::newRow("a type") << u"type:counter"_s << u"errors quiet"_s;
        QTest::newRow("a module") << u"module:IF-MIB"_s << u"descr uplink oper errors quiet"_s;
        QTest::newRow("more than") << u"ifInErrors>0"_s << u"errors"_s;
        QTest::newRow("equal") << u"ifInErrors=0"_s << u"quiet"_s;
        QTest::newRow("at least, for any object") << u">=2"_s << u"oper errors"_s;
        QTest::newRow("an enum by its label") << u"ifOperStatus=down"_s << u"oper"_s;
        QTest::newRow("not equal") << u"ifOperStatus!=up"_s << u"oper"_s;
        QTest::newRow("an OID") << u"1.3.6.1.2.1.1.5"_s << u"name"_s;
    }

    void matches() {
        QFETCH(QString, filter);
        QFETCH(QString, rows);
        const Describe describe(m_library);
        const ResultFilter wanted = ResultFilter::parse(filter);
        QStringList left;
        for (const auto &[name, varBind] : rowsOfADevice()) {
            if (wanted.matches(varBind, describe))
                left += name;
        }
        QCOMPARE(left.join(u' '), rows);
    }

    void device_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("row"); // ifDescr of core2 stays
        QTest::addColumn<bool>("ending"); // how core2 ended stays
        QTest::newRow("nothing asked") << u""_s << true << true;
        QTest::newRow("its name") << u"device:CORE2"_s << true << true;
        QTest::newRow("another") << u"device:core3"_s << false << false;
        QTest::newRow("excluded") << u"-device:core2"_s << false << false;
        QTest::newRow("another excluded") << u"-device:core3"_s << true << true;
        QTest::newRow("as a word of the row") << u"core2 ifDescr"_s << true << true;
        QTest::newRow("another word") << u"core3"_s << false << true;
        QTest::newRow("both") << u"device:core2 ifOperStatus"_s << false << true;
    }

    void device() {
        QFETCH(QString, filter);
        QFETCH(bool, row);
        QFETCH(bool, ending);
        const ResultFilter wanted = ResultFilter::parse(filter);
        QCOMPARE(wanted.matches(rowsOfADevice().first().second, Describe(m_library), {u"core2"_s}), row);
        QCOMPARE(wanted.matchesDevice(u"core2"_s), ending);
    }

    void aBrokenExpressionSaysWhyAndFiltersNothing() {
        const ResultFilter filter = ResultFilter::parse(u"/[/");
        QVERIFY(!filter.problem().isEmpty());
        QVERIFY(filter.isEmpty());
    }

private:
    static QList<std::pair<QString, VarBind>> rowsOfADevice() {
        const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};
        return {{u"descr"_s, {entry + Oid{2, 1}, Value::octets("Gi0/1")}},
            {u"uplink"_s, {entry + Oid{2, 2}, Value::octets("to core2")}},
            {u"oper"_s, {entry + Oid{8, 1}, Value::integer(2)}},
            {u"errors"_s, {entry + Oid{14, 1}, Value::counter32(7)}},
            {u"quiet"_s, {entry + Oid{14, 2}, Value::counter32(0)}},
            {u"name"_s, {{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value::octets("a name")}}};
    }

    Library::Pointer m_library;
};

QTEST_MAIN(TestResultFilter)
#include "tst_resultfilter.moc"
