// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "ui/query/filterlook.h"

#include <QRandomGenerator>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// The quick way to filter many rows leaves the rows that the plain way does.
class TestFilterLook : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary(test::testModule());
        QVERIFY(!m_library->named(u"testAddrState").isEmpty());
        fill();
        auto names = std::make_shared<InterfaceNames>();
        for (quint32 port = 1; port <= 20; ++port) {
            names->addName(port, u"Gi1/0/%1"_s.arg(port));
            names->addAlias(port, u"to rack %1 [\"b\"]"_s.arg(port));
        }
        m_names = names;
    }

    void leavesWhatThePlainWayLeaves_data() {
        QTest::addColumn<QString>("filter");
        for (const auto &filter :
            {u"ifdescr"_s, u"IF-MIB"_s, u"ifDescr.1"_s, u"descr.1"_s, u".1"_s, u"1"_s, u"."_s, u"7"_s, u"2.2.1.2.7"_s,
                u"1.3.6.1.2.1.2"_s, u"2.1.2.2.1.10.1"_s, u"port-7"_s, u"[7]"_s, u"ifInOctets[1"_s, u"10.0.0."_s,
                u"[10.0.0.7]"_s, u"down"_s, u"down(2)"_s, u"gi1/0/1"_s, u"[gi1/0/1]"_s, u"rack 3"_s, u"\"rack 3\""_s,
                u"bridge"_s, u"00:00:5e"_s, u"-ifDescr"_s, u"-7"_s, u"port -port-1"_s, u"ÜBER"_s, u"type:counter"_s,
                u"type:OCTET"_s, u"-type:i"_s, u"module:if"_s, u"-module:TEST"_s, u">=100"_s, u"ifInOctets>500"_s,
                u"IF-MIB::ifInOctets<=500"_s, u"=up"_s, u"ifOperStatus!=up"_s, u"testMac=x"_s, u"is:new"_s,
                u"-is:changed"_s, u"/port-[1-3]$/"_s, u"/^ifD/"_s, u"/descr\\.1\\D/"_s, u"/\\[7\\]/"_s, u"/gi1/"_s,
                u"no such text"_s, u"device:core"_s, u"3.0"_s, u"testName"_s})
            QTest::newRow(qPrintable(filter)) << filter;
    }
    void leavesWhatThePlainWayLeaves() {
        QFETCH(QString, filter);
        compare(filter, nullptr);
        compare(filter, m_names);
    }

    // Any part of what a row says, the same parts each time.
    void findsPartsOfWhatRowsSay() {
        QRandomGenerator random(4711);
        const Describe describe = describing(m_names);
        for (int i = 0; i < 1500; ++i) {
            const VarBind &row = m_rows.at(random.bounded(int(m_rows.size())));
            const QStringList texts{describe.name(row.oid), describe.typedName(row.oid), describe.value(row),
                row.oid.toString(), describe.type(row)};
            const QString &text = texts.at(random.bounded(int(texts.size())));
            const int from = random.bounded(qMax(1, int(text.size())));
            QString part = text.mid(from, 1 + random.bounded(12));
            if (part.contains(u'"') || part.isEmpty())
                continue;
            compare(u"\"%1\""_s.arg(part), i % 2 == 0 ? m_names : nullptr);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    void fill() {
        const auto column = [this](QStringView name) { return m_library->named(name).first().oid(); };
        for (Oid::Part port = 1; port <= 30; ++port) {
            const Oid instance{port};
            const auto put = [&](QStringView name, const Value &value) {
                m_rows.append({column(name) + instance, value});
            };
            put(u"ifIndex", Value::integer(qint32(port)));
            put(u"ifDescr", Value::octets("port-" + QByteArray::number(port)));
            put(u"ifPhysAddress", Value::octets(QByteArray::fromHex("00005e0000") + char(port)));
            put(u"ifOperStatus", Value::integer(port % 3 + 1));
            put(u"ifInOctets", Value::counter32(port * 37));
            put(u"ifSpecific", Value::oid(Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, port}));
            put(u"ifLastChange", Value::timeTicks(port * 12345));
            put(u"ifAlias", Value::octets(u"Über \"%1\""_s.arg(port).toUtf8()));
            const Oid address{10, 0, 0, port};
            m_rows.append({column(u"ipNetToMediaPhysAddress") + instance + address,
                Value::octets(QByteArray::fromHex("00005e0001") + char(port))});
            m_rows.append({column(u"ipNetToMediaNetAddress") + instance + Oid{10, 0, 300, port}, Value::gauge32(port)});
            m_rows.append({column(u"testIpSeen") + address + port, Value::timeTicks(port)});
            m_rows.append(
                {column(u"testAddrState") + Oid{1, 4, 10, 0, 0, port, 2, 0, 0, 94, 0, 0, port}, Value::integer(1)});
            m_rows.append({column(u"testNameValue") + Oid{2, 1, 3, 2, 'a', 'b', 'k', 'e', 'y', '0' + port % 10},
                Value::integer(qint32(port) - 9)});
            m_rows.append({Oid{1, 3, 6, 1, 4, 1, 77777, port}, Value::gauge32(port)});
            m_rows.append({Oid{2, 5, port}, Value::exception(Value::Type::NoSuchObject)});
        }
        for (const auto &[name, value] : std::initializer_list<std::pair<QStringView, Value>>{
                 {u"testFeatures", Value::octets(QByteArray::fromHex("a0"))}, {u"testTemperature", Value::integer(215)},
                 {u"testWhen", Value::octets(QByteArray::fromHex("07ea0b1603040500"))},
                 {u"testPeer", *Value::ipAddress("\x0a\x01\x02\x03")}, {u"testMode", Value::integer(2)},
                 {u"testRaw", Value::octets(QByteArray("\0\x01\x02", 3))}, {u"testName", Value::octets("two\nlines")},
                 {u"sysUpTime", Value::timeTicks(500)}})
            m_rows.append({column(name) + Oid::Part(0), value});
        m_rows.append({column(u"ifDescr"), Value::octets("no instance")});
    }

    [[nodiscard]] Describe describing(const InterfaceNames::Pointer &names) const {
        Describe describe(m_library);
        describe.setInterfaces(names);
        return describe;
    }

    void compare(const QString &text, const InterfaceNames::Pointer &names) {
        const Describe describe = describing(names);
        const ResultFilter filter = ResultFilter::parse(text);
        ResultFilter::Look look(filter, describe);
        for (qsizetype row = 0; row < m_rows.size(); ++row) {
            ResultFilter::Standing standing;
            standing.change = row % 3 == 0 ? ResultFilter::Change::New : ResultFilter::Change::None;
            if (row % 50 == 0)
                standing.device = u"core2"_s;
            const VarBind &each = m_rows.at(row);
            if (look.matches(each, standing) != filter.matches(each, describe, standing))
                QFAIL(qPrintable(u"%1 and %2 = %3: not as the plain way has it"_s.arg(
                    text, describe.typedName(each.oid), describe.value(each))));
        }
    }

    Library::Pointer m_library;
    InterfaceNames::Pointer m_names;
    VarBinds m_rows;
};

QTEST_MAIN(TestFilterLook)
#include "tst_filterlook.moc"
