// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/donechange.h"

#include "core/work/rowstatus.h"
#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid RowStatusOfTarget{1, 3, 6, 1, 6, 3, 12, 1, 2, 1, 9, 97};
const Oid SerialNo{1, 3, 6, 1, 6, 3, 1, 1, 6, 1, 0};
const Oid Level{1, 3, 6, 1, 4, 1, 99999, 1, 1, 0};
const Oid Features{1, 3, 6, 1, 4, 1, 99999, 1, 6, 0};
const Oid AuthKeyChange{1, 3, 6, 1, 6, 3, 15, 1, 2, 2, 1, 6, 0, 1, 97};
const Value Gone = Value::exception(Value::Type::NoSuchInstance);
const Value Nothing = Value();

Value bits(const char *hex) { return Value::octets(QByteArray::fromHex(hex)); }
Value row(rowstatus::State state) { return Value::integer(state); }

} // namespace

Q_DECLARE_METATYPE(walkabout::Value)
Q_DECLARE_METATYPE(walkabout::Oid)

/// What became of a change, and whether it can be taken back.
class TestDoneChange final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(test::testModule()); }

    void comparesWhatIsReadBackWithWhatWasMeant_data() {
        QTest::addColumn<Oid>("instance");
        QTest::addColumn<Value>("wanted");
        QTest::addColumn<Value>("after");
        QTest::addColumn<bool>("isAsWanted");
        QTest::newRow("the value") << Level << Value::integer(3) << Value::integer(3) << true;
        QTest::newRow("another") << Level << Value::integer(3) << Value::integer(2) << false;
        QTest::newRow("bits and their tail") << Features << bits("80") << bits("8000") << true;
        QTest::newRow("another bit") << Features << bits("80") << bits("8040") << false;
        QTest::newRow("created") << RowStatusOfTarget << row(rowstatus::CreateAndGo) << row(rowstatus::Active) << true;
        QTest::newRow("created, and waits")
            << RowStatusOfTarget << row(rowstatus::CreateAndGo) << row(rowstatus::NotInService) << false;
        QTest::newRow("waits") << RowStatusOfTarget << row(rowstatus::CreateAndWait) << row(rowstatus::NotReady)
                               << true;
        QTest::newRow("destroyed") << RowStatusOfTarget << row(rowstatus::Destroy) << Gone << true;
        QTest::newRow("not destroyed") << RowStatusOfTarget << row(rowstatus::Destroy) << row(rowstatus::Active)
                                       << false;
        QTest::newRow("counts on") << SerialNo << Value::integer(7) << Value::integer(8) << true;
        QTest::newRow("counts round") << SerialNo << Value::integer(2147483647) << Value::integer(0) << true;
        QTest::newRow("a key reads as nothing") << AuthKeyChange << bits("0102") << bits("") << true;
    }
    void comparesWhatIsReadBackWithWhatWasMeant() {
        QFETCH(const Oid, instance);
        QFETCH(const Value, wanted);
        QFETCH(const Value, after);
        QTEST(donechange::isAsWanted(*m_library, {instance, wanted}, after), "isAsWanted");
    }

    void undoPutsTheValueBeforeInItsPlace() {
        const auto undo = donechange::undoing(*m_library, made(Level, Value::integer(3), Value::integer(2)));
        QVERIFY(undo.ok());
        QCOMPARE(*undo, (VarBind{Level, Value::integer(2)}));
    }

    void saysWhatCannotBeUndone_data() {
        QTest::addColumn<Oid>("instance");
        QTest::addColumn<Value>("wanted");
        QTest::addColumn<Value>("before");
        QTest::addColumn<QString>("reason");
        QTest::newRow("never read") << Level << Value::integer(3) << Nothing << u"could not be read"_s;
        QTest::newRow("row created") << RowStatusOfTarget << row(rowstatus::CreateAndGo) << Gone << u"created"_s;
        QTest::newRow("row destroyed") << RowStatusOfTarget << row(rowstatus::Destroy) << row(rowstatus::Active)
                                       << u"destroyed"_s;
        QTest::newRow("instance created") << Level << Value::integer(3) << Gone << u"no such instance"_s;
        QTest::newRow("counts on") << SerialNo << Value::integer(3) << Value::integer(3) << u"counts on"_s;
        QTest::newRow("a key") << AuthKeyChange << bits("01") << bits("") << u"only be written"_s;
        QTest::newRow("as it was") << Level << Value::integer(3) << Value::integer(3) << u"stands there"_s;
    }
    void saysWhatCannotBeUndone() {
        QFETCH(const Oid, instance);
        QFETCH(const Value, wanted);
        QFETCH(const Value, before);
        QFETCH(const QString, reason);
        const auto undo = donechange::undoing(*m_library, made(instance, wanted, before));
        QVERIFY(!undo.ok());
        QVERIFY2(undo.failure().text().contains(reason), qPrintable(undo.failure().text()));
    }

    void whatWasRefusedNeedsNoUndo() {
        DoneChange done = made(Level, Value::integer(3), Value::integer(2));
        done.outcome = DoneChange::Outcome::Refused;
        QVERIFY(!donechange::undoing(*m_library, done).ok());
    }

private:
    static DoneChange made(const Oid &instance, const Value &wanted, const Value &before) {
        DoneChange done;
        done.change = {instance, wanted};
        if (before != Nothing)
            done.before = before;
        done.after = wanted;
        done.outcome = DoneChange::Outcome::Made;
        return done;
    }
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestDoneChange)
#include "tst_donechange.moc"
