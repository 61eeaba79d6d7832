// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/varbindlines.h"

#include "tests/support/madelibrary.h"

#include <QTest>

#include <limits>

using namespace walkabout;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(walkabout::VarBind)
Q_DECLARE_METATYPE(walkabout::VarBindLines::Style)

namespace {
const Oid status{1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 3};
const Oid descr{1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 3};
const Oid octets{1, 3, 6, 1, 2, 1, 2, 2, 1, 10, 3};
const Oid objectId{1, 3, 6, 1, 2, 1, 1, 2, 0};
const Oid total{1, 3, 6, 1, 4, 1, 99999, 1, 8, 0};
const Oid nowhere{1, 3, 6, 1, 4, 1, 99998, 1};
} // namespace

class TestVarBindLines final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(test::testModule()); }

    void writesTextByNetSnmpsLetters_data() {
        QTest::addColumn<VarBind>("varBind");
        QTest::addColumn<VarBindLines::Style>("style");
        QTest::addColumn<QByteArray>("line");
        using Style = VarBindLines::Style;
        const VarBind up{status, Value::integer(1)};
        QTest::newRow("plain") << up << Style{} << "IF-MIB::ifOperStatus.3 = up(1)"_ba;
        QTest::newRow("n") << up << Style{.isNumeric = true} << ".1.3.6.1.2.1.2.2.1.8.3 = up(1)"_ba;
        QTest::newRow("q") << up << Style{.isQuick = true} << "IF-MIB::ifOperStatus.3 up"_ba;
        QTest::newRow("v") << up << Style{.valuesOnly = true} << "up(1)"_ba;
        QTest::newRow("e") << up << Style{.enumNumbers = true} << "IF-MIB::ifOperStatus.3 = 1"_ba;
        QTest::newRow("unknown label") << VarBind{status, Value::integer(77)} << Style{.isQuick = true}
                                       << "IF-MIB::ifOperStatus.3 77"_ba;
        QTest::newRow("text") << VarBind{descr, Value::octets("eth0")} << Style{} << "IF-MIB::ifDescr.3 = eth0"_ba;
        QTest::newRow("counter") << VarBind{octets, Value::counter32(4294967295U)} << Style{.valuesOnly = true}
                                 << "4294967295"_ba;
        QTest::newRow("object") << VarBind{objectId, Value::oid(status)} << Style{.valuesOnly = true}
                                << "IF-MIB::ifOperStatus.3"_ba;
        QTest::newRow("object, n") << VarBind{objectId, Value::oid(status)}
                                   << Style{.isNumeric = true, .valuesOnly = true} << ".1.3.6.1.2.1.2.2.1.8.3"_ba;
        QTest::newRow("negative, unknown object")
            << VarBind{nowhere, Value::integer(-5)} << Style{} << "SNMPv2-SMI::enterprises.99998.1 = -5"_ba;
        QTest::newRow("exception") << VarBind{status, Value::exception(Value::Type::NoSuchInstance)} << Style{}
                                   << "IF-MIB::ifOperStatus.3 = No Such Instance"_ba;
    }
    void writesTextByNetSnmpsLetters() {
        QFETCH(VarBind, varBind);
        QFETCH(VarBindLines::Style, style);
        QFETCH(QByteArray, line);
        QCOMPARE(written(varBind, style), line);
    }

    void keepsOneVarbindALine_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("CR LF") << "one\r\ntwo"_ba
                               << R"(one\r\ntwo)"_ba
                               << R"("text":"one\r\ntwo")"_ba;
        QTest::newRow("tab") << "a\tb"_ba
                             << R"(a\tb)"_ba
                             << R"("text":"a\tb")"_ba;
        QTest::newRow("as it is") << R"(C:\new)"_ba
                                  << R"(C:\new)"_ba
                                  << R"("text":"C:\\new")"_ba;
    }
    void keepsOneVarbindALine() {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        const VarBind varBind{descr, Value::octets(value)};
        QCOMPARE(written(varBind, {.valuesOnly = true}), text);
        QVERIFY2(written(varBind, {.json = true}).contains(json), written(varBind, {.json = true}).constData());
    }

    void writesJson() {
        QCOMPARE(written({status, Value::integer(1)}, {.json = true}),
            R"({"oid":"1.3.6.1.2.1.2.2.1.8.3","name":"IF-MIB::ifOperStatus.3","type":"Integer32","value":1,)"
            R"j("text":"up(1)"})j"_ba);
        QCOMPARE(written({total, Value::counter64(std::numeric_limits<quint64>::max())}, {.json = true}),
            R"({"oid":"1.3.6.1.4.1.99999.1.8.0","name":"TEST-MIB::testTotal.0","type":"Counter64",)"
            R"("value":18446744073709551615,"text":"18446744073709551615"})"_ba);
        QCOMPARE(written({status, Value::exception(Value::Type::NoSuchInstance)}, {.json = true}),
            R"({"oid":"1.3.6.1.2.1.2.2.1.8.3","name":"IF-MIB::ifOperStatus.3","type":"NoSuchInstance"})"_ba);
    }

    void writesOnlyTheValueOfACell() {
        QByteArray cell;
        VarBindLines(m_library, {.json = true}).appendValue(cell, {status, Value::integer(2)});
        QCOMPARE(cell, R"j({"type":"Integer32","value":2,"text":"down(2)"})j"_ba);
    }

    void remembersNothingOfTheLineBefore() {
        const VarBindLines lines(m_library, {});
        QByteArray all;
        for (const VarBind &varBind : VarBinds{{status, Value::integer(1)}, {objectId, Value::oid(descr)},
                 {nowhere, Value::integer(1)}, {status, Value::integer(2)}}) {
            lines.append(all, varBind);
            all += '\n';
        }
        QCOMPARE(all,
            "IF-MIB::ifOperStatus.3 = up(1)\n"
            "SNMPv2-MIB::sysObjectID.0 = IF-MIB::ifDescr.3\n"
            "SNMPv2-SMI::enterprises.99998.1 = 1\n"
            "IF-MIB::ifOperStatus.3 = down(2)\n"_ba);
    }

private:
    [[nodiscard]] QByteArray written(const VarBind &varBind, VarBindLines::Style style) const {
        QByteArray line;
        VarBindLines(m_library, style).append(line, varBind);
        return line;
    }

    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestVarBindLines)
#include "tst_varbindlines.moc"
