// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalreader.h"
#include "testlibrary.h"
#include "tests/ui/keptjournal.h"
#include "ui/trap/bindingmodel.h"
#include "ui/trap/trapmodel.h"

#include <QAbstractItemModelTester>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

Notification numbered(int number) {
    Notification notification;
    notification.time = utcNow();
    notification.peer.address = QHostAddress(u"192.0.2.1"_s);
    notification.oid = TestRoot + Oid{0, 1};
    notification.varBinds
        = {{TestEntryOid + Oid{3, 1, 10, 0, 0, 1}, Value::octets("number " + QByteArray::number(number))}};
    return notification;
}

InterfaceNames::Pointer calling(quint32 number, const QString &name) {
    auto names = std::make_shared<InterfaceNames>();
    names->addName(number, name);
    return names;
}

/// "event 7": the end of a row's summary.
QString lastWord(const QAbstractItemModel &model, int row) {
    const QString text = model.index(row, TrapModel::Content).data().toString();
    return text.mid(text.lastIndexOf(u"event "_s));
}

} // namespace

/// The rows of the trap list, and what one of them carried.
class TestTrapModel : public QObject {
    Q_OBJECT

private slots:
    void putsTheNewestOnTop();
    void readsOnlyWhatIsInView();
    void filtersWhatCameAndWhatComes();
    void holdsStillWhilePaused();
    void showsWhatATrapCarried();
    void marksWhatTheDefinitionDoesNotHave();
    void callsInterfacesAsTheirDeviceDoes();
    void aForwardedOneIsToldByTheNamesOfWhereItBegan();

private:
    TestLibrary m_library;
};

void TestTrapModel::putsTheNewestOnTop() {
    KeptJournal kept;
    kept.add(events(1, 3));
    JournalReader reader(kept.path());
    reader.open();
    TrapModel model(reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 3);
    kept.add(events(4, 1));
    QTRY_COMPARE(model.rowCount(), 4);
    QTRY_COMPARE(lastWord(model, 0), u"event 4"_s);
    QTRY_COMPARE(lastWord(model, 3), u"event 1"_s);
    QCOMPARE(model.index(0, TrapModel::Source).data().toString(), u"192.0.2.1"_s);
    QCOMPARE(model.index(0, TrapModel::Kind).data().toString(), u"v2c"_s);
    QCOMPARE(model.index(0, TrapModel::Level).data().toString(), u"major"_s);
    model.setNames({{u"192.0.2.1"_s, u"core1"_s}});
    QCOMPARE(model.index(0, TrapModel::Source).data().toString(), u"core1 · 192.0.2.1"_s);
}

