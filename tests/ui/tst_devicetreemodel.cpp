// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/engine.h"
#include "core/store/groupchanges.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/fakeagent.h"
#include "ui/device/devicestates.h"
#include "ui/device/devicetreemodel.h"
#include "ui/device/opendevices.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The Devices panel's tree: groups, what is found in it, what is dragged, how devices answered.
class TestDeviceTreeModel final : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_tester = std::make_unique<QAbstractItemModelTester>(&m_world->model);
    }
    void cleanup() {
        m_tester.reset();
        m_world.reset();
    }

    void devicesStandInTheirGroups() {
        save({device(u"core1"_s, u"Zurich/Core"_s), device(u"edge"_s, {}), device(u"lab"_s, u"Bern"_s)});
        QCOMPARE(tree(),
            (QStringList{u"demo"_s, u"[Bern]"_s, u"  lab"_s, u"[Zurich]"_s, u"  [Core]"_s, u"    core1"_s, u"edge"_s}));
        Device lab = *m_world->store.named(u"lab");
        lab.group.clear();
        const QPersistentModelIndex core = at(u"core1"_s);
        save({lab});
        QCOMPARE(tree(), (QStringList{u"demo"_s, u"[Zurich]"_s, u"  [Core]"_s, u"    core1"_s, u"edge"_s, u"lab"_s}));
        QVERIFY(core.isValid());
        QCOMPARE(core.data().toString(), u"core1"_s);
    }

    void aGroupGivesAllThatIsInside() {
        save({device(u"a"_s, u"G"_s), device(u"b"_s, u"G/H"_s), device(u"c"_s, {})});
        QStringList names;
        for (const Device &inside : m_world->model.devicesAt(m_world->model.indexOfGroup(u"G"_s)))
            names += inside.name;
        names.sort();
        QCOMPARE(names, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(!m_world->model.deviceAt(m_world->model.indexOfGroup(u"G/H"_s)));
    }

    void aSearchKeepsWhatFitsAndTheGroupsAround() {
        Device noted = device(u"a"_s, u"Zurich/Core"_s);
        noted.notes = u"beside the lift"_s;
        save({noted, device(u"b"_s, u"Bern"_s), device(u"c"_s, {}, u"192.0.2.77"_s)});
        m_world->model.setFilter(u"lift"_s);
        QCOMPARE(tree(), (QStringList{u"[Zurich]"_s, u"  [Core]"_s, u"    a"_s}));
        m_world->model.setFilter(u"bern"_s);
        QCOMPARE(tree(), (QStringList{u"[Bern]"_s, u"  b"_s}));
        m_world->model.setFilter(u"2.77"_s);
        QCOMPARE(tree(), QStringList{u"c"_s});
        m_world->model.setFilter({});
        QCOMPARE(tree().size(), 7);
    }

    void whatIsDroppedOnAGroupIsAskedFor() {
        save({device(u"a"_s, {}), device(u"b"_s, u"G"_s), device(u"c"_s, u"H/Inner"_s)});
        DeviceTreeModel &model = m_world->model;
        QSignalSpy moved(&model, &DeviceTreeModel::moveRequested);
        const std::unique_ptr<QMimeData> data(
            model.mimeData({at(u"a"_s), at(u"a"_s).siblingAtColumn(1), model.indexOfGroup(u"H"_s)}));
        QVERIFY(model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, model.indexOfGroup(u"G"_s)));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][0].value<QList<QUuid>>(), QList<QUuid>{m_world->store.named(u"a")->id});
        QCOMPARE(moved[0][1].toStringList(), QStringList{u"H"_s});
        QCOMPARE(moved[0][2].toString(), u"G"_s);
        const DeviceChanges changes
            = groupchanges::move(m_world->store, moved[0][0].value<QList<QUuid>>(), {u"H"_s}, u"G"_s);
        QVERIFY(!m_world->store.apply(changes));
        QCOMPARE(
            tree(), (QStringList{u"demo"_s, u"[G]"_s, u"  [H]"_s, u"    [Inner]"_s, u"      c"_s, u"  a"_s, u"  b"_s}));
        // Not into itself.
        QCOMPARE(groupchanges::move(m_world->store, {}, {u"G"_s}, u"G/H"_s), DeviceChanges{});
    }

    void aGroupIsRenamedAndRemovedWithWhatIsInside() {
        save({device(u"a"_s, u"G/H"_s)});
        QSignalSpy renamed(&m_world->model, &DeviceTreeModel::renameRequested);
        QVERIFY(m_world->model.setData(m_world->model.indexOfGroup(u"G"_s), u" New / name "_s, Qt::EditRole));
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][1].toString(), u"New - name"_s);
        QVERIFY(!m_world->store.apply(groupchanges::rename(m_world->store, u"G"_s, u"K"_s)));
        QCOMPARE(m_world->store.named(u"a")->group, u"K/H"_s);
        QVERIFY(!m_world->store.apply(groupchanges::remove(m_world->store, u"K"_s)));
        QCOMPARE(tree(), (QStringList{u"demo"_s, u"[H]"_s, u"  a"_s}));
    }

    void theDotSaysHowTheDeviceAnswered() {
        FakeAgent agent(m_world->engine);
        Device answering = device(u"answering"_s, {});
        answering.endpoint = agent.endpoint();
        FakeAgent mute(m_world->engine, FakeAgent::Silent);
        Device silent = device(u"silent"_s, {});
        silent.endpoint = mute.endpoint();
        silent.bounds = {std::chrono::milliseconds(60), 0};
        Device gone = device(u"gone"_s, {});
        gone.kind = Device::Kind::Recording;
        gone.recording = m_world->folder.filePath(u"gone.snmprec"_s);
        save({answering, silent, gone});
        QCOMPARE(state(u"silent"_s).data(Qt::AccessibleTextRole).toString(), u"not asked in this run"_s);
        std::vector<std::unique_ptr<Request>> requests;
        for (const Device &each : {answering, silent, gone}) {
            m_world->secrets.write(each.id, {Secret("public"), {}, {}, {}}, this, {});
            OpenDevice *open = m_world->devices.take(each);
            connect(open, &OpenDevice::opened, this, [&requests, open] {
                requests.push_back(open->connection()->reader().get({Oid{1, 3, 6, 1, 2, 1, 1, 3, 0}}));
            });
            open->open();
        }
        QTRY_VERIFY(state(u"answering"_s).data().toString().endsWith(u" ms"));
        QVERIFY(state(u"answering"_s).data(Qt::AccessibleTextRole).toString().startsWith(u"answered in "));
        QTRY_COMPARE(state(u"silent"_s).data().toString(), u"silent"_s);
        QVERIFY(state(u"silent"_s).data(Qt::ToolTipRole).toString().contains(u"No answer"));
        QTRY_COMPARE(state(u"gone"_s).data().toString(), u"failed"_s);
        QVERIFY(state(u"gone"_s).data(Qt::ToolTipRole).toString().contains(u"the file is gone"));
        QVERIFY(state(u"demo"_s).data().toString().isEmpty());
        requests.clear();
    }

