// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/target.h"

#include "core/sim/responder.h"
#include "core/snmp/engine.h"
#include "core/work/query.h"
#include "tests/support/madelibrary.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};

bool writeFile(const QString &path, const QByteArray &text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

class TestTarget final : public QObject {
    Q_OBJECT

private slots:
    void readsWhatPeopleTypeInThisOrder() {
        QTemporaryDir folder;
        DeviceStore saved(folder.path());
        Device core;
        core.name = u"core1"_s;
        core.endpoint.host = u"192.0.2.1"_s;
        Device named;
        named.name = u"demo"_s;
        QCOMPARE(saved.save(core), std::nullopt);

        QCOMPARE(*Target::read(u" core1 ", saved), core);
        QCOMPARE(Target::read(u"demo", saved)->kind, Device::Kind::Demo);
        QCOMPARE(saved.save(named), std::nullopt);
        QCOMPARE(Target::read(u"demo", saved)->id, named.id);

        const QString path = folder.filePath(u"a.snmprec"_s);
        QVERIFY(writeFile(path, "1.3.6.1.2.1.1.5.0|4|a\n"));
        QCOMPARE(Target::read(path, saved)->kind, Device::Kind::Recording);
        QCOMPARE(Target::read(path, saved)->recording, path);
        QCOMPARE(Target::read(u"./nothing", saved).failure().kind(), Failure::Kind::File);
        QCOMPARE(Target::read(u"gone.snmprec", saved).failure().kind(), Failure::Kind::File);
        QCOMPARE(Target::read(folder.path(), saved).failure().kind(), Failure::Kind::File);

        const auto typed = Target::read(u"udp6:[fe80::1%lo]:1161", saved);
        QVERIFY(typed.ok());
        QCOMPARE(typed->kind, Device::Kind::Live);
        QCOMPARE(typed->endpoint.port, 1161);
        QCOMPARE(typed->version, Version::V2c);
        QVERIFY(Target::read(u"host", saved)->id != Target::read(u"host", saved)->id);
        QCOMPARE(Target::read(u"host:99999", saved).failure().kind(), Failure::Kind::InvalidEndpoint);
    }

    void playsARecordingAsADevice() {
        QTemporaryDir folder;
        Device device;
        device.kind = Device::Kind::Recording;
        device.recording = folder.filePath(u"a.snmprec"_s);
        QVERIFY(
            writeFile(device.recording, "1.3.6.1.2.1.1.5.0|4|switch\n1.3.6.1.2.1.1.7.0|2|72\n1.3.6.1.2.1.2.1.0|2|2\n"));
        const auto target = Target::open(m_engine, device, {});
        QVERIFY2(target.ok(), qPrintable(target.ok() ? QString() : target.failure().text()));
        QVERIFY((*target)->responder());
        QCOMPARE((*target)->device().id, device.id);

        Query query;
        query.verb = Verb::Walk;
        query.objects = {u"1.3.6.1.2.1.1"_s};
        QCOMPARE(run(**target, query),
            (VarBinds{
                {systemGroup + Oid{5, 0}, Value::octets("switch")}, {systemGroup + Oid{7, 0}, Value::integer(72)}}));

        Query change;
        change.verb = Verb::Set;
        change.changes = {{systemGroup + Oid{5, 0}, Value::octets("renamed")}};
        (void)run(**target, change);
        query.verb = Verb::Get;
        query.objects = {u"1.3.6.1.2.1.1.5.0"_s};
        QCOMPARE(run(**target, query), (VarBinds{{systemGroup + Oid{5, 0}, Value::octets("renamed")}}));
    }

    void readsARecordingWrittenInNames() {
        const auto library = test::madeLibrary();
        QTemporaryDir folder;
        Device device;
        device.kind = Device::Kind::Recording;
        device.recording = folder.filePath(u"a.snmpwalk"_s);
        QVERIFY(
            writeFile(device.recording, "SNMPv2-MIB::sysName.0 = STRING: switch\nIF-MIB::ifNumber.0 = INTEGER: 2\n"));
        const auto target = Target::open(m_engine, device, {}, library.get());
        QVERIFY(target.ok());
        Query query;
        query.objects = {u"1.3.6.1.2.1.1.5.0"_s};
        QCOMPARE(run(**target, query), (VarBinds{{systemGroup + Oid{5, 0}, Value::octets("switch")}}));
    }

    void opensTheDemoDevice() {
        Device device;
        device.kind = Device::Kind::Demo;
        device.version = Version::V3;
        const auto target = Target::open(m_engine, device, {});
        QVERIFY2(target.ok(), qPrintable(target.ok() ? QString() : target.failure().text()));
        Query query;
        query.verb = Verb::Next;
        query.objects = {u"1.3.6.1.2.1.1"_s};
        const VarBinds answer = run(**target, query);
        QCOMPARE(answer.size(), 1);
        QCOMPARE(answer.first().oid, systemGroup + Oid({1, 0}));
    }

    void saysWhyItCannotOpen() {
        Device live;
        live.endpoint.host = u"127.0.0.1"_s;
        QCOMPARE(Target::open(m_engine, live, {}).failure().kind(), Failure::Kind::NoSecret);
        Device recording;
        recording.kind = Device::Kind::Recording;
        recording.recording = u"/nowhere/at/all.snmprec"_s;
        QCOMPARE(Target::open(m_engine, recording, {}).failure().kind(), Failure::Kind::File);
    }

private:
    static VarBinds run(Target &target, const Query &query) {
        VarBinds found;
        auto operation = query.begin(target.connection(), *Library::empty());
        if (!operation)
            return found;
        QSignalSpy finished(operation->get(), &Operation::finished);
        QObject::connect(
            operation->get(), &Operation::batch, operation->get(), [&found](const VarBinds &batch) { found += batch; });
        if (!finished.wait(5000) || (*operation)->ending() != Ending::Whole)
            return {};
        return found;
    }

    Engine m_engine;
};

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
