// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/target.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

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
};

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
