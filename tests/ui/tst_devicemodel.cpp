// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicemodel.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestDeviceModel : public QObject {
    Q_OBJECT

private slots:
    void followsTheStoreRowByRow() {
        const QTemporaryDir folder;
        DeviceStore store(folder.path());
        DeviceModel model(store);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(names(model), QStringList{u"demo"_s});

        Device core = device(u"core1"_s, u"192.0.2.1"_s);
        QVERIFY(!store.save(core));
        QVERIFY(!store.save(device(u"edge"_s, u"192.0.2.2:1161"_s)));
        QCOMPARE(names(model), (QStringList{u"demo"_s, u"core1"_s, u"edge"_s}));
        QCOMPARE(model.index(2, DeviceModel::Address).data().toString(), u"192.0.2.2:1161"_s);

        const QPersistentModelIndex edge = model.index(2, 0);
        core.name = u"core"_s;
        QVERIFY(!store.save(core));
        QCOMPARE(names(model).value(1), u"core"_s);
        QVERIFY(!store.remove(core.id));
        QCOMPARE(names(model), (QStringList{u"demo"_s, u"edge"_s}));
        QVERIFY(edge.isValid());
        QCOMPARE(edge.row(), 1);
    }

private:
    static Device device(const QString &name, const QString &address) {
        Device made;
        made.name = name;
        made.endpoint = *Endpoint::parse(address);
        return made;
    }
    static QStringList names(const DeviceModel &model) {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all += model.index(row, DeviceModel::Name).data().toString();
        return all;
    }
};

QTEST_MAIN(TestDeviceModel)
#include "tst_devicemodel.moc"
