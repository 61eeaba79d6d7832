// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using walkabout::Failure;
using walkabout::Result;

class TestFailure : public QObject {
    Q_OBJECT

private slots:
    void saysWhatHappenedAndWhatToDo();
    void namesTheFieldToFix();
    void explainsAnAgentsErrorStatus();
    void aResultIsAValueOrAFailure();
};

void TestFailure::saysWhatHappenedAndWhatToDo() {
    const Failure refused(Failure::Kind::Refused, {u"udp:127.0.0.1:9"_s});
    QCOMPARE(refused.text(), u"udp:127.0.0.1:9 refused: nothing listens on this port."_s);
    const Failure lost(Failure::Kind::LostSet, {u"core1"_s});
    QCOMPARE(lost.text(), u"No answer from core1: the change may have been made."_s);
}

void TestFailure::namesTheFieldToFix() {
    QVERIFY(Failure(Failure::Kind::UnknownUser, {u"ada"_s}).text().contains(u"check the user name"));
    QVERIFY(
        Failure(Failure::Kind::WrongDigest, {u"ada"_s}).text().contains(u"authentication protocol and pass-phrase"));
    QVERIFY(Failure(Failure::Kind::DecryptionError, {u"ada"_s}).text().contains(u"privacy protocol and pass-phrase"));
}

void TestFailure::explainsAnAgentsErrorStatus() {
    const Failure error(Failure::Kind::AgentError, {u"notWritable"_s, u"SNMPv2-MIB::sysUpTime.0"_s, u"1"_s});
    QCOMPARE(error.text(),
        u"The device answered notWritable for SNMPv2-MIB::sysUpTime.0: the object cannot be changed on this device."_s);
    QCOMPARE(Failure(Failure::Kind::AgentError, {u"99"_s}).text(), u"The device answered 99."_s);
}

void TestFailure::aResultIsAValueOrAFailure() {
    const Result<int> seven = 7;
    QVERIFY(seven.ok());
    QCOMPARE(*seven, 7);
    const Result<int> none = Failure(Failure::Kind::Cancelled);
    QVERIFY(!none);
    QCOMPARE(none.failure(), Failure(Failure::Kind::Cancelled));
}

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
