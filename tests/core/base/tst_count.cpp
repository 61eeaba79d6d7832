// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/count.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestCount final : public QObject {
    Q_OBJECT

private slots:
    void saysOneAndMany() {
        const auto tries = [](qint64 number) { return counted(number, u"%1 try"_s, u"%1 tries"_s); };
        QCOMPARE(tries(0), u"0 tries"_s);
        QCOMPARE(tries(1), u"1 try"_s);
        QCOMPARE(tries(2), u"2 tries"_s);
        QCOMPARE(tries(12431), u"12,431 tries"_s);
    }

    void groupsDigitsInEveryLocale() {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(grouped(1'234'567), u"1,234,567"_s);
        QCOMPARE(grouped(999), u"999"_s);
        QLocale::setDefault(before);
    }
};

QTEST_GUILESS_MAIN(TestCount)
#include "tst_count.moc"
