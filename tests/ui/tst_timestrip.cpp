// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapfilter.h"
#include "ui/shared/palette.h"
#include "ui/trap/timescale.h"
#include "ui/trap/timestrip.h"

#include <QAccessible>
#include <QDateTime>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace walkabout;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// From 06:00 in Berlin.
TrapStrip madeStrip() {
    TrapStrip strip;
    strip.begin = UtcMicroseconds(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + 5h);
    strip.step = 5min;
    strip.parts = {{1, 0, 0, 2'000, 0}, {}, {0, 0, 3, 0, 1}};
    return strip;
}

} // namespace

class TestTimeStrip : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void saysTimeAndCounts();
    void itsToolTipSaysThemToo();
    void showsOneBesideThousandsInLightAndDark();
    void ticksStandAtRoundTimes();
    void writesTimesThatAFilterReadsExactly_data();
    void writesTimesThatAFilterReadsExactly();
};

void TestTimeStrip::saysTimeAndCounts() {
    TrapStrip strip = madeStrip();
    TimeStrip widget;
    widget.show(strip);
    QCOMPARE(widget.accessibleName(), u"Traps over time"_s);
    QCOMPARE(widget.accessibleDescription(), u"2026-11-24 06:10 to 06:15\n4 traps: 1 critical, 3 warning"_s);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&widget);
    QCOMPARE(access->role(), QAccessible::Slider);
    access->valueInterface()->setCurrentValue(0);
    QTest::keyClick(&widget, Qt::Key_Home);
    QCOMPARE(widget.accessibleDescription(), u"2026-11-24 06:00 to 06:05\n2,001 traps: 2,000 major, 1 normal"_s);
    QTest::keyClick(&widget, Qt::Key_Right);
    QCOMPARE(access->valueInterface()->currentValue().toInt(), 1);
    QCOMPARE(widget.accessibleDescription(), u"2026-11-24 06:05 to 06:10\n0 traps"_s);
    // More came, and every bar counts twice as long: the marker stays at its time.
    strip.begin -= 10min;
    strip.step = 10min;
    strip.parts = {{1}, {2}, {3}, {4}};
    widget.show(strip);
    QCOMPARE(widget.accessibleDescription(), u"2026-11-24 06:00 to 06:10\n2 traps: 2 normal"_s);
}

void TestTimeStrip::writesTimesThatAFilterReadsExactly_data() {
    QTest::addColumn<UtcMicroseconds>("from");
    QTest::addColumn<QString>("written");
    const auto time = [](const QString &iso) {
        return UtcMicroseconds(
            std::chrono::milliseconds(QDateTime::fromString(iso, Qt::ISODateWithMs).toMSecsSinceEpoch()));
    };
    QTest::newRow("a minute") << time(u"2026-11-24T05:00:00Z"_s) << u"after:2026-11-24T06:00"_s;
    QTest::newRow("a second") << time(u"2026-11-24T05:00:07Z"_s) << u"after:2026-11-24T06:00:07"_s;
    QTest::newRow("a millisecond") << time(u"2026-11-24T05:00:07.089Z"_s) << u"after:2026-11-24T06:00:07.089"_s;
    QTest::newRow("02:30 in summer") << time(u"2026-10-25T00:30:00Z"_s) << QString();
    QTest::newRow("02:30 in winter") << time(u"2026-10-25T01:30:00Z"_s) << QString();
}

void TestTimeStrip::writesTimesThatAFilterReadsExactly() {
    QFETCH(const UtcMicroseconds, from);
    QFETCH(const QString, written);
    const QString terms = timescale::terms(from, from + 1h);
    QVERIFY2(terms.startsWith(written), qPrintable(terms));
    const TrapFilter filter = TrapFilter::parse(terms, utcNow());
    QCOMPARE(filter.problem(), QString());
    QCOMPARE(filter.terms().size(), 2);
    QVERIFY2(filter.terms()[0].time == from, qPrintable(terms));
    QVERIFY2(filter.terms()[1].time == from + 1h, qPrintable(terms));
}

void TestTimeStrip::itsToolTipSaysThemToo() {
    TimeStrip widget;
    widget.resize(400, 44);
    widget.show(madeStrip());
    const QPoint at = widget.rectOf(2).center();
    QHelpEvent help(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QCoreApplication::sendEvent(&widget, &help);
    QCOMPARE(QToolTip::text(), u"2026-11-24 06:10 to 06:15\n4 traps: 1 critical, 3 warning"_s);
}

void TestTimeStrip::showsOneBesideThousandsInLightAndDark() {
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        TimeStrip widget;
        widget.setPalette(palette);
        widget.resize(400, 44);
        widget.show(madeStrip());
        const QImage image = widget.grab().toImage();
        const QRect many = widget.rectOf(0);
        const QRect few = widget.rectOf(2);
        const QColor base = palette.color(QPalette::Base);
        QVERIFY(image.pixelColor(many.left() + 5, 6) != base);
        QCOMPARE(image.pixelColor(few.left() + 5, 6), base);
        const QColor critical = image.pixelColor(few.left() + 5, few.bottom());
        QCOMPARE(critical, tint(palette, Tint::Bad));
        QCOMPARE(image.pixelColor(widget.rectOf(1).center()), base);
    }
}

void TestTimeStrip::ticksStandAtRoundTimes() {
    const UtcMicroseconds from(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + 20h + 7min); // 21:07
    QStringList texts;
    for (const timescale::Tick &tick : timescale::ticks(from, from + 7h, 100min))
        texts += tick.text;
    QCOMPARE(texts, QStringList({u"11-24 22:00"_s, u"11-25"_s, u"02:00"_s, u"04:00"_s}));
}

QTEST_MAIN(TestTimeStrip)
#include "tst_timestrip.moc"
