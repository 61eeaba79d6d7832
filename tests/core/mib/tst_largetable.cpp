// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/largetable.h"

#include <QTest>

#include <cstring>
#include <new>
#include <numeric>

using namespace walkabout::mib;

class TestLargeTable final : public QObject {
    Q_OBJECT

private slots:
    void keepsItsRowsWhileItGrows() {
        LargeTable<quint32> rows;
        for (quint32 i = 0; i < 3'000'000; ++i)
            rows.push_back(i);
        for (quint32 i = 0; i < rows.size(); ++i)
            if (rows[i] != i)
                QFAIL("a row was lost");
        rows.resize(10);
        rows.shrink_to_fit();
        QCOMPARE(std::accumulate(rows.begin(), rows.end(), 0U), 45U);
    }

    void aLargeOneBeginsAtALargePage() {
        constexpr size_t Page = size_t(2) << 20U;
        for (const size_t bytes : {Page / 2, Page, 5 * Page + 1}) {
            void *const room = takeRoom(bytes);
            QCOMPARE(quintptr(room) % Page, size_t(0));
            std::memset(room, 1, bytes);
            giveRoom(room, bytes);
        }
    }

    void whatTheSystemDoesNotHaveIsRefused() {
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, (void)takeRoom(size_t(1) << 60U));
    }
};

QTEST_GUILESS_MAIN(TestLargeTable)
#include "tst_largetable.moc"
