// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/alertlimit.h"

#include <QTest>

using namespace walkabout;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A storm that a rule brings to the desktop: one notice a minute, the rest counted.
class TestAlertLimit final : public QObject {
    Q_OBJECT

private slots:
    void showsTheFirstAtOnceAndCountsTheRest() {
        AlertLimit limit;
        QVERIFY(limit.take(m_links, record(1), m_start));
        QVERIFY(!limit.next());
        for (quint32 i = 2; i <= 4'214; ++i)
            QVERIFY(!limit.take(m_links, record(i), m_start + 1ms * i));
        QCOMPARE(*limit.next(), m_start + 60s);
        QVERIFY(limit.due(m_start + 59s).isEmpty());
        const auto due = limit.due(m_start + 60s);
        QCOMPARE(due.size(), 1);
        QCOMPARE(due[0].more, 4'212); // beside the one that it shows
        QCOMPARE(due[0].record.id, 4'214U); // the latest
        // The next minute begins with that notice.
        QVERIFY(!limit.take(m_links, record(9), m_start + 70s));
        QCOMPARE(limit.due(m_start + 120s).size(), 1);
    }

    void isQuietAgainAfterAQuietMinute() {
        AlertLimit limit;
        QVERIFY(limit.take(m_links, record(1), m_start));
        QVERIFY(limit.take(m_links, record(2), m_start + 60s));
        QVERIFY(limit.due(m_start + 120s).isEmpty());
        QVERIFY(limit.take(m_links, record(3), m_start + 121s));
    }

    void holdsRulesApart() {
        AlertLimit limit;
        QVERIFY(limit.take(m_links, record(1), m_start));
        Rule other = m_links; // of the same name
        other.source = u"192.0.2.1"_s;
        QVERIFY(limit.take(other, record(2), m_start));
        QVERIFY(!limit.take(other, record(3), m_start));
        QCOMPARE(limit.due(m_start + 60s).size(), 1);
    }

private:
    static TrapRecord record(quint32 id) {
        TrapRecord record;
        record.id = id;
        return record;
    }

    const Monotonic::time_point m_start = Monotonic::now();
    const Rule m_links{.name = u"links"_s, .notification = u"link*"_s, .alert = true};
};

QTEST_GUILESS_MAIN(TestAlertLimit)
#include "tst_alertlimit.moc"
