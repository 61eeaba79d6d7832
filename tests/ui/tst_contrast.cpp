// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/palette.h"
#include "ui/trap/mark.h"

#include <QTest>

#include <cmath>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

/// Relative luminance as WCAG 2.1 has it.
double luminance(const QColor &colour) {
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b) {
    const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
    return (bright + 0.05) / (dark + 0.05);
}

QColor over(const QColor &back, const QColor &tinted, double strength) {
    const auto mix = [strength](float below, float above) { return float(below * (1 - strength) + above * strength); };
    return QColor::fromRgbF(
        mix(back.redF(), tinted.redF()), mix(back.greenF(), tinted.greenF()), mix(back.blueF(), tinted.blueF()));
}

struct Named {
    QString name;
    QColor colour;
};

constexpr std::pair<const char *, Tint> lettered[] = {
    {"dim", Tint::Dim}, {"good", Tint::Good}, {"warning", Tint::Warning}, {"bad", Tint::Bad}, {"accent", Tint::Accent}};

} // namespace

/// Every colour of letters on every colour that stands behind them, in both themes: at least 4.5 to 1.
class TestContrast final : public QObject {
    Q_OBJECT

private slots:
    void lettersCanBeRead_data() { pairs(); }
    void lettersCanBeRead() {
        QFETCH(QColor, ink);
        QFETCH(QColor, back);
        const double ratio = contrast(ink, back);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3 to 1"_s.arg(ink.name(), back.name()).arg(ratio)));
    }

    void theMeasureIsTheOneOfWcag() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    // The frame that shows where the focus is, against what is around it (WCAG 2.1, 1.4.11).
    void theFocusCanBeSeen() {
        for (const QPalette &palette : {lightPalette(), darkPalette()})
            for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base})
                QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(role)) >= 3.0);
    }

    void whatIsDisabledLooksFainter() {
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            const QColor window = palette.color(QPalette::Window);
            QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::WindowText), window)
                < contrast(tint(palette, Tint::Dim), window));
        }
    }

private:
    static void pairs() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("back");
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            const QString theme = isDark(palette) ? u"dark"_s : u"light"_s;
            const auto row = [&theme](const Named &ink, const Named &back) {
                QTest::newRow(qPrintable(u"%1: %2 on %3"_s.arg(theme, ink.name, back.name)))
                    << ink.colour << back.colour;
            };
            const Named window{u"window"_s, palette.color(QPalette::Window)};
            const Named base{u"base"_s, palette.color(QPalette::Base)};
            const Named alternate{u"alternate"_s, palette.color(QPalette::AlternateBase)};
            const Named button{u"button"_s, palette.color(QPalette::Button)};
            const Named tip{u"tool tip"_s, palette.color(QPalette::ToolTipBase)};
            const Named notice{u"notice"_s, tint(palette, Tint::NoticeBack)};
            const Named problem{u"problem"_s, tint(palette, Tint::BadBack)};
            const Named text{u"text"_s, palette.color(QPalette::Text)};
            for (const Named &back : {window, base, alternate, button, tip, notice, problem}) {
                row(text, back);
                row({u"link"_s, palette.color(QPalette::Link)}, back);
                row({u"placeholder"_s, palette.color(QPalette::PlaceholderText)}, back);
                for (const auto &[name, which] : lettered)
                    row({QString::fromLatin1(name), tint(palette, which)}, back);
            }
            row({u"selected"_s, palette.color(QPalette::HighlightedText)},
                {u"highlight"_s, palette.color(QPalette::Highlight)});
            // Rows that a rule marks show sources dim and what is severe in red.
            for (quint8 mark = 1; mark < mark::names().size(); ++mark) {
                const Named back{mark::names()[mark], mark::back(palette, mark)};
                row(text, back);
                row({u"dim"_s, tint(palette, Tint::Dim)}, back);
                row({u"bad"_s, tint(palette, Tint::Bad)}, back);
            }
            // A cell that has just changed, at its strongest, and one of a new row.
            for (const Named &below : {base, alternate}) {
                row(text, {u"changed on "_s + below.name, over(below.colour, tint(palette, Tint::Warning), 0.45)});
                row(text, {u"new on "_s + below.name, over(below.colour, tint(palette, Tint::Good), 0.12)});
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestContrast)
#include "tst_contrast.moc"
