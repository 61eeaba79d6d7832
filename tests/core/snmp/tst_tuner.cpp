// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/tuner.h"

#include <QTest>

using namespace walkabout;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A device that answers so many varbinds a second, whatever it is asked.
struct Device {
    double limit = 1e9; // varbinds a second
    Monotonic::time_point now{1h};

    void answer(Tuner &tuner, int answers, bool lost = false) {
        for (int i = 0; i < answers; ++i) {
            const int varBinds = tuner.varBinds({});
            const int window = tuner.window({});
            const double perSecond = std::min(limit, varBinds * window / 0.010); // a round trip of 10 ms
            now += std::chrono::microseconds(qint64(1e6 * varBinds / perSecond));
            tuner.answered({varBinds, 40, window, lost}, now);
        }
    }
};

} // namespace

class TestTuner final : public QObject {
    Q_OBJECT

private slots:
    void beginsPolitely() {
        const Tuner tuner;
        QCOMPARE(tuner.varBinds({}), 10);
        QCOMPARE(tuner.window({}), 1);
    }

    void asksForMoreOfWhoAnswers() {
        Tuner tuner;
        Device device;
        device.answer(tuner, 4);
        QVERIFY(tuner.varBinds({}) >= 30);
        QCOMPARE(tuner.window({}), 1); // as much as fits into one datagram first
        device.answer(tuner, 3000);
        QVERIFY2(tuner.varBinds({}) * tuner.window({}) > 1000,
            qPrintable(u"%1 x %2"_s.arg(tuner.window({})).arg(tuner.varBinds({}))));
        QVERIFY2(tuner.varBinds({}) * tuner.window({}) * 40 <= 200'000, "more in flight than a socket takes");
    }

    void asksForNoMoreThanBringsMore() {
        Tuner tuner;
        Device device;
        device.limit = 8000; // reached with a window of 2 to 4
        device.answer(tuner, 3000);
        QVERIFY2(tuner.window({}) * tuner.varBinds({}) <= 4 * 2 * 34, qPrintable(QString::number(tuner.window({}))));
    }

    void stepsBackAfterALoss() {
        Tuner tuner;
        Device device;
        device.answer(tuner, 3000);
        const int before = tuner.window({}) * tuner.varBinds({});
        device.answer(tuner, 1, true);
        QVERIFY(tuner.window({}) * tuner.varBinds({}) < before);
        for (int i = 0; i < 100; ++i)
            device.answer(tuner, 40, true);
        QCOMPARE(tuner.window({}), 1);
        QVERIFY(tuner.varBinds({}) * 40 <= 1400);
    }

    void anAnswerThatIsTooBigIsNotAskedForAgain() {
        Tuner tuner;
        Device device;
        device.answer(tuner, 6);
        const int asked = tuner.varBinds({});
        QVERIFY(tuner.tooBig(asked));
        device.answer(tuner, 500);
        QVERIFY(tuner.varBinds({}) <= asked / 2);
        QVERIFY(tuner.tooBig(2));
        QVERIFY(!tuner.tooBig(1));
        QCOMPARE(tuner.varBinds({}), 1);
    }

    void whatAPersonFixesHolds() {
        Tuner tuner;
        Device device;
        const Pace fixed{50, 3, false};
        QCOMPARE(tuner.varBinds(fixed), 50);
        QCOMPARE(tuner.window(fixed), 3);
        device.answer(tuner, 3000);
        QCOMPARE(tuner.varBinds(fixed), 50);
        QCOMPARE(tuner.window(fixed), 3);
        QCOMPARE(tuner.varBinds({0, 0, true}), 10);
        QCOMPARE(tuner.window({0, 0, true}), 1);
    }
};

QTEST_APPLESS_MAIN(TestTuner)
#include "tst_tuner.moc"
