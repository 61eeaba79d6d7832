// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarycache.h"
#include "core/mib/libraryreader.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// The compiled library in its file: opened as it is, renewed for what changed, never trusted.
class TestLibraryCache final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void opensWhatWasCompiled();
    void isStaleWhenASourceChangesComesOrGoes();
    void takesOverWhatHasNotChanged();
    void saysTheSameAsACompilationFromNothing();
    void bringsTheLoserBackWhenTheWinnerGoes();
    void leavesOutWhatIsSwitchedOff();
    void rebuildsADamagedFile_data();
    void rebuildsADamagedFile();
    void findsADamagedTextWhenItIsRead();
    void worksInMemoryWhereNothingCanBeWritten();
    void isSafeForTwoAtOnce();
    void canBeCancelled();
    void readerBringsTheOldOneFirst();

private:
    void write(const QString &name, const QByteArray &text) {
        QFile file(m_sources + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    static QByteArray module(const QByteArray &name, int number, const QByteArray &description = "Something") {
        return name + " DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI; " + name.toLower()
            + " OBJECT IDENTIFIER ::= { enterprises " + QByteArray::number(number) + " } object"
            + QByteArray::number(number) + " OBJECT-TYPE SYNTAX INTEGER { up(1), down(2) } ACCESS read-only STATUS "
            + "mandatory DESCRIPTION \"" + description + "\" ::= { " + name.toLower() + " 1 } END\n";
    }
    [[nodiscard]] LibraryCache cache() const { return {m_folder->filePath(u"cache"_s), collection()}; }
    [[nodiscard]] Collection collection() const { return {{{m_sources, Collection::User}}, m_switchedOff}; }
    static QString printed(const Library &library);
    void damage(qint64 at);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_sources;
    QStringList m_switchedOff;
};

void TestLibraryCache::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_sources = m_folder->filePath(u"sources"_s);
    QVERIFY(QDir().mkpath(m_sources));
    m_switchedOff.clear();
    write(u"A-MIB"_s, module("A-MIB", 1));
    write(u"B-MIB"_s, module("B-MIB", 2, "Wörter"));
}

QString TestLibraryCache::printed(const Library &library) {
    QString text;
    for (qsizetype i = 0; i < library.nodeCount(); ++i) {
        const NodeRef node = library.at(i);
        text += node.oid().toString() + u' ' + node.qualifiedName() + u' ' + node.syntax() + u' ' + node.description()
            + u' ' + node.file().section(u'/', -1) + u':' + QString::number(node.line()) + u'\n';
    }
    for (const Diagnostic &one : library.diagnostics())
        text += one.code + u' ' + one.module + u' ' + QString::number(one.line) + u' ' + one.excerpt + u'\n';
    for (const ModuleInfo &info : library.modules())
        text += info.name + u' ' + QString::number(info.definitions) + u' ' + QString::number(info.warnings) + u'\n';
    return text;
}

void TestLibraryCache::damage(qint64 at) {
    QFile file(cache().path());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
    const QByteArray byte = file.read(1);
    QVERIFY(file.seek(at) && file.write(QByteArray(1, char(byte[0] ^ 0x55))) == 1);
}

void TestLibraryCache::opensWhatWasCompiled() {
    QVERIFY(!cache().open());
    const auto made = cache().refresh();
    QVERIFY(made.library && !made.failure);
    const Library::Pointer opened = cache().open();
    QVERIFY(opened && cache().isCurrent(*opened));
    QCOMPARE(printed(*opened), printed(*made.library));
    QCOMPARE(opened->node({1, 3, 6, 1, 4, 1, 2, 1}).description(), u"Wörter"_s);
    QCOMPARE(opened->search(u"down", 10).size(), 2);
}

void TestLibraryCache::isStaleWhenASourceChangesComesOrGoes() {
    const auto library = cache().refresh().library;
    QVERIFY(cache().isCurrent(*library));
    write(u"A-MIB"_s, module("A-MIB", 100));
    QVERIFY(!cache().isCurrent(*library));
    const auto second = cache().refresh().library;
    QVERIFY(cache().isCurrent(*second));
    write(u"C-MIB"_s, module("C-MIB", 3));
    QVERIFY(!cache().isCurrent(*second));
    const auto third = cache().refresh().library;
    QFile::remove(m_sources + u"/B-MIB"_s);
    QVERIFY(!cache().isCurrent(*third));
    QVERIFY(!cache().refresh().library->module(u"B-MIB"));
}

void TestLibraryCache::takesOverWhatHasNotChanged() {
    QVERIFY(cache().refresh().library);
    // Same size and time, other bytes: who reads it again would notice.
    const QString path = m_sources + u"/A-MIB"_s;
    const QDateTime time = QFileInfo(path).lastModified();
    write(u"A-MIB"_s, module("A-MIB", 7));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    write(u"C-MIB"_s, module("C-MIB", 3));
    const auto library = cache().refresh().library;
    QCOMPARE(library->named(u"A-MIB::object1").size(), 1);
    QCOMPARE(library->named(u"C-MIB::object3").size(), 1);
}

void TestLibraryCache::saysTheSameAsACompilationFromNothing() {
    write(u"BAD-MIB"_s, module("BAD-MIB", 4).replace("enterprises 4", "nowhere 4"));
    write(u"page.html"_s, "<!DOCTYPE html><html></html>");
    QVERIFY(cache().refresh().library);
    write(u"C-MIB"_s, module("C-MIB", 3));
    const auto renewed = cache().refresh().library;
    QCOMPARE(printed(*renewed), printed(*compileLibrary(collection())));
    QVERIFY(!renewed->diagnostics().isEmpty() && renewed->unplacedCount() > 0);
}

