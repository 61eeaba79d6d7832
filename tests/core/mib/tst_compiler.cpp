// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

QString dumped(const Library &library) {
    QString text;
    for (qsizetype i = 1; i < library.nodeCount(); ++i) {
        const NodeRef node = library.at(i);
        text += node.oid().toString() + u' ' + node.qualifiedName() + u' ' + node.syntax() + u' ' + node.description()
            + u'\n';
    }
    for (const Diagnostic &one : library.diagnostics())
        text += one.file + QString::number(one.line) + one.message + u'\n';
    return text;
}

} // namespace

class TestCompiler final : public QObject {
    Q_OBJECT

private slots:
    void namesWhatIsNoMib_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray() << u"empty-file"_s;
        QTest::newRow("blanks") << QByteArray(" \r\n\t") << u"empty-file"_s;
        QTest::newRow("page") << QByteArray("\n<!DOCTYPE html><html>DEFINITIONS</html>") << u"html-file"_s;
        QTest::newRow("pdf") << QByteArray("%PDF-1.4 ...") << u"pdf-file"_s;
        QTest::newRow("zip") << QByteArray("PK\x03\x04"
                                           "abc")
                             << u"damaged-archive"_s;
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08") << u"damaged-archive"_s;
        QTest::newRow("patch of folders") << QByteArray("Only in a: x\ndiff -ru a b\n--- a\tx\n+++ b\tx\n@@ -1 +1 @@\n"
                                                        "+M DEFINITIONS ::= BEGIN END")
                                          << u"patch-file"_s;
        QTest::newRow("patch") << QByteArray("diff -ru a b\n M DEFINITIONS ::= BEGIN END") << u"patch-file"_s;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\x02\x01\x01\x00\x00\x00\x03",
            11) << u"binary-file"_s;
        QTest::newRow("text") << QByteArray("Read me first.") << u"not-a-mib"_s;
        QTest::newRow("a word of it") << QByteArray("The DEFINITIONS are elsewhere.") << u"not-a-mib"_s;
    }
    void namesWhatIsNoMib() {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto library = compileLibrary({{{file.fileName(), Collection::User}}});
        QCOMPARE(library->diagnostics().size(), 1);
        QTEST(library->diagnostics().front().code, "code");
        QCOMPARE(library->diagnostics().front().severity, Diagnostic::Severity::Error);
        QVERIFY(library->modules().isEmpty());
    }

    void readsUtf16() {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"file"_s));
        const QString text = u"\ufeffM DEFINITIONS ::= BEGIN a OBJECT IDENTIFIER ::= { iso 5 } END"_s;
        QVERIFY(file.open(QIODevice::WriteOnly)
            && file.write(reinterpret_cast<const char *>(text.utf16()), text.size() * 2) > 0);
        file.close();
        QVERIFY(compileLibrary({{{file.fileName(), Collection::User}}})->module(u"M"));
    }

    void givesTheSameEveryTime() {
        const Collection collection{{{QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}};
        const QString first = dumped(*compileLibrary(collection));
        QVERIFY(first.size() > 10'000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(dumped(*compileLibrary(collection)) == first);
    }

    void tellsHowFarItIs() {
        int last = 0;
        int all = 0;
        const auto library = compileLibrary(
            {{{QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}}, [&](int done, int count) {
                QVERIFY(done >= last);
                last = done;
                all = count;
            });
        QVERIFY(library);
        QCOMPARE(last, all);
        QVERIFY(all >= 18);
    }

    void stopsWhenCancelled() {
        const std::atomic<bool> cancelled{true};
        QVERIFY(
            !compileLibrary({{{QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}}, {}, &cancelled));
    }

    void survivesMutatedModules() {
        // Bytes of the shipped modules, changed at random but the same each time: whatever comes of them, it ends.
        const QTemporaryDir dir;
        quint32 state = 7;
        const auto random = [&](quint32 below) { return ((state = state * 1664525U + 1013904223U) >> 8U) % below; };
        QDirIterator iterator(QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), QDir::Files);
        int made = 0;
        while (iterator.hasNext()) {
            QFile original(iterator.next());
            QVERIFY(original.open(QIODevice::ReadOnly));
            const QByteArray text = original.readAll();
            for (int round = 0; round < 5 && text.size() > 100; ++round) {
                QByteArray changed = text;
                for (int i = 0; i < 40; ++i) {
                    const auto at = qsizetype(random(quint32(changed.size())));
                    switch (random(4)) {
                    case 0: changed[at] = char(random(256)); break;
                    case 1: changed.remove(at, random(60)); break;
                    case 2: changed.insert(at, text.mid(random(quint32(text.size())), random(60))); break;
                    default: changed.insert(at, "\"{}()::=|;"[random(10)]);
                    }
                }
                QFile file(dir.filePath(QString::number(made++)));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(changed) == changed.size());
            }
        }
        const auto library = compileLibrary({{{dir.path(), Collection::User}}});
        QVERIFY(library->modules().size() > 5);
        QVERIFY(!dumped(*library).isEmpty());
        for (qsizetype i = 1; i < library->nodeCount(); ++i) {
            (void)library->at(i).indexes();
            (void)library->at(i).objects();
            (void)library->at(i).type();
        }
    }
};

QTEST_GUILESS_MAIN(TestCompiler)
#include "tst_compiler.moc"
