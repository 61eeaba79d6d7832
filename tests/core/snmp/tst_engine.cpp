// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/snmp/enginefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Our engine ID outlives a restart, boots are counted, and nothing else is left on the disk.
class TestEngine final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsItsIdAndCountsItsStarts();
    void withoutAFolderEachIsAnother();
    void aSecondProcessTakesItsOwnId();
    void aDamagedFileIsSetAside_data();
    void aDamagedFileIsSetAside();
    void aNewerFileIsLeftAlone();
    void aFolderThatCannotBeWrittenIsNoReasonToFail();
    void theIdIsOfTheFormThatTheRfcAsksFor();
    void theLibraryTakesIdAndBoots();
    void leavesTheEnvironmentAndTheDiskAlone();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"engine.json"_s); }
    void write(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEngine::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestEngine::write(const QByteArray &text) const {
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestEngine::keepsItsIdAndCountsItsStarts() {
    QByteArray id;
    for (quint32 start = 1; start <= 3; ++start) {
        const EngineFile file(m_folder->path());
        QVERIFY(file.isKept());
        QCOMPARE(file.boots(), start);
        if (start > 1)
            QCOMPARE(file.engineId(), id);
        id = file.engineId();
    }
    QFile kept(path());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(kept.readAll()).object();
    QCOMPARE(object["format"_L1].toInt(), 1);
    QCOMPARE(object["boots"_L1].toInt(), 3);
}

void TestEngine::withoutAFolderEachIsAnother() {
    const EngineFile first({});
    const EngineFile second({});
    QVERIFY(first.engineId() != second.engineId());
    QVERIFY(!first.isKept());
    QCOMPARE(first.boots(), 1U);
}

void TestEngine::aSecondProcessTakesItsOwnId() {
    const EngineFile first(m_folder->path());
    const EngineFile second(m_folder->path());
    QVERIFY(first.isKept());
    QVERIFY(!second.isKept());
    QVERIFY(first.engineId() != second.engineId());
    QCOMPARE(second.boots(), 1U);
}

void TestEngine::aDamagedFileIsSetAside_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"file": "walkabout-engine", "form)");
    QTest::newRow("no id") << QByteArray(R"({"file": "walkabout-engine", "format": 1, "boots": 4})");
    QTest::newRow("a short id") << QByteArray(
        R"({"file": "walkabout-engine", "format": 1, "boots": 4, "engineId": "80001f88"})");
    QTest::newRow("no boots") << QByteArray(
        R"({"file": "walkabout-engine", "format": 1, "engineId": "80001f888001020304"})");
    QTest::newRow("a negative count") << QByteArray(
        R"({"file": "walkabout-engine", "format": 1, "boots": -4, "engineId": "80001f888001020304"})");
}

void TestEngine::aDamagedFileIsSetAside() {
    QFETCH(QByteArray, text);
    write(text);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged; it was set aside as .*engine.json.damaged-"_s));
    const EngineFile file(m_folder->path());
    QVERIFY(file.isKept());
    QCOMPARE(file.boots(), 1U);
    const QStringList aside = QDir(m_folder->path()).entryList({u"engine.json.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QFile kept(m_folder->filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), text);
}

void TestEngine::aNewerFileIsLeftAlone() {
    const QByteArray text = R"({"file": "walkabout-engine", "format": 2, "future": true})";
    write(text);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"newer version"_s));
    const EngineFile file(m_folder->path());
    QVERIFY(!file.isKept());
    QFile kept(path());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), text);
}

void TestEngine::aFolderThatCannotBeWrittenIsNoReasonToFail() {
    write({});
    const EngineFile file(path() + u"/below a file"_s);
    QVERIFY(!file.isKept());
    QVERIFY(!file.engineId().isEmpty());
}

void TestEngine::theIdIsOfTheFormThatTheRfcAsksFor() {
    const QByteArray id = EngineFile({}).engineId(); // RFC 3411 5, SnmpEngineID
    QVERIFY(id.size() >= 5 && id.size() <= 32);
    QVERIFY(quint8(id[0]) & 0x80);
}

void TestEngine::theLibraryTakesIdAndBoots() {
    QByteArray id;
    for (quint32 start = 1; start <= 3; ++start) {
        const Engine engine(m_folder->path());
        QCOMPARE(engine.boots(), start);
        QVERIFY(engine.time() < 3600);
        if (start > 1)
            QCOMPARE(engine.engineId(), id);
        id = engine.engineId();
    }
    const Engine transient;
    QVERIFY(transient.engineId() != id);
    QCOMPARE(transient.boots(), 1U);
}

void TestEngine::leavesTheEnvironmentAndTheDiskAlone() {
    QVERIFY(!qEnvironmentVariableIsSet("MIBS") || !qEnvironmentVariableIsEmpty("MIBS"));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    { const Engine engine; }
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 0);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
