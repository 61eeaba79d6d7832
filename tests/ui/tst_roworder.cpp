// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "ui/query/resultmodel.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

// Several runs on the pool, an odd number of them.
constexpr int Rows = 150'000;
constexpr int Patience = 120'000; // a loaded machine is slow, not wrong

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};

} // namespace

/// Rows are ordered in runs on the pool by packed keys: what comes of it is what a plain stable sort by plain
/// comparisons gives.
class TestRowOrder : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary();
        for (int row = 0; row < Rows; ++row)
            m_rows.append(made(row));
        m_store.append(m_rows);
        QVERIFY(!m_store.isAscending());
        m_model = std::make_unique<ResultModel>(m_store, Describe(m_library));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), Rows, Patience);
    }
    void cleanupTestCase() { m_model.reset(); }

    void ordersAsAPlainStableSort_data() {
        QTest::addColumn<int>("column");
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const char *way = order == Qt::AscendingOrder ? "up" : "down";
            QTest::addRow("by name, %s", way) << int(ResultModel::Name);
            QTest::addRow("by value, %s", way) << int(ResultModel::ValueText);
            QTest::addRow("by units, %s", way) << int(ResultModel::Units);
            QTest::addRow("by type, %s", way) << int(ResultModel::Type);
            QTest::addRow("by OID, %s", way) << int(ResultModel::ObjectId);
            QTest::addRow("by time, %s", way) << int(ResultModel::Time);
        }
    }
    void ordersAsAPlainStableSort() {
        QFETCH(int, column);
        const bool down = QByteArray(QTest::currentDataTag()).endsWith("down");
        sort(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
        const Describe describe(m_library);
        std::vector<QString> texts;
        for (const VarBind &each : std::as_const(m_rows)) {
            if (column == ResultModel::Units)
                texts.push_back(describe.units(each.oid).toCaseFolded());
            else if (column == ResultModel::Type)
                texts.push_back(describe.type(each).toCaseFolded());
        }
        const auto order = [&](int a, int b) -> std::partial_ordering {
            const VarBind &left = m_rows.at(a);
            const VarBind &right = m_rows.at(b);
            switch (column) {
            case ResultModel::ValueText: return plainOrder(left, right);
            case ResultModel::Units:
            case ResultModel::Type: return naturalOrder(texts[size_t(a)], texts[size_t(b)]);
            case ResultModel::Time: return std::partial_ordering::equivalent; // of one batch
            default: return left.oid <=> right.oid;
            }
        };
        const auto isHole = [&](int row) {
            const Value &value = m_rows.at(row).value;
            return column == ResultModel::ValueText && (value.isException() || value.type() == Value::Type::Null);
        };
        std::vector<int> expected(Rows);
        std::iota(expected.begin(), expected.end(), 0);
        std::ranges::stable_sort(expected, [&](int a, int b) {
            if (isHole(a) || isHole(b))
                return !isHole(a) && isHole(b);
            return down ? std::is_gt(order(a, b)) : std::is_lt(order(a, b));
        });
        for (int line = 0; line < Rows; ++line) {
            const int row = m_model->numbers()[size_t(line)];
            if (row != expected[size_t(line)])
                QFAIL(qPrintable(u"line %1 is row %2 (%3), not %4 (%5)"_s.arg(line).arg(row).arg(
                    text(row), QString::number(expected[size_t(line)]), text(expected[size_t(line)]))));
        }
    }

    void aThirdClickReturnsToTheOrderOfArrival() {
        sort(ResultModel::ValueText, Qt::DescendingOrder);
        QVERIFY(!std::ranges::is_sorted(m_model->numbers()));
        sort(-1, Qt::AscendingOrder);
        QVERIFY(std::ranges::is_sorted(m_model->numbers()));
        QCOMPARE(m_model->rowCount(), Rows);
    }

    void whatIsAscendingIsReversedByName() {
        ResultStore store;
        VarBinds binds;
        for (Oid::Part part = 1; part <= 5000; ++part)
            binds.append({ifEntry + Oid{10, part}, Value::counter32(part)});
        store.append(binds);
        ResultModel model(store, Describe(m_library));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 5000, Patience);
        QSignalSpy sorted(&model, &ResultModel::sorted);
        model.sort(ResultModel::Name, Qt::DescendingOrder);
        QVERIFY(!sorted.isEmpty() || sorted.wait(Patience));
        QVERIFY(std::ranges::is_sorted(model.numbers(), std::greater()));
    }

    // Nothing waits for a sort that nobody needs any more.
    void itMayGoInTheMidst() {
        ResultModel model(m_store, Describe(m_library));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), Rows, Patience);
        model.sort(ResultModel::ValueText);
        model.sort(ResultModel::Type);
    }

