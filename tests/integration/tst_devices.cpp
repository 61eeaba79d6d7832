// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/recordedagent.h"
#include "core/sim/responder.h"
#include "core/snmp/engine.h"
#include "core/snmp/session.h"
#include "tests/support/waiting.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace walkabout;

/// Every recording of a real device, played by our responder and walked by our session: what arrives is what the file
/// says.
class TestDevices final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void arriveWholeByGetBulk();
    void arriveWithoutCounter64ByGetNext();

private:
    VarBinds walked(const Recording &recording, Version version, std::optional<Ending> &ending);

    QStringList m_files;
    Engine m_engine;
};

void TestDevices::initTestCase() {
    const QString folder = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/devices");
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QString path = each.next();
        if (Recording::looksLikeRecording(path))
            m_files.append(path);
    }
    if (m_files.isEmpty())
        QSKIP("the recordings of real devices are not beside the source");
    QVERIFY(m_files.size() > 100);
}

VarBinds TestDevices::walked(const Recording &recording, Version version, std::optional<Ending> &ending) {
    Responder responder(
        m_engine, std::make_unique<RecordedAgent>(recording), Responder::Access{Secret("public"), {}, {}});
    if (responder.listen(QHostAddress(QHostAddress::LocalHost), 0))
        return {};
    Session session(m_engine, {Endpoint::Transport::Udp, true, responder.address().toString(), responder.port()},
        Credential::community(version, Secret("public")));
    const auto walk = session.walk({Oid{1}, {}, 25, 0, {}});
    VarBinds all;
    connect(walk.get(), &Operation::batch, this, [&all](const VarBinds &varBinds) { all += varBinds; });
    test::finishes(*walk, 60'000);
    ending = walk->ending();
    return all;
}

void TestDevices::arriveWholeByGetBulk() {
    qsizetype varBinds = 0;
    for (const QString &path : std::as_const(m_files)) {
        const auto recording = Recording::open(path);
        QVERIFY(recording.ok());
        std::optional<Ending> ending;
        const VarBinds seen = walked(*recording, Version::V2c, ending);
        QVERIFY2(ending == Ending::Whole, qPrintable(path));
        QVERIFY2(seen == recording->varBinds(), qPrintable(path));
        varBinds += seen.size();
    }
    qInfo("%lld varbinds of %lld devices", qlonglong(varBinds), qlonglong(m_files.size()));
}

void TestDevices::arriveWithoutCounter64ByGetNext() {
    constexpr qsizetype LongToAskOneByOne = 3000;
    for (const QString &path : std::as_const(m_files)) {
        const auto recording = Recording::open(path);
        QVERIFY(recording.ok());
        VarBinds expected = recording->varBinds();
        if (expected.size() > LongToAskOneByOne)
            continue;
        // RFC 3584 4.2.2.1: Counter64 does not exist for a v1 manager.
        expected.removeIf([](const VarBind &each) { return each.value.type() == Value::Type::Counter64; });
        std::optional<Ending> ending;
        const VarBinds seen = walked(*recording, Version::V1, ending);
        QVERIFY2(ending == Ending::Whole, qPrintable(path));
        QVERIFY2(seen == expected, qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_devices.moc"
