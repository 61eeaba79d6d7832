// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/oid.h"

#include <QTest>

using namespace Qt::StringLiterals;
using walkabout::Oid;

class TestOid : public QObject {
    Q_OBJECT

private slots:
    void readsDottedTextWithAndWithoutTheLeadingDot();
    void refusesWhatIsNoOid_data();
    void refusesWhatIsNoOid();
    void holdsTheLargestPart();
    void ordersTheWayAgentsWalk();
    void knowsItsPrefixAndInstance();
    void printsWithoutLeadingDot();
    void movesOverALongOne();
};

void TestOid::readsDottedTextWithAndWithoutTheLeadingDot() {
    QCOMPARE(Oid::parse(u"1.3.6.1"), Oid({1, 3, 6, 1}));
    QCOMPARE(Oid::parse(u".1.3.6.1"), Oid({1, 3, 6, 1}));
    QCOMPARE(Oid::parse(u"0"), Oid({0}));
}

void TestOid::refusesWhatIsNoOid_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("a dot") << u"."_s;
    QTest::newRow("a trailing dot") << u"1.3."_s;
    QTest::newRow("two dots") << u"1..3"_s;
    QTest::newRow("a name") << u"1.3.a"_s;
    QTest::newRow("a sign") << u"1.-3"_s;
    QTest::newRow("a part over 32 bits") << u"1.3.4294967296"_s;
    QTest::newRow("a part of many digits") << u"1.99999999999999999999999999"_s;
    QTest::newRow("129 parts") << u"1"_s + u".1"_s.repeated(128);
}

void TestOid::refusesWhatIsNoOid() {
    QFETCH(QString, text);
    QVERIFY(!Oid::parse(text));
}

void TestOid::holdsTheLargestPart() {
    const auto oid = Oid::parse(u"1.3.4294967295");
    QVERIFY(oid);
    QCOMPARE(oid->last(), 4294967295U);
    QCOMPARE(Oid::parse(u"1"_s + u".1"_s.repeated(127))->size(), Oid::MaxLength);
}

void TestOid::ordersTheWayAgentsWalk() {
    QVERIFY(Oid({1, 3, 6}) < Oid({1, 3, 6, 0}));
    QVERIFY(Oid({1, 3, 6, 2}) < Oid({1, 3, 6, 10}));
    QVERIFY(Oid({1, 3, 6, 10, 1}) < Oid({1, 3, 6, 11}));
    QVERIFY(Oid({1, 3, 6, 4294967295U}) > Oid({1, 3, 6, 1}));
}

void TestOid::knowsItsPrefixAndInstance() {
    const Oid instance{1, 3, 6, 1, 7};
    QVERIFY(instance.startsWith(Oid({1, 3, 6})));
    QVERIFY(instance.startsWith(instance));
    QVERIFY(!Oid({1, 3}).startsWith(Oid({1, 3, 6})));
    QCOMPARE(instance.mid(3), Oid({1, 7}));
    QCOMPARE(instance.first(2), Oid({1, 3}));
    QCOMPARE(instance.parent() + 9, Oid({1, 3, 6, 1, 9}));
    QCOMPARE(instance.first(3) + instance.mid(3), instance);
    QCOMPARE(instance.mid(99), Oid());
}

void TestOid::printsWithoutLeadingDot() {
    QCOMPARE(Oid({1, 3, 6, 1, 4294967295U}).toString(), u"1.3.6.1.4294967295"_s);
}

void TestOid::movesOverALongOne() {
    // Over 18 parts an identifier has room of its own; under ASan a lost one fails the program.
    Oid one = Oid{1, 3, 6, 1} + Oid(std::vector<Oid::Part>(60, 7));
    Oid other = Oid{1, 3, 6, 2} + Oid(std::vector<Oid::Part>(50, 8));
    const Oid expected = other;
    one = std::move(other);
    QCOMPARE(one, expected);
    other = one;
    QCOMPARE(other, expected);
    Oid &same = one;
    one = std::move(same);
    QCOMPARE(one, expected);
    one = Oid{1, 3};
    QCOMPARE(one, Oid({1, 3}));
}

QTEST_GUILESS_MAIN(TestOid)
#include "tst_oid.moc"
