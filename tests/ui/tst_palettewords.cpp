// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettewords.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Which offer fits better what was typed into the palette.
class TestPaletteWords final : public QObject {
    Q_OBJECT

private slots:
    void everyWordIsNeededAnywhereInAnyOrder() {
        const PaletteWords words = PaletteWords::parse(u"  layout   res "_s);
        QVERIFY(words.rank(u"Reset Layout"_s, u"View"_s));
        QVERIFY(words.rank(u"Reset"_s, u"View: Layout"_s));
        QVERIFY(!words.rank(u"Reset"_s, u"View"_s));
    }

    void theBetterFitIsLess_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("the whole name before its beginning") << u"quit"_s << u"Quit"_s << u"Quit now"_s;
        QTest::newRow("the beginning before a word's") << u"tab"_s << u"Tab"_s << u"New Tab"_s;
        QTest::newRow("a word's beginning before its inside") << u"tab"_s << u"New Tab"_s << u"Stable"_s;
        QTest::newRow("a capital begins a word") << u"oper"_s << u"ifOperStatus"_s << u"ifpoperty"_s;
        QTest::newRow("a later place that begins a word") << u"if"_s << u"notif if"_s << u"notif"_s;
    }

    void theBetterFitIsLess() {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const PaletteWords words = PaletteWords::parse(typed);
        QVERIFY(words.rank(better, {}).value() < words.rank(worse, {}).value());
    }

    void theNameCountsMoreThanWhatStandsBesideIt() {
        const PaletteWords words = PaletteWords::parse(u"view"_s);
        QVERIFY(words.rank(u"Overview"_s, {}).value() < words.rank(u"Dark"_s, u"View"_s).value());
    }

    void nothingTypedFitsEverything() {
        QVERIFY(PaletteWords::parse(u" "_s).isEmpty());
        QCOMPARE(PaletteWords::parse({}).rank(u"Quit"_s, {}), std::optional<int>(0));
    }
};

QTEST_APPLESS_MAIN(TestPaletteWords)
#include "tst_palettewords.moc"
