// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/deadline.h"

#include <QTest>

using namespace walkabout;
using namespace std::chrono_literals;

class TestDeadline final : public QObject {
    Q_OBJECT

private slots:
    void waitsForTheCeilingUntilItKnows() { QCOMPARE(Deadline(1s).wait(), Deadline::Duration(1s)); }

    void takesThreeTimesTheFirstRoundTrip() { // RFC 6298 2.2: R + 4 * R/2
        Deadline deadline(1s);
        deadline.measured(100ms);
        QCOMPARE(deadline.wait(), Deadline::Duration(300ms));
    }

    void comesDownToASteadyRoundTrip() {
        Deadline deadline(1s);
        for (int i = 0; i < 100; ++i)
            deadline.measured(100ms);
        QVERIFY(deadline.wait() >= 100ms);
        QVERIFY(deadline.wait() < 110ms);
    }

    void neverWaitsUnder50Milliseconds() {
        Deadline deadline(1s);
        for (int i = 0; i < 20; ++i)
            deadline.measured(100us);
        QCOMPARE(deadline.wait(), Deadline::Duration(50ms));
    }

    void neverWaitsOverTheCeiling() {
        Deadline deadline(400ms);
        deadline.measured(5s);
        QCOMPARE(deadline.wait(), Deadline::Duration(400ms));
        QCOMPARE(Deadline(20ms).wait(), Deadline::Duration(20ms));
    }

    void doublesOnSilenceUntilItMeasuresAgain() {
        Deadline deadline(1s);
        deadline.measured(20ms);
        QCOMPARE(deadline.wait(), Deadline::Duration(60ms));
        deadline.backOff();
        QCOMPARE(deadline.wait(), Deadline::Duration(120ms));
        for (int i = 0; i < 10; ++i)
            deadline.backOff();
        QCOMPARE(deadline.wait(), Deadline::Duration(1s));
        deadline.measured(20ms);
        QVERIFY(deadline.wait() < 100ms);
    }
};

QTEST_GUILESS_MAIN(TestDeadline)
#include "tst_deadline.moc"
