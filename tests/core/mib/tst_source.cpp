// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/source.h"

#include "core/mib/compiler.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Text = "A-MIB DEFINITIONS ::= BEGIN\na OBJECT IDENTIFIER ::= { iso 7 } -- \xc3\xa4\nEND\n";

QByteArray utf16(QStringConverter::Encoding encoding, bool marked) {
    QStringEncoder encode(encoding, marked ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encode(QString::fromUtf8(Text));
}

} // namespace

class TestSource final : public QObject {
    Q_OBJECT

private slots:
    void namesWhatIsNoMib_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *what, const QByteArray &bytes, const char *code) {
            QTest::newRow(what) << bytes << QString::fromLatin1(code);
        };
        row("nothing", "", "empty-file");
        row("blanks", "\xef\xbb\xbf \r\n\t\x1a", "empty-file");
        row("a page", "<!DOCTYPE html><html><body>A-MIB DEFINITIONS ::= BEGIN END</body></html>", "html-file");
        row("a page without a type", "\n\n<HTML><pre>A-MIB DEFINITIONS ::= BEGIN END</pre></HTML>", "html-file");
        row("XML", "<?xml version=\"1.0\"?><mib>DEFINITIONS</mib>", "xml-file");
        row("PDF", "%PDF-1.4\n% DEFINITIONS", "pdf-file");
        row("zip", "PK\x03\x04 DEFINITIONS ::= BEGIN", "zip-file");
        row("an empty zip", QByteArray("PK\x05\x06").append(18, '\0'), "zip-file");
        row("gzip", "\x1f\x8b\x08 DEFINITIONS", "gzip-file");
        row("tar", QByteArray(257, 'n') + "ustar" + QByteArray(300, '\0') + Text, "tar-file");
        row("7z", "7z\xbc\xaf\x27\x1c", "other-archive");
        row("rar", "Rar!\x1a\x07", "other-archive");
        row("xz", "\xfd\x37zXZ", "other-archive");
        row("an office document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office-file");
        row("rich text", "{\\rtf1 DEFINITIONS}", "rtf-file");
        row("a patch", "--- a/A-MIB\n+++ b/A-MIB\n@@ -1 +1 @@\n-A-MIB DEFINITIONS ::= BEGIN\n", "patch-file");
        row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x02\0\0\0", 29), "binary-file");
        row("a program",
            QByteArray("\x7f"
                       "ELF\2\1\1")
                .append(200, '\0'),
            "binary-file");
        row("prose", "This is how to load the MIBs.\n", "not-a-mib");
    }
    void namesWhatIsNoMib() {
        QFETCH(QByteArray, bytes);
        const QString path = written(bytes);
        std::optional<Diagnostic> problem;
        mib::Source::read(path, problem);
        QVERIFY(problem);
        QTEST(problem->code, "code");
        QCOMPARE(problem->file, path);
        QCOMPARE(problem->severity, Diagnostic::Severity::Error);
        QVERIFY(problem->message.endsWith(u'.'));
    }

    void namesAFolderAndWhatIsNotThere() {
        std::optional<Diagnostic> problem;
        mib::Source::read(m_folder.path(), problem);
        QVERIFY(problem);
        QCOMPARE(problem->code, u"directory"_s);
        mib::Source::read(m_folder.filePath(u"nothing"_s), problem);
        QCOMPARE(problem->code, u"unreadable-file"_s);
    }

    void notesInAFolderWhatItIsToldOfAFile() {
        const QString path = written("%PDF-1.4\n");
        for (const bool named : {true, false}) {
            Collection collection;
            collection.folders.append({named ? path : m_folder.path(), Collection::User});
            const QList<Diagnostic> found = compileLibrary(collection)->diagnostics();
            QCOMPARE(found.size(), 1);
            QCOMPARE(found.front().code, u"pdf-file"_s);
            QCOMPARE(found.front().severity, named ? Diagnostic::Severity::Error : Diagnostic::Severity::Note);
        }
    }

    void readsEveryEncoding_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-8") << Text;
        QTest::newRow("UTF-8, marked") << "\xef\xbb\xbf" + Text;
        QTest::newRow("UTF-16, little endian, marked") << utf16(QStringConverter::Utf16LE, true);
        QTest::newRow("UTF-16, big endian, marked") << utf16(QStringConverter::Utf16BE, true);
        QTest::newRow("UTF-16, little endian") << utf16(QStringConverter::Utf16LE, false);
        QTest::newRow("UTF-16, big endian") << utf16(QStringConverter::Utf16BE, false);
    }
    void readsEveryEncoding() {
        QFETCH(QByteArray, bytes);
        std::optional<Diagnostic> problem;
        const mib::Source source = mib::Source::read(written(bytes), problem);
        QVERIFY(!problem);
        QVERIFY(source.bytes().ends_with(std::string_view(Text.constData(), size_t(Text.size()))));
        Collection collection;
        collection.folders.append({m_folder.path(), Collection::User});
        const auto library = compileLibrary(collection);
        QCOMPARE(library->named(u"A-MIB::a").size(), 1);
        QCOMPARE(library->named(u"A-MIB::a").front().line(), 2);
        QCOMPARE(library->diagnostics().size(), 1); // and nothing is said of the encoding but this:
        QCOMPARE(library->diagnostics().front().code, u"not-ascii"_s);
    }

    void cutsALongLineBetweenLetters() {
        const mib::Source source(u"a"_s, QByteArray("x") + QString(400, u'\u00e4').toUtf8());
        for (quint32 offset = 300; offset < 304; ++offset)
            QCOMPARE(source.excerpt(offset).count(u'\u00e4'), source.excerpt(offset).size());
    }

    void takesNoStrayZeroForUtf16() {
        std::optional<Diagnostic> problem;
        mib::Source::of(u"A-MIB"_s, QByteArray(Text).insert(40, '\0').append('\0'), problem);
        QVERIFY(!problem);
    }

private:
    QString written(const QByteArray &bytes) {
        QFile file(m_folder.filePath(u"A-MIB"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
