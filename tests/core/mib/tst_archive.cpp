// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "core/mib/source.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Archives are looked into, and what is wrong with one is told.
class TestArchive final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void looksIntoArchives_data();
    void looksIntoArchives();
    void tellsWhatIsWrongWithAnArchive();
    void leavesAnArchiveInAFolderAlone();
    void readsNoOtherFileAndStartsNoProgram();

private:
    QString write(const QString &name, const QByteArray &bytes) {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }
    /// Python's, so that a writer other than our reader's library makes them.
    void python(const QString &script) {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(u"python3"_s, {u"-c"_s, script});
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    }
    static QByteArray text(const QByteArray &name) {
        return name + " DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI; node OBJECT IDENTIFIER ::= { "
            + "enterprises 1 } END\n";
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestArchive::looksIntoArchives_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("script");
    QTest::newRow("zip") << u"v.zip"_s
                         << u"import zipfile as z; f=z.ZipFile('v.zip','w',z.ZIP_DEFLATED); f.write('mibs/A-MIB'); "
                            "f.write('mibs/B.txt'); f.write('readme'); f.close()"_s;
    for (const char *const form : {"tar", "tar.gz", "tar.bz2", "tar.xz"})
        QTest::newRow(form)
            << u"v."_s + QString::fromLatin1(form)
            << u"import tarfile as t; f=t.open('v.%1','w:%2'); f.add('mibs'); f.add('readme'); f.close()"_s.arg(
                   QString::fromLatin1(form), QString::fromLatin1(form).section(u'.', 1));
}

void TestArchive::looksIntoArchives() {
    QFETCH(QString, name);
    QFETCH(QString, script);
    write(u"mibs/A-MIB"_s, text("A-MIB"));
    write(u"mibs/B.txt"_s, text("B-MIB") + text("C-MIB"));
    write(u"readme"_s, "no module here");
    python(script);
    const QString path = m_folder->filePath(name);
    const auto library = compileLibrary({{{path, Collection::User}}, {}});
    QCOMPARE(library->modules().size(), 3);
    QCOMPARE(library->module(u"A-MIB")->file, QString(path + u"/mibs/A-MIB"_s));
    const QList<Diagnostic> readme = library->diagnosticsOf(path + u"/readme"_s);
    QCOMPARE(readme.size(), 1);
    QCOMPARE(readme.front().code, u"not-a-mib"_s);
    QCOMPARE(readme.front().severity, Diagnostic::Severity::Note);
}

void TestArchive::tellsWhatIsWrongWithAnArchive() {
    write(u"A-MIB"_s, text("A-MIB"));
    python(u"import zipfile as z, os\nf=z.ZipFile('v.zip','w'); f.write('A-MIB'); f.close()\n"
           "b=open('v.zip','rb').read(); open('cut.zip','wb').write(b[:60])\n"
           "f=z.ZipFile('none.zip','w'); f.writestr('x.png', b'\\x89PNG\\0\\0\\0\\1'); f.close()\n"
           "f=z.ZipFile('up.zip','w'); f.write('A-MIB','../../../A-MIB'); f.close()\n"
           "c=bytearray(b); c[6]|=1; i=c.find(b'PK\\1\\2'); c[i+8]|=1; open('secret.zip','wb').write(bytes(c))\n"
           "import gzip; g=gzip.open('bomb.gz','wb'); [g.write(b'a'*(1<<24)) for _ in range(13)]; g.close()"_s);
    const auto codeOf = [&](const QString &name) {
        QList<Diagnostic> problems;
        (void)mib::Source::readAll(m_folder->filePath(name), problems);
        return problems.isEmpty() ? QString() : problems.back().code;
    };
    QCOMPARE(codeOf(u"v.zip"_s), QString());
    QCOMPARE(codeOf(u"cut.zip"_s), u"damaged-archive"_s);
    QCOMPARE(codeOf(u"none.zip"_s), u"empty-archive"_s);
    QCOMPARE(codeOf(u"secret.zip"_s), u"encrypted-archive"_s);
    QCOMPARE(codeOf(u"bomb.gz"_s), u"large-archive"_s);
    QCOMPARE(codeOf(u"up.zip"_s), QString()); // a name, no place
    QVERIFY(!QFile::exists(m_folder->filePath(u"../../../A-MIB"_s)));
}

void TestArchive::leavesAnArchiveInAFolderAlone() {
    write(u"mibs/A-MIB"_s, text("A-MIB"));
    python(u"import zipfile as z; f=z.ZipFile('mibs/v.zip','w'); f.write('mibs/A-MIB','B-MIB'); f.close()"_s);
    const auto library = compileLibrary({{{m_folder->filePath(u"mibs"_s), Collection::User}}, {}});
    QCOMPARE(library->modules().size(), 1);
    const QList<Diagnostic> all = library->diagnostics();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.front().code, u"zip-file"_s);
    QCOMPARE(all.front().severity, Diagnostic::Severity::Note);
    QVERIFY(all.front().message.contains(u"Import"));
}

/// A list of files that says "the contents are there", and kinds of compression that libarchive leaves to programs,
/// are bytes like others.
void TestArchive::readsNoOtherFileAndStartsNoProgram() {
    write(u"A-MIB"_s, text("A-MIB"));
    python(u"import gzip\nfor name,b in (('list.gz', b'#mtree\\n./A-MIB type=file contents=A-MIB\\n'), "
           "('lrz.gz', b'LRZI\\0\\6' + b'\\0'*40)):\n g=gzip.open(name,'wb'); g.write(b); g.close()"_s);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    for (const QString &name : {u"list.gz"_s, u"lrz.gz"_s}) {
        QList<Diagnostic> problems;
        QVERIFY(mib::Source::readAll(m_folder->filePath(name), problems).empty());
        QCOMPARE(problems.size(), 2); // what its one member is, and that there is no module
        QCOMPARE(problems.back().code, u"empty-archive"_s);
        QVERIFY(problems.front().file.endsWith(name + u'/' + name.chopped(3)));
    }
    QVERIFY(QDir::setCurrent(before));
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
