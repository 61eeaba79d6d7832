// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void writesIsoUtcWithMilliseconds();
};

void TestClock::writesIsoUtcWithMilliseconds() {
    QCOMPARE(isoUtc(UtcMicroseconds(std::chrono::microseconds(0))), u"1970-01-01T00:00:00.000Z"_s);
    QCOMPARE(isoUtc(UtcMicroseconds(std::chrono::microseconds(1'700'000'000'123'999))), u"2023-11-14T22:13:20.123Z"_s);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
