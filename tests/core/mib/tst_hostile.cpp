// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "core/mib/library.h"

#include "tests/support/madelibrary.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int Slower = 5;
constexpr int Larger = 4;
#else
constexpr int Slower = 1;
constexpr int Larger = 1;
#endif

/// Seconds of processor time: others may use the machine.
double processorSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

/// The most memory that this program held, in MB; 0 where the system does not tell.
qint64 mostMemory() {
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong() / 1024;
    return 0;
}

} // namespace

/// Files that nobody wrote in good faith: each is read to its end, in bounded time and memory.
class TestHostile final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_begin = processorSeconds(); }
    void cleanup() {
        QVERIFY2(processorSeconds() - m_begin < 10 * Slower, qPrintable(QString::number(processorSeconds() - m_begin)));
        QVERIFY2(mostMemory() < 1000 * Larger, qPrintable(QString::number(mostMemory())));
    }

    void bearsMutatedFiles() {
        const QList<QByteArray> files = vendorFiles();
        QVERIFY(files.size() >= 20);
        QRandomGenerator random(20260101);
        const QTemporaryDir folder;
        constexpr int All = 3'000;
        constexpr int Batch = 500;
        for (int i = 0; i < All; ++i) {
            QFile file(folder.filePath(QString::number(i % Batch)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(mutated(files, random));
            file.close();
            if (i % Batch != Batch - 1)
                continue;
            Collection collection;
            collection.folders.append({folder.path(), Collection::User});
            const auto library = compileLibrary(collection);
            QVERIFY(library);
            QVERIFY(library->modules().size() > 0);
            for (qsizetype node = 0; node < library->nodeCount(); node += 7)
                QVERIFY(library->at(node).oid().size() <= Oid::MaxLength);
        }
    }

    void bearsOneLineOfAHundredMegabytes() {
        QByteArray text
            = "M DEFINITIONS ::= BEGIN a OBJECT IDENTIFIER ::= { iso 7 } b OBJECT-TYPE SYNTAX INTEGER ACCESS "
              "read-only STATUS mandatory DESCRIPTION \"";
        text.append(100'000'000, 'x');
        text += "\" ::= { a 1 } c OBJECT IDENTIFIER ::= { nowhere 1 } END";
        const auto library = test::madeLibrary(text);
        text.clear();
        QCOMPARE(library->named(u"M::b").front().oid(), Oid({1, 7, 1}));
        QCOMPARE(library->unplaced().size(), 1);
        for (const Diagnostic &one : library->diagnostics())
            QVERIFY(one.excerpt.size() <= 200);
    }

    void bearsEndlessWords_data() {
        QTest::addColumn<QByteArray>("piece");
        for (const char *piece : {"{", "(", "}", "\"", "--", "\n", "a", "1", "::=", "a ", "a OBJECT-TYPE ",
                 "A ::= SEQUENCE { ", "X DEFINITIONS ::= BEGIN ", "DEFINITIONS ", "IMPORTS a FROM B ", "MACRO ", "END ",
                 "} DEFINITIONS ", "a OBJECT IDENTIFIER ::= { a ", "\x0c", "'", "-", "SYNTAX INTEGER { a(1), "})
            QTest::newRow(piece) << QByteArray(piece);
    }
    void bearsEndlessWords() {
        QFETCH(QByteArray, piece);
        const QByteArray text
            = "M DEFINITIONS ::= BEGIN\na OBJECT IDENTIFIER ::= { iso 7 }\n" + piece.repeated(2'000'000 / piece.size());
        QCOMPARE(test::madeLibrary(text)->named(u"M::a").size(), 1);
    }

    void bearsModulesThatImportEachOther() {
        const auto library = test::madeLibrary(
            "A DEFINITIONS ::= BEGIN IMPORTS b, T FROM B; a OBJECT IDENTIFIER ::= { b 1 } U ::= T END\n"
            "B DEFINITIONS ::= BEGIN IMPORTS a, U FROM A; b OBJECT IDENTIFIER ::= { a 1 } T ::= U END\n"
            "C DEFINITIONS ::= BEGIN IMPORTS x FROM D; c OBJECT IDENTIFIER ::= { x 1 } END\n"
            "D DEFINITIONS ::= BEGIN IMPORTS x FROM E; END\n"
            "E DEFINITIONS ::= BEGIN IMPORTS x FROM D; END\n");
        QStringList unplaced;
        for (const Unplaced &one : library->unplaced())
            unplaced += one.name;
        unplaced.sort();
        QCOMPARE(unplaced.join(u' '), u"a b c"_s);
        QVERIFY(has(library, u"circular-oid"_s));
        QVERIFY(library->module(u"D") && library->module(u"E"));
    }

    void bearsAModuleThatImportsItself() {
        const auto library = test::madeLibrary(
            "M DEFINITIONS ::= BEGIN IMPORTS a, b, T FROM M; a OBJECT IDENTIFIER ::= { iso 7 } T ::= INTEGER (0..5)\n"
            "c OBJECT-TYPE SYNTAX T ACCESS read-only STATUS mandatory ::= { a 1 } d OBJECT IDENTIFIER ::= { b 1 } END");
        QCOMPARE(library->named(u"M::c").front().oid(), Oid({1, 7, 1}));
        QCOMPARE(library->named(u"M::c").front().type().qualifiedName, u"M::T"_s);
        QCOMPARE(library->unplaced().size(), 1);
    }

private:
    static bool has(const Library::Pointer &library, const QString &code) {
        return std::ranges::any_of(library->diagnostics(), [&](const Diagnostic &one) { return one.code == code; });
    }

    /// The collection that stands beside the source tree, or the modules that ship with the program.
    static QList<QByteArray> vendorFiles() {
        QString folder = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/mibs");
        if (!QFileInfo::exists(folder))
            folder = QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs");
        QStringList paths;
        for (QDirIterator iterator(folder, QDir::Files, QDirIterator::Subdirectories); iterator.hasNext();)
            paths += iterator.next();
        paths.sort();
        QList<QByteArray> files;
        for (const QString &path : paths) {
            QFile file(path);
            if (file.size() < 30'000 && file.open(QIODevice::ReadOnly))
                files += file.readAll();
        }
        return files;
    }

    static QByteArray mutated(const QList<QByteArray> &files, QRandomGenerator &random) {
        const auto below
            = [&](qsizetype bound) { return qsizetype(random.bounded(quint32(std::max<qsizetype>(bound, 1)))); };
        QByteArray bytes = files[below(files.size())];
        for (qsizetype changes = 1 + below(4); changes > 0; --changes) {
            const qsizetype at = below(bytes.size());
            const qsizetype size = below(std::min<qsizetype>(bytes.size() - at, 2000));
            switch (below(4)) {
            case 0: // other bytes
                for (qsizetype i = 0; i < 20 && !bytes.isEmpty(); ++i)
                    bytes[below(bytes.size())] = char(random.bounded(256));
                break;
            case 1: // a piece is gone
                bytes.remove(at, size);
                break;
            case 2: { // a piece of another file
                const QByteArray &other = files[below(files.size())];
                bytes.insert(at, other.mid(below(other.size()), 2000));
                break;
            }
            default: // a piece doubled
                bytes.insert(at, bytes.mid(at, size));
            }
        }
        return bytes;
    }

    double m_begin = 0;
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