void TestTrapModel::readsOnlyWhatIsInView() {
    KeptJournal kept;
    kept.add(events(1, 30'000));
    JournalReader reader(kept.path());
    QSignalSpy fetched(&reader, &JournalReader::fetched);
    reader.open();
    TrapModel model(reader);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 30'000);
    QCOMPARE(fetched.size(), 0);
    QTRY_COMPARE(lastWord(model, 29'990), u"event 10"_s);
    QCOMPARE(fetched.size(), 1);
    QCOMPARE(fetched[0][0].value<QList<TrapRecord>>().size(), 1);
}

void TestTrapModel::filtersWhatCameAndWhatComes() {
    KeptJournal kept;
    kept.add(events(1, 1'000));
    JournalReader reader(kept.path());
    reader.open();
    TrapModel model(reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    model.setFilter(TrapFilter::parse(u"/event 77/"_s, utcNow())); // 77 and 770 to 779
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), 11);
    kept.add({madeRecord(3), madeRecord(7'700)});
    QTRY_COMPARE(model.rowCount(), 12);
    QTRY_COMPARE(lastWord(model, 0), u"event 7700"_s);
    QTRY_COMPARE(lastWord(model, 11), u"event 77"_s);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 1'002);
    model.setOnlyNew(true);
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), 0);
    kept.add({madeRecord(8)});
    QTRY_COMPARE(model.rowCount(), 1);
}

void TestTrapModel::holdsStillWhilePaused() {
    KeptJournal kept;
    kept.add(events(1, 3));
    JournalReader reader(kept.path());
    reader.open();
    TrapModel model(reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 3);
    const QSignalSpy came(&model, &TrapModel::came);
    model.setPaused(true);
    kept.add(events(4, 2));
    QTRY_COMPARE(model.waiting(), 2);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!came.isEmpty()); // counted all the same
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.waiting(), 0);
    QTRY_COMPARE(lastWord(model, 0), u"event 5"_s);
}

void TestTrapModel::showsWhatATrapCarried() {
    BindingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    Notification notification = numbered(5);
    notification.version = Version::V1;
    notification.original = TrapHeadV1{{1, 3, 6, 1, 4, 1, 99999}, QHostAddress(u"192.0.2.9"_s), 6, 17, 500};
    model.show(notification);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, BindingModel::Name).data().toString();
    QCOMPARE(names.size(), 7); // with testState, which its definition lists
    QVERIFY(names.contains(u"v1 enterprise"));
    QCOMPARE(model.index(3, BindingModel::Content).data().toString(), u"192.0.2.9"_s);
    QCOMPARE(model.index(4, BindingModel::Content).data().toString(), u"6, 17"_s);
    QCOMPARE(model.index(5, BindingModel::Content).data().toString(), u"number 5"_s);
    notification.failure = Failure(Failure::Kind::Malformed, {u"192.0.2.1"_s, u"a length beyond the end"_s});
    notification.bytes = QByteArray::fromHex("30820001");
    model.show(notification);
    QCOMPARE(model.index(1, BindingModel::Content).data().toString(), u"30 82 00 01"_s);
    notification.bytes = madeTrap(1).chopped(3);
    model.show(notification);
    const QString octets = model.index(1, BindingModel::Content).data().toString();
    QVERIFY2(!octets.contains(u"70 75 62 6c 69 63"_s), qPrintable(octets)); // "public"
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTrapModel::marksWhatTheDefinitionDoesNotHave() {
    BindingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    const auto remark = [&](int row) { return model.index(row, BindingModel::Type).data().toString(); };
    Notification notification = numbered(5);
    notification.oid = Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 3}; // linkDown: ifIndex, ifAdminStatus, ifOperStatus
    const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
    notification.varBinds = {{ifEntry + Oid{8, 3}, Value::integer(2)}, {ifEntry + Oid{1, 3}, Value::integer(3)},
        {ifEntry + Oid{2, 3}, Value::octets("eth0")}};
    model.show(notification);
    QCOMPARE(model.rowCount(), 2 + 3 + 1);
    QCOMPARE(remark(2), u"Integer32"_s); // nothing is wrong with it
    QCOMPARE(remark(3), u"out of order"_s);
    QCOMPARE(remark(4), u"not in its definition"_s);
    QCOMPARE(model.index(5, BindingModel::Name).data().toString(), u"ifAdminStatus"_s);
    QCOMPARE(model.index(5, BindingModel::Content).data().toString(), u"missing"_s);
    notification.oid = Oid{1, 3, 6, 1, 4, 1, 32473, 0, 1}; // no module has it: nothing is expected
    model.show(notification);
    QCOMPARE(model.rowCount(), 2 + 3);
    QCOMPARE(remark(4), u"OctetString"_s);
}

void TestTrapModel::callsInterfacesAsTheirDeviceDoes() {
    KeptJournal kept;
    kept.add({madeRecord(1), madeRecord(1, u"192.0.2.2"_s)}); // of ifDescr.2
    JournalReader reader(kept.path());
    reader.open();
    TrapModel model(reader);
    model.setLibrary(m_library.get());
    model.setFilter({});
    const auto content = [&model](int row) { return model.index(row, TrapModel::Content).data().toString(); };
    QTRY_COMPARE(model.rowCount(), 2);
    QTRY_COMPARE(content(1), u"ifDescr[2] = event 1"_s);
    model.setInterfaces({{u"192.0.2.1"_s, calling(2, u"Gi1/0/2"_s)}});
    QCOMPARE(content(1), u"ifDescr[Gi1/0/2] = event 1"_s);
    QTRY_COMPARE(content(0), u"ifDescr[2] = event 1"_s);
    model.setLibrary(m_library.compiledAgain());
    QCOMPARE(content(1), u"ifDescr[Gi1/0/2] = event 1"_s);
    model.setInterfaces({});
    QCOMPARE(content(1), u"ifDescr[2] = event 1"_s);
}

void TestTrapModel::aForwardedOneIsToldByTheNamesOfWhereItBegan() {
    BindingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    const auto shown = [&model] {
        return model.index(2, BindingModel::Name).data().toString() + u" = "_s
            + model.index(2, BindingModel::Content).data().toString();
    };
    Notification notification = numbered(5);
    notification.varBinds = {{{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 7}, Value::integer(7)}};
    model.show(notification);
    QCOMPARE(shown(), u"ifIndex[7] = 7"_s);
    model.setInterfaces({{u"192.0.2.1"_s, calling(7, u"Gi1/0/7"_s)}, {u"192.0.2.9"_s, calling(7, u"eth7"_s)}});
    QCOMPARE(shown(), u"ifIndex[Gi1/0/7] = Gi1/0/7 (7)"_s);
    const Oid snmpTrapAddress0{1, 3, 6, 1, 6, 3, 18, 1, 3, 0};
    notification.varBinds.append(VarBind{snmpTrapAddress0, *Value::ipAddress(QByteArray::fromHex("c0000209"))});
    model.show(notification);
    QCOMPARE(shown(), u"ifIndex[eth7] = eth7 (7)"_s);
    // Its forwarder's names would be wrong.
    model.setInterfaces({{u"192.0.2.1"_s, calling(7, u"Gi1/0/7"_s)}});
    QCOMPARE(shown(), u"ifIndex[7] = 7"_s);
}

QTEST_MAIN(TestTrapModel)
#include "tst_trapmodel.moc"
