// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/changesheet.h"

#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid Name{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid Place{1, 3, 6, 1, 2, 1, 1, 6, 0};

QList<Oid> order(const ChangeSheet &sheet) {
    QList<Oid> all;
    for (const ChangeSheet::Entry &entry : sheet.entries())
        all.append(entry.change.oid);
    return all;
}

} // namespace

/// What is to be changed, before anything is sent.
class TestChangeSheet final : public QObject {
    Q_OBJECT

private slots:
    void holdsOneChangeOfAnInstance() {
        ChangeSheet sheet;
        const QSignalSpy changed(&sheet, &ChangeSheet::changed);
        sheet.put({Name, Value::octets("a")}, Value::octets("was"));
        sheet.put({Place, Value::octets("attic")});
        sheet.put({Name, Value::octets("b")});
        QCOMPARE(order(sheet), (QList<Oid>{Name, Place}));
        QCOMPARE(sheet.find(Name)->change.value, Value::octets("b"));
        QCOMPARE(sheet.find(Name)->before, Value::octets("was")); // still what stands there
        QVERIFY(!sheet.find(Place)->before);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(sheet.changes().size(), 2);
    }

    void aChangeBackToWhatStandsThereIsNone() {
        ChangeSheet sheet;
        sheet.put({Name, Value::octets("was")}, Value::octets("was"));
        QVERIFY(sheet.isEmpty());
        sheet.put({Name, Value::octets("a")}, Value::octets("was"));
        sheet.put({Name, Value::octets("was")});
        QVERIFY(sheet.isEmpty());
    }

    void takesTheOrderThatAPersonGives() {
        ChangeSheet sheet;
        sheet.put({Name, Value::octets("a")});
        sheet.put({Place, Value::octets("b")});
        sheet.move(Place, -1);
        QCOMPARE(order(sheet), (QList<Oid>{Place, Name}));
        sheet.move(Place, -1); // it is the first
        QCOMPARE(order(sheet), (QList<Oid>{Place, Name}));
        sheet.remove(Place);
        QCOMPARE(order(sheet), QList<Oid>{Name});
        sheet.clear();
        QVERIFY(sheet.isEmpty());
    }

    void nothingOfItChangesWhileItIsSent() {
        ChangeSheet sheet;
        sheet.put({Name, Value::octets("a")});
        sheet.setSending(true);
        sheet.put({Place, Value::octets("b")});
        sheet.remove(Name);
        sheet.clear();
        QCOMPARE(order(sheet), QList<Oid>{Name});
        sheet.setSending(false);
        sheet.remove(Name);
        QVERIFY(sheet.isEmpty());
    }

    void saysOnceThatAnotherValueStandsThere() {
        ChangeSheet sheet;
        sheet.put({Name, Value::octets("a")}, Value::octets("was"));
        sheet.put({Place, Value::octets("b")});
        QVERIFY(!sheet.learn(Name, Value::octets("was")));
        QVERIFY(!sheet.learn(Place, Value::octets("cellar"))); // nobody had read it
        QCOMPARE(sheet.find(Place)->before, Value::octets("cellar"));
        QVERIFY(sheet.learn(Name, Value::octets("is")));
        QCOMPARE(sheet.find(Name)->expected, Value::octets("was"));
        QCOMPARE(sheet.find(Name)->before, Value::octets("is"));
        QVERIFY(!sheet.learn(Name, Value::octets("moves on"))); // told already: a clock would never be set
        QCOMPARE(sheet.find(Name)->before, Value::octets("moves on"));
    }

    void keepsWhyTheDeviceRefusedUntilItIsSentAgain() {
        ChangeSheet sheet;
        sheet.put({Name, Value::octets("a")});
        sheet.refuse(Name, Failure(Failure::Kind::AgentError, {u"wrongValue"_s, u"sysName.0"_s, u"1"_s}));
        QCOMPARE(sheet.find(Name)->refusal->kind(), Failure::Kind::AgentError);
        sheet.forgetRefusals();
        QVERIFY(!sheet.find(Name)->refusal);
        sheet.refuse(Name, Failure(Failure::Kind::AgentError, {}));
        sheet.put({Name, Value::octets("b")}); // another value may be right
        QVERIFY(!sheet.find(Name)->refusal);
    }
};

QTEST_GUILESS_MAIN(TestChangeSheet)
#include "tst_changesheet.moc"
