// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testlibrary.h"
#include "ui/table/livetable.h"
#include "ui/table/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace walkabout::test {

inline const Oid LiveTableOid = TestEntryOid.parent();
inline const Oid Anew = TestEntryOid + 99U; // tells when the counters of a row began anew
enum LiveColumn { Port, Address, Descr, State, Errors, Mac, Flags };

inline Oid instance(Oid::Part column, Oid::Part port) { return TestEntryOid + Oid{column, port, 10, 0, 0, 1}; }

inline VarBind errors(Oid::Part port, quint32 count) { return {instance(5, port), Value::counter32(count)}; }
inline VarBind state(Oid::Part port, qint32 number) { return {instance(4, port), Value::integer(number)}; }
inline VarBind descr(Oid::Part port, const char *text) { return {instance(3, port), Value::octets(text)}; }
inline VarBind anew(Oid::Part port, quint32 ticks) { return {Anew + Oid{port, 10, 0, 0, 1}, Value::timeTicks(ticks)}; }

/// Readings of a table, five seconds apart by both clocks unless told otherwise.
class Readings final {
public:
    std::shared_ptr<const PollReading> operator()(
        const VarBinds &cells, std::chrono::milliseconds later = std::chrono::seconds(5)) {
        m_upTime += quint32(later.count() / 10);
        m_at += later;
        auto reading = std::make_shared<PollReading>();
        reading->store.append(cells);
        reading->time = {m_at, m_upTime};
        reading->when = utcNow();
        reading->discontinuity = Anew;
        return reading;
    }
    void restart(quint32 upTime) { m_upTime = upTime; }

private:
    Monotonic::time_point m_at{std::chrono::hours(1)};
    quint32 m_upTime = 1'000'000;
};

/// A table's model that is shown readings; each test of a test class has its own.
class LiveTableTest : public QObject {
protected:
    void makeModel() {
        m_store = std::make_unique<ResultStore>();
        m_model = std::make_unique<TableModel>(*m_store, LiveTableOid);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setLibrary(m_library.get());
        m_readings = {};
    }
    void dropModel() {
        m_tester.reset();
        m_model.reset();
        m_store.reset();
    }

    void show(const VarBinds &cells, std::chrono::milliseconds later = std::chrono::seconds(5)) {
        m_model->show(m_readings(cells, later), true);
    }
    QModelIndex at(int row, int column) const { return m_model->index(row, column); }
    QString text(int row, int column) const { return at(row, column).data().toString(); }
    QString ports() const {
        QStringList found;
        for (int row = 0; row < m_model->rowCount(); ++row)
            found << text(row, Port);
        return found.join(u' ');
    }

    TestLibrary m_library;
    std::unique_ptr<ResultStore> m_store;
    std::unique_ptr<TableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Readings m_readings;
};

} // namespace walkabout::test
