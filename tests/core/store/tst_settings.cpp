// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/places.h"
#include "core/store/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestSettings final : public QObject {
    Q_OBJECT

private slots:
    void remembersByKey() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        QCOMPARE(settings.load(), std::nullopt);
        QCOMPARE(settings.value(u"address"_s, u"system"_s).toString(), u"system"_s);
        const QByteArray layout("\x00\xff\x01 layout", 10);
        QCOMPARE(
            settings.set({{u"address"_s, u"ifTable"_s}, {u"layout"_s, Settings::fromBytes(layout)}}), std::nullopt);
        Settings again(folder.path());
        QCOMPARE(again.load(), std::nullopt);
        QCOMPARE(again.value(u"address"_s).toString(), u"ifTable"_s);
        QCOMPARE(again.bytes(u"layout"_s), layout);
        QCOMPARE(again.bytes(u"none"_s), QByteArray());
    }

    void keepsWhatAnotherProgramSetAndForgetsWhatIsNull() {
        QTemporaryDir folder;
        Settings one(folder.path());
        Settings two(folder.path());
        QCOMPARE(one.set({{u"a"_s, 1}, {u"b"_s, 2}}), std::nullopt);
        QCOMPARE(two.set({{u"b"_s, QJsonValue::Null}, {u"c"_s, 3}}), std::nullopt);
        QCOMPARE(two.value(u"a"_s).toInt(), 1);
        QVERIFY(two.value(u"b"_s).isNull());
        QCOMPARE(one.load(), std::nullopt);
        QCOMPARE(one.value(u"c"_s).toInt(), 3);
    }

    void setsADamagedFileAside() {
        QTemporaryDir folder;
        Settings settings(folder.path());
        QFile file(settings.path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const auto failure = settings.load();
        QVERIFY(failure && failure->kind() == Failure::Kind::Damaged);
        QVERIFY(QFile::exists(failure->arguments().value(1)));
    }

    void putsAllPlacesBelowOneFolder() {
        const Places places = Places::below(u"/somewhere/else/"_s);
        for (const QString &place : {places.config, places.data, places.cache, places.mibFolder()})
            QVERIFY2(place.startsWith(u"/somewhere/else"_s), qPrintable(place));
    }

    void followsTheDesktopsFolders() {
        qputenv("XDG_CONFIG_HOME", "/c");
        qputenv("XDG_DATA_HOME", "/d");
        qputenv("XDG_CACHE_HOME", "/e");
        const Places places = Places::standard();
        QCOMPARE(places.config, u"/c/walkabout"_s);
        QCOMPARE(places.data, u"/d/walkabout"_s);
        QCOMPARE(places.cache, u"/e/walkabout"_s);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