void TestLibraryCache::bringsTheLoserBackWhenTheWinnerGoes() {
    write(u"other.txt"_s, module("A-MIB", 9));
    QCOMPARE(cache().refresh().library->facts(u"A-MIB").rivals, QStringList(m_sources + u"/other.txt"_s));
    QFile::remove(m_sources + u"/A-MIB"_s);
    const auto library = cache().refresh().library;
    QCOMPARE(library->module(u"A-MIB")->file, QString(m_sources + u"/other.txt"_s));
    QCOMPARE(library->named(u"object9").size(), 1);
}

void TestLibraryCache::leavesOutWhatIsSwitchedOff() {
    QVERIFY(cache().refresh().library->switchedOff().isEmpty());
    m_switchedOff = QStringList{u"B-MIB"_s};
    const auto library = cache().current().library;
    QVERIFY(!library->module(u"B-MIB") && library->named(u"object2").isEmpty());
    QCOMPARE(library->switchedOff().size(), 1);
    QCOMPARE(library->switchedOff().front().name, u"B-MIB"_s);
    m_switchedOff.clear();
    QVERIFY(cache().current().library->module(u"B-MIB"));
}

void TestLibraryCache::rebuildsADamagedFile_data() {
    QTest::addColumn<QString>("how");
    for (const char *const how : {"empty", "half", "cut by one", "head", "hot part", "other version", "text"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestLibraryCache::rebuildsADamagedFile() {
    QFETCH(QString, how);
    const QString before = printed(*cache().refresh().library);
    QFile file(cache().path());
    const qint64 size = file.size();
    quint64 hot = 0;
    QVERIFY(file.open(QIODevice::ReadOnly) && file.seek(32) && file.read(reinterpret_cast<char *>(&hot), 8) == 8);
    file.close();
    if (how == u"empty")
        QVERIFY(file.resize(0));
    else if (how == u"half")
        QVERIFY(file.resize(size / 2));
    else if (how == u"cut by one")
        QVERIFY(file.resize(size - 1));
    else
        damage(how == u"head" ? 40 : how == u"hot part" ? qint64(hot) + 500 : how == u"text" ? 4096 : 8);
    const auto library = cache().open();
    if (how == u"text")
        QVERIFY(library && cache().isCurrent(*library)); // nobody has read it yet
    else
        QVERIFY(!library);
    if (library)
        (void)printed(*library);
    QVERIFY(!library || !cache().isCurrent(*library));
    QCOMPARE(printed(*cache().refresh().library), before);
    QVERIFY(cache().open() && cache().isCurrent(*cache().open()));
}

void TestLibraryCache::findsADamagedTextWhenItIsRead() {
    (void)cache().refresh();
    damage(4096 + 3);
    const auto library = cache().open();
    QVERIFY(library && !library->isDamaged());
    QCOMPARE(library->node({1, 3, 6, 1, 4, 1, 1, 1}).name(), u"object1"_s);
    QVERIFY(library->node({1, 3, 6, 1, 4, 1, 1, 1}).description().isEmpty());
    QVERIFY(library->isDamaged());
}

void TestLibraryCache::worksInMemoryWhereNothingCanBeWritten() {
    write(u"file"_s, "in the way of a folder");
    const LibraryCache nowhere(m_sources + u"/file/cache"_s, collection());
    const auto made = nowhere.refresh();
    QVERIFY(made.library && made.failure);
    QCOMPARE(made.library->named(u"object1").size(), 1);
}

void TestLibraryCache::isSafeForTwoAtOnce() {
    const QString expected = printed(*compileLibrary(collection()));
    QList<QFuture<QString>> runs;
    for (int i = 0; i < 8; ++i)
        runs.append(QtConcurrent::run([cache = cache()] { return printed(*cache.refresh().library); }));
    for (const QFuture<QString> &run : runs)
        QCOMPARE(run.result(), expected);
    QCOMPARE(printed(*cache().open()), expected);
    QCOMPARE(QDir(m_folder->filePath(u"cache"_s)).entryList(QDir::Files).size(), 1);
}

void TestLibraryCache::canBeCancelled() {
    const std::atomic<bool> cancelled = true;
    QVERIFY(!cache().refresh({}, &cancelled).library);
    QVERIFY(QDir(m_folder->filePath(u"cache"_s)).entryList(QDir::Files).isEmpty());
}

void TestLibraryCache::readerBringsTheOldOneFirst() {
    (void)cache().refresh();
    write(u"C-MIB"_s, module("C-MIB", 3));
    LibraryReader reader(m_folder->filePath(u"cache"_s));
    QList<Library::Pointer> arrived;
    connect(&reader, &LibraryReader::arrived, this, [&](const Library::Pointer &one) { arrived.append(one); });
    const QSignalSpy ended(&reader, &LibraryReader::ended);
    reader.read({{{m_sources, Collection::System}}, {}}); // superseded: says nothing
    reader.read(collection());
    QVERIFY(reader.isReading());
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!reader.isReading());
    QCOMPARE(arrived.size(), 2);
    QVERIFY(!arrived[0]->module(u"C-MIB") && arrived[1]->module(u"C-MIB"));
    reader.read(collection()); // nothing new
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(arrived.size(), 3);
}

QTEST_GUILESS_MAIN(TestLibraryCache)
#include "tst_librarycache.moc"
