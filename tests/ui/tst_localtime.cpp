// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/localtime.h"
#include "ui/trap/timescale.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Days that the window tells of stand as the person's locale writes them; the time of day as everywhere.
class TestLocalTime final : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void daysAreTheLocales_data() {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("dayOfYear");
        QTest::newRow("none") << u"C"_s << u"2026-11-05"_s << u"11-05"_s;
        QTest::newRow("Germany") << u"de_DE"_s << u"05.11.26"_s << u"05.11."_s;
        QTest::newRow("United States") << u"en_US"_s << u"11/5/26"_s << u"11/5"_s;
        QTest::newRow("Britain") << u"en_GB"_s << u"05/11/2026"_s << u"05/11"_s;
        QTest::newRow("Sweden") << u"sv_SE"_s << u"2026-11-05"_s << u"11-05"_s;
        QTest::newRow("Japan") << u"ja_JP"_s << u"2026/11/05"_s << u"11/05"_s;
    }

    void daysAreTheLocales() {
        QFETCH(QString, locale);
        QFETCH(QString, day);
        QFETCH(QString, dayOfYear);
        QLocale::setDefault(QLocale(locale));
        QCOMPARE(localDay({2026, 11, 5}), day);
        QCOMPARE(localDayOfYear({2026, 11, 5}), dayOfYear);
    }

    void noLocaleLosesItsDayOrMonth() {
        for (const QLocale &locale :
            QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            QLocale::setDefault(locale);
            const QString shown = localDayOfYear({2026, 11, 23});
            const QString eleven = locale.toString(11);
            const QString day = locale.toString(23);
            QVERIFY2(shown.contains(day), qPrintable(locale.name() + u": "_s + shown));
            QVERIFY2(shown.size() > day.size(), qPrintable(locale.name() + u": "_s + shown));
            QVERIFY2(!shown.contains(locale.toString(2026).remove(locale.groupSeparator())),
                qPrintable(locale.name() + u": "_s + shown + eleven));
        }
    }

    void theDayIsSaidWhereItIsNotToday() {
        QLocale::setDefault(QLocale(u"de_DE"_s));
        const QDateTime past(QDate(2001, 2, 3), QTime(4, 5, 6, 7));
        QCOMPARE(localTime(at(past)), u"03.02.01 04:05:06.007"_s);
        QCOMPARE(shortLocalTime(at(past)), u"03.02.01 04:05:06"_s);
        const QDateTime now = QDateTime::currentDateTime();
        QCOMPARE(localTime(at(now)), now.toString(u"HH:mm:ss.zzz"_s));
        QCOMPARE(shortLocalTime(at(now)), now.toString(u"HH:mm:ss"_s));
    }

    void theStripOfTrapsSaysThemToo() {
        QLocale::setDefault(QLocale(u"de_DE"_s));
        const UtcMicroseconds from = at(QDateTime(QDate(2026, 11, 24), QTime(22, 0)));
        QCOMPARE(timescale::stretch(from, from + 3h), u"24.11.26 22:00 to 25.11.26 01:00"_s);
        QStringList texts;
        for (const timescale::Tick &tick : timescale::ticks(from, from + 5h, 2h))
            texts += tick.text;
        QCOMPARE(texts, QStringList({u"24.11. 22:00"_s, u"25.11."_s, u"02:00"_s}));
        // What a filter reads is written for it, not for a person.
        QCOMPARE(timescale::terms(from, from + 3h), u"after:2026-11-24T22:00 before:2026-11-25T01:00"_s);
    }

private:
    static UtcMicroseconds at(const QDateTime &time) {
        return UtcMicroseconds(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    }
};

QTEST_MAIN(TestLocalTime)
#include "tst_localtime.moc"
