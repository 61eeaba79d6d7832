// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/interfacereader.h"

#include "core/base/bytes.h"
#include "core/store/connection.h"

#include <algorithm>

namespace walkabout {

namespace {

const Oid ifDescr{1, 3, 6, 1, 2, 1, 2, 2, 1, 2};
const Oid ifName{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1};
const Oid ifAlias{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 18};
const Oid ifNumber{1, 3, 6, 1, 2, 1, 2, 1};
const Oid ifTableLastChange{1, 3, 6, 1, 2, 1, 31, 1, 5};
const Oid dot1dBasePortIfIndex{1, 3, 6, 1, 2, 1, 17, 1, 4, 1, 2};

constexpr qint64 MostVarBinds = 400'000;

// Agents pad names with NULs and blanks.
QString textOf(const Value &value) {
    if (value.type() != Value::Type::OctetString)
        return {};
    QString text = bytes::printableText(value.octets()).value_or(QString::fromLatin1(value.octets()));
    text.remove(QChar(u'\0'));
    return text.simplified();
}

} // namespace

InterfaceReader::InterfaceReader(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_names(std::make_shared<InterfaceNames>()) {}

InterfaceReader::~InterfaceReader() = default;

void InterfaceReader::want(Refers refers) {
    if (refers == Refers::Nothing)
        return;
    m_wantsPorts = m_wantsPorts || refers == Refers::BridgePort;
    if (isIdle())
        look();
}

// GETNEXT, which v1 answers too where the first is absent: GET would give neither.
void InterfaceReader::look() {
    m_seen.clear();
    m_marks = m_connection.reader().next({ifTableLastChange, ifNumber});
    connect(m_marks.get(), &Operation::batch, this, [this](const VarBinds &varBinds) { m_seen += varBinds; });
    connect(m_marks.get(), &Operation::finished, this, &InterfaceReader::marksRead);
    if (!m_isRead)
        readNames();
}

void InterfaceReader::marksRead() {
    m_marks.release()->deleteLater(); // its signal brought us here
    m_seen.removeIf([](const VarBind &each) {
        const auto isOf = [&each](const Oid &mark) { return each.oid.startsWith(mark) && each.oid != mark; };
        return !isOf(ifTableLastChange) && !isOf(ifNumber);
    });
    // ifNumber counts only where the other is absent.
    std::ranges::sort(m_seen, std::ranges::greater{}, &VarBind::oid);
    m_seen.resize(std::min<qsizetype>(m_seen.size(), 1));
    const bool hasMoved = m_isRead && !m_columns && m_seen != m_known;
    if (hasMoved)
        readNames();
    m_known = m_seen;
    goOn();
}

void InterfaceReader::readNames() {
    m_next = std::make_unique<InterfaceNames>();
    m_triedDescriptions = m_arePortsRead = false;
    readColumns({ifName, ifAlias});
}

void InterfaceReader::readColumns(const QList<Oid> &columns) {
    TablePlan plan;
    plan.columns = columns;
    plan.pace.gentle = m_connection.device().gentle;
    plan.pace.maxRepetitions = m_connection.device().maxRepetitions;
    plan.limit = MostVarBinds;
    m_columns = m_connection.reader().table(std::move(plan));
    connect(m_columns.get(), &Operation::batch, this, [this](const VarBinds &varBinds) {
        for (const VarBind &each : varBinds) {
            const quint32 number = each.oid.last();
            if (each.oid.startsWith(ifName))
                m_next->addName(number, textOf(each.value));
            else if (each.oid.startsWith(ifAlias))
                m_next->addAlias(number, textOf(each.value));
            else if (each.oid.startsWith(ifDescr))
                m_next->addDescription(number, textOf(each.value));
            else if (each.value.isInteger())
                m_next->addPort(number, quint32(each.value.toUnsigned()));
        }
    });
    connect(m_columns.get(), &Operation::finished, this, &InterfaceReader::columnsRead);
}

void InterfaceReader::columnsRead() {
    Operation *ended = m_columns.release();
    ended->deleteLater();
    const bool isWhole = ended->ending() == Ending::Whole;
    if (isWhole && !std::exchange(m_triedDescriptions, true) && (m_next->isEmpty() || !m_next->areAllNamed()))
        return readColumns({ifDescr});
    if (isWhole)
        publish();
    else
        m_known.clear(); // whatever the marks say next, it is read again
    m_next.reset();
    goOn();
}

void InterfaceReader::publish() {
    m_isRead = true;
    m_names = std::shared_ptr<const InterfaceNames>(std::move(m_next));
    emit changed();
}

void InterfaceReader::goOn() {
    if (!isIdle())
        return;
    // Behind the names, which are shown by then.
    if (m_isRead && m_wantsPorts && !m_arePortsRead) {
        m_arePortsRead = true;
        m_next = std::make_unique<InterfaceNames>(*m_names);
        readColumns({dot1dBasePortIfIndex});
        return;
    }
    emit settled();
}

} // namespace walkabout
