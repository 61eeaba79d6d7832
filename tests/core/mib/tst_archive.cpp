// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/archive.h"

#include "core/mib/compiler.h"

#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestArchive final : public QObject {
    Q_OBJECT

private slots:
    void usesTheModulesInAnArchive_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("zip");
        QTest::newRow("zip") << u"vendor.zip"_s << true;
        QTest::newRow("tar and gzip") << u"vendor.tar.gz"_s << false;
        QTest::newRow("tar") << u"vendor.tar"_s << false;
    }
    void usesTheModulesInAnArchive() {
        QFETCH(QString, name);
        QFETCH(bool, zip);
        const QString path = m_folder.filePath(name);
        make(path, zip,
            {{"mibs/A-MIB.txt", module("A-MIB", "a", 1)}, {"mibs/B-MIB.txt", module("B-MIB", "b", 2)},
                {"readme.txt", "Hello."}, {"inner.zip", "PK\x03\x04 and so on"}});
        const auto library = compiled(path);
        QCOMPARE(library->named(u"A-MIB::a").size(), 1);
        QCOMPARE(library->named(u"B-MIB::b").front().oid(), Oid({1, 2}));
        QCOMPARE(library->module(u"A-MIB")->file, path + u"/mibs/A-MIB.txt"_s);
        QCOMPARE(found(library, path + u"/readme.txt"_s), u"not-a-mib"_s);
        QCOMPARE(found(library, path + u"/inner.zip"_s), u"zip-file"_s);
        for (const Diagnostic &one : library->diagnostics())
            QVERIFY2(one.severity == Diagnostic::Severity::Note, qPrintable(one.message));
    }

    void usesTheModuleInAGzipFile() {
        const QString path = m_folder.filePath(u"A-MIB.txt.gz"_s);
        makeGzip(path, module("A-MIB", "a", 1));
        const auto library = compiled(path);
        QCOMPARE(library->named(u"A-MIB::a").size(), 1);
        QCOMPARE(library->module(u"A-MIB")->file, path + u"/A-MIB.txt"_s);
    }

    void saysWhereAnErrorStands() {
        const QString path = m_folder.filePath(u"wrong.zip"_s);
        make(path, true, {{"W-MIB", "W-MIB DEFINITIONS ::= BEGIN\nw OBJECT IDENTIFIER ::= { nowhere 1 }\nEND\n"}});
        for (const Diagnostic &one : compiled(path)->diagnostics())
            if (one.code == u"unknown-parent"_s) {
                QCOMPARE(one.file, path + u"/W-MIB"_s);
                QCOMPARE(one.line, 2);
                QVERIFY(one.excerpt.contains(u"nowhere"_s));
                return;
            }
        QFAIL("nothing was said of the parent");
    }

    void leavesAnArchiveInAFolderAlone() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"vendor.zip"_s);
        make(path, true, {{"A-MIB", module("A-MIB", "a", 1)}});
        const auto library = compiled(folder.path());
        QVERIFY(library->named(u"A-MIB::a").isEmpty());
        QCOMPARE(library->diagnostics().size(), 1);
        QCOMPARE(library->diagnostics().front().severity, Diagnostic::Severity::Note);
        QCOMPARE(
            library->diagnostics().front().message, u"This is a zip archive. Import it to use the modules in it."_s);
    }

    void takesNamesForNames() {
        const QString path = m_folder.filePath(u"names.tar"_s);
        make(path, false, {{"../../up", "1"}, {"/etc/passwd", "2"}, {"a/./b/../c\x1b[2J", "3"}});
        QStringList paths;
        const auto problem
            = mib::Archive(path).read([&](const QString &member, const QByteArray &) { paths += member; });
        QVERIFY(!problem);
        QCOMPARE(paths, QStringList({path + u"/up"_s, path + u"/etc/passwd"_s, path + u"/a/b/c?[2J"_s}));
    }

    void stopsAtABomb() {
        const QString path = m_folder.filePath(u"bomb.zip"_s);
        make(path, true, {{"small", "1"}, {"bomb", QByteArray(20'000'000, ' ')}, {"late", "2"}});
        QVERIFY(QFileInfo(path).size() < 100'000);
        qsizetype taken = 0;
        const auto take = [&](const QString &, const QByteArray &bytes) { taken += bytes.size(); };
        auto problem = mib::Archive(path, {10'000'000, 100}).read(take);
        QVERIFY(problem);
        QCOMPARE(problem->code, u"archive-too-large"_s);
        QVERIFY2(problem->message.contains(u"10 MB"_s), qPrintable(problem->message));
        QCOMPARE(taken, 1);
        problem = mib::Archive(path, {100'000'000, 2}).read(take);
        QVERIFY(problem);
        QCOMPARE(problem->code, u"archive-too-large"_s);
    }

    void saysThatAnArchiveIsDamaged() {
        const QString path = m_folder.filePath(u"cut.tar.gz"_s);
        make(path, false, {{"A-MIB", module("A-MIB", "a", 1)}, {"B-MIB", module("B-MIB", "b", 2)}});
        QFile file(path);
        QVERIFY(file.resize(file.size() - 40));
        QVERIFY(has(compiled(path), u"damaged-archive"_s));
    }

    void saysThatAnArchiveIsEncrypted() {
        const QString path = m_folder.filePath(u"secret.zip"_s);
        make(path, true, {{"A-MIB", module("A-MIB", "a", 1)}}, "zip:encryption=zipcrypt");
        QVERIFY(has(compiled(path), u"encrypted-archive"_s));
    }

    void saysThatAnArchiveHoldsNoModule() {
        const QString path = m_folder.filePath(u"pictures.zip"_s);
        make(path, true, {{"readme.txt", "Nothing."}});
        QVERIFY(has(compiled(path), u"no-module-in-archive"_s));
    }

private:
    using Members = QList<std::pair<QByteArray, QByteArray>>;

    static QByteArray module(const QByteArray &name, const QByteArray &node, int number) {
        return name + " DEFINITIONS ::= BEGIN\n" + node + " OBJECT IDENTIFIER ::= { iso " + QByteArray::number(number)
            + " }\nEND\n";
    }
    static void make(const QString &path, bool zip, const Members &members, const char *options = nullptr) {
        archive *const made = archive_write_new();
        if (zip)
            archive_write_set_format_zip(made);
        else
            archive_write_set_format_ustar(made);
        if (path.endsWith(u".gz"_s))
            archive_write_add_filter_gzip(made);
        if (options)
            QCOMPARE(archive_write_set_options(made, options), ARCHIVE_OK);
        archive_write_set_passphrase(made, "secret");
        write(made, path, members);
    }
    static void makeGzip(const QString &path, const QByteArray &bytes) {
        archive *const made = archive_write_new();
        archive_write_set_format_raw(made);
        archive_write_add_filter_gzip(made);
        write(made, path, {{"data", bytes}});
    }
    static void write(archive *made, const QString &path, const Members &members) {
        QCOMPARE(archive_write_open_filename(made, QFile::encodeName(path).constData()), ARCHIVE_OK);
        for (const auto &[name, bytes] : members) {
            archive_entry *const entry = archive_entry_new();
            archive_entry_set_pathname(entry, name.constData());
            archive_entry_set_size(entry, bytes.size());
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_perm(entry, 0644);
            QCOMPARE(archive_write_header(made, entry), ARCHIVE_OK);
            QCOMPARE(archive_write_data(made, bytes.constData(), size_t(bytes.size())), la_ssize_t(bytes.size()));
            archive_entry_free(entry);
        }
        QCOMPARE(archive_write_close(made), ARCHIVE_OK);
        archive_write_free(made);
    }
    static Library::Pointer compiled(const QString &path) {
        Collection collection;
        collection.folders.append({path, Collection::User});
        return compileLibrary(collection);
    }
    static QString found(const Library::Pointer &library, const QString &file) {
        for (const Diagnostic &one : library->diagnostics())
            if (one.file == file)
                return one.code;
        return {};
    }
    static bool has(const Library::Pointer &library, const QString &code) {
        return std::ranges::any_of(library->diagnostics(), [&](const Diagnostic &one) { return one.code == code; });
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
