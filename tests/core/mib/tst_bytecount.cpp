// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/bytecount.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace walkabout::mib;

class TestByteCount final : public QObject {
    Q_OBJECT

private slots:
    void countsAsOneDoesByHand() {
        std::mt19937 random(7);
        for (const size_t size : {0, 1, 15, 16, 17, 255, 4080, 4095, 4096, 10'000, 100'003}) {
            std::string text(size, 'x');
            for (char &c : text)
                c = random() % 3 == 0 ? '\n' : char(random() % 256);
            for (size_t from = 0; from < std::min<size_t>(size, 20); ++from)
                QCOMPARE(countOf(std::string_view(text).substr(from), '\n'),
                    size_t(std::count(text.begin() + qsizetype(from), text.end(), '\n')));
        }
    }

    void countsATextOfThatByteAlone() { QCOMPARE(countOf(std::string(1'000'000, '\n'), '\n'), size_t(1'000'000)); }
};

QTEST_GUILESS_MAIN(TestByteCount)
#include "tst_bytecount.moc"
