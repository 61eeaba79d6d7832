// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/listener.h"
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};
} // namespace

/// Answers as large as a datagram holds, larger ones, and large ones over TCP.
class TestLargeAnswers final : public QObject {
    Q_OBJECT

private slots:
    void aDatagramIsReadToItsLastOctet() {
        FakeAgent agent(m_engine);
        agent.objects[systemGroup + 1 + 0] = Value::octets(QByteArray(65'000, 'x'));
        const auto session = agent.session({1000ms, 2});
        const auto get = session->get({systemGroup + 1 + 0});
        QVERIFY(finishes(*get));
        QCOMPARE(get->ending(), Ending::Whole);
        QCOMPARE(get->varBinds().first().value.octets().size(), 65'000);
    }

    void whatFitsIntoNoDatagramIsAskedForInPieces() {
        FakeAgent agent(m_engine);
        for (quint32 object = 1; object <= 40; ++object)
            agent.objects[systemGroup + object + 0] = Value::octets(QByteArray(9'000, char('a' + object % 20)));
        const auto session = agent.session({200ms, 5});
        const auto walk = session->walk({.root = systemGroup});
        VarBinds all;
        connect(walk.get(), &Operation::batch, walk.get(), [&](const VarBinds &batch) { all += batch; });
        QVERIFY(finishes(*walk, 30'000));
        QVERIFY2(walk->ending() == Ending::Whole, qPrintable(endingName(*walk->ending())));
        QCOMPARE(all.size(), 40);
        for (const VarBind &varBind : all)
            QCOMPARE(varBind.value, agent.objects.value(varBind.oid));
    }

    void aStreamCarriesLargeAnswersBehindEachOther() {
        Listener listener(m_engine);
        QVERIFY(!listener.listen(Peer::Transport::Tcp, QHostAddress::LocalHost, 0));
        connect(&listener, &Listener::arrived, &listener, [&](const Arrival &arrival) {
            Message answer = *arrival.message;
            answer.pdu = Pdu::Response;
            answer.errorStatus = answer.errorIndex = 0;
            for (VarBind &varBind : answer.varBinds)
                varBind.value = Value::octets(QByteArray(60'000, 'y'));
            listener.answer(arrival, answer);
        });
        Session session(m_engine, *Endpoint::parse(u"tcp:127.0.0.1:%1"_s.arg(listener.port())),
            Credential::community(Version::V2c, Secret("public")), {3000ms, 0});
        std::vector<std::unique_ptr<Request>> requests;
        for (quint32 i = 1; i <= 20; ++i)
            requests.push_back(session.get({systemGroup + i + 0}));
        for (const auto &request : requests) {
            QVERIFY(finishes(*request));
            QVERIFY2(request->ending() == Ending::Whole, qPrintable(endingName(*request->ending())));
            QCOMPARE(request->varBinds().first().value.octets().size(), 60'000);
        }
    }

private:
    Engine m_engine;
};

QTEST_GUILESS_MAIN(TestLargeAnswers)
#include "tst_largeanswers.moc"