private:
    // The same each time: all kinds of values, equal ones among them, in no order.
    static VarBind made(int row) {
        const auto random = quint32(row) * 2654435761U;
        const Oid::Part column = 1 + random % 20;
        const Oid oid = random % 17 == 0 ? Oid{1, 3, random} : ifEntry + column + Oid::Part(random % 70'000);
        const quint32 few = random % 300;
        switch (row % 14) {
        case 0: return {oid, Value::integer(qint32(few) - 150)};
        case 1: return {oid, Value::counter32(random)};
        case 2: return {oid, Value::counter64(quint64(random) << 31)};
        case 3: return {oid, Value::octets("Gi1/0/" + QByteArray::number(few))};
        case 4: return {oid, Value::octets("a text that is longer than what keys hold: " + QByteArray::number(few))};
        case 5: return {oid, Value::octets(QByteArray("\x01\xff", 2) + char(few) + char(few >> 8))};
        case 6: return {oid, Value::oid(few % 2 ? Oid{1, 3, few} : Oid{1, 3, 6, 1, 4, 1, random, few})};
        case 7: return {oid, Value::timeTicks(few)};
        case 8: return {oid, Value::opaqueDouble(few / 7.0 - 20)};
        case 9: return {oid, Value::exception(Value::Type::NoSuchInstance)};
        case 10: return {oid, *Value::ipAddress(QByteArray(3, char(few)) + char(few >> 4))};
        case 11: return {oid, Value()};
        case 12: return {oid, Value::octets(u"Über %1"_s.arg(few).toUtf8())};
        default: return {oid, Value::octets("gI1/0/0" + QByteArray::number(few))};
        }
    }

    // Numbers, then texts, OIDs and octets.
    std::partial_ordering plainOrder(const VarBind &a, const VarBind &b) {
        const auto left = plain(a);
        const auto right = plain(b);
        if (left.rank != right.rank)
            return left.rank <=> right.rank;
        switch (left.rank) {
        case 0: return left.number <=> right.number;
        case 1: return naturalOrder(left.text, right.text);
        case 2: return a.value.toOid() <=> b.value.toOid();
        default: return a.value.octets().compare(b.value.octets()) <=> 0;
        }
    }
    struct Plain {
        int rank = 0;
        long double number = 0;
        QString text;
    };
    [[nodiscard]] Plain plain(const VarBind &varBind) const {
        const Value &value = varBind.value;
        if (value.type() == Value::Type::OpaqueDouble)
            return {0, value.toDouble(), {}};
        if (value.type() == Value::Type::Integer32)
            return {0, static_cast<long double>(value.toSigned()), {}};
        if (value.isInteger())
            return {0, static_cast<long double>(value.toUnsigned()), {}};
        if (value.type() == Value::Type::ObjectIdentifier)
            return {2, 0, {}};
        const QString text = QString::fromUtf8(value.octets());
        const bool isText = value.type() == Value::Type::OctetString && !value.octets().contains('\x01')
            && SortKey::octetsAreText(m_library->nearest(varBind.oid).type());
        return isText ? Plain{1, 0, text.toCaseFolded()} : Plain{3, 0, {}};
    }

    // Runs of digits as numbers, anything else by its bytes; a digit stands where '0' does.
    static std::partial_ordering naturalOrder(const QString &a, const QString &b) {
        static const auto cut = [](const QString &text) {
            QList<std::pair<QByteArray, quint64>> parts;
            for (qsizetype at = 0; at < text.size();) {
                const qsizetype from = at;
                const bool digits = text[at].isDigit();
                while (at < text.size() && text[at].isDigit() == digits)
                    ++at;
                const QString part = text.sliced(from, at - from);
                parts.append(
                    digits ? std::pair(QByteArray("0"), part.toULongLong()) : std::pair(part.toUtf8(), quint64(0)));
            }
            return parts;
        };
        const auto left = cut(a);
        const auto right = cut(b);
        for (qsizetype i = 0; i < left.size() && i < right.size(); ++i) {
            if (const int by = left[i].first.compare(right[i].first); by != 0)
                return by <=> 0;
            if (left[i].second != right[i].second)
                return left[i].second <=> right[i].second;
        }
        return left.size() <=> right.size();
    }

    void sort(int column, Qt::SortOrder order) {
        QSignalSpy sorted(m_model.get(), &ResultModel::sorted);
        m_model->sort(column, order);
        QVERIFY(!sorted.isEmpty() || sorted.wait(Patience));
    }

    [[nodiscard]] QString text(int row) const {
        return m_rows.at(row).oid.toString() + u' ' + Describe(m_library).value(m_rows.at(row));
    }

    Library::Pointer m_library;
    VarBinds m_rows;
    ResultStore m_store;
    std::unique_ptr<ResultModel> m_model;
};

QTEST_MAIN(TestRowOrder)
#include "tst_roworder.moc"
