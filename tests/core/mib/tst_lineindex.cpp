// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/lineindex.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestLineIndex final : public QObject {
    Q_OBJECT

private slots:
    void countsInAnyOrder_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("lineEnd");
        QTest::newRow("nothing") << QByteArray() << '\n';
        QTest::newRow("one line") << QByteArray(10'000, 'x') << '\n';
        QTest::newRow("line ends alone") << QByteArray(10'000, '\n') << '\n';
        QByteArray lines;
        for (int i = 0; i < 900; ++i)
            lines += QByteArray(i % 37, 'y') + "\r\n";
        QTest::newRow("CR and LF") << lines << '\n';
        QTest::newRow("CR") << QByteArray(lines).replace("\n", "") << '\r';
        QTest::newRow("a line ends where a block does")
            << QByteArray(4095, 'z') + '\n' + QByteArray(4095, 'z') + "\nz" << '\n';
    }
    void countsInAnyOrder() {
        QFETCH(QByteArray, text);
        QFETCH(char, lineEnd);
        const mib::Source source(u"a"_s, text);
        mib::LineIndex index(source);
        // From the end, then from the beginning: what was counted before must not matter.
        for (int step : {-7, 5})
            for (qsizetype at = step < 0 ? text.size() : 0; at >= 0 && at <= text.size(); at += step) {
                const auto before = QByteArrayView(text).first(at);
                const auto lines = std::ranges::count(before, lineEnd);
                const auto column = at - before.lastIndexOf(lineEnd);
                const mib::Source::Position position = index.at(quint32(at));
                QCOMPARE(position.line, int(lines) + 1);
                QCOMPARE(position.column, int(column));
            }
    }
};

QTEST_GUILESS_MAIN(TestLineIndex)
#include "tst_lineindex.moc"