private:
    struct World {
        QTemporaryDir folder;
        Engine engine;
        Log log;
        DeviceStore store{folder.path()};
        MemorySecretStore secrets;
        OpenDevices devices{engine, store, secrets, log};
        DeviceStates states{devices};
        DeviceTreeModel model{store, states};
    };

    static Device device(const QString &name, const QString &group, const QString &host = u"192.0.2.1"_s) {
        Device device;
        device.name = name;
        device.group = group;
        device.endpoint.host = host;
        return device;
    }
    void save(const QList<Device> &devices) { QVERIFY(!m_world->store.apply({.devices = devices})); }
    [[nodiscard]] QStringList tree(const QModelIndex &parent = {}, int depth = 0) const {
        QStringList lines;
        for (int row = 0; row < m_world->model.rowCount(parent); ++row) {
            const QModelIndex index = m_world->model.index(row, 0, parent);
            const QString name = index.data().toString();
            lines += QString(depth * 2, u' ') + (m_world->model.deviceAt(index) ? name : u'[' + name + u']');
            lines += tree(index, depth + 1);
        }
        return lines;
    }
    [[nodiscard]] QModelIndex at(const QString &name) const {
        return m_world->model
            .match(m_world->model.index(0, 0), Qt::DisplayRole, name, 1,
                Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive)
            .value(0);
    }
    [[nodiscard]] QModelIndex state(const QString &name) const {
        return at(name).siblingAtColumn(DeviceTreeModel::State);
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestDeviceTreeModel)
#include "tst_devicetreemodel.moc"
