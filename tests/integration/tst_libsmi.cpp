// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "tests/support/differencelist.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const QString shippedFolder = QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs");

QString shared(const QString &name) { return QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/") + name; }

struct Said {
    QString text; // both channels
    bool crashed = false;
};

/// One of libsmi's tools, its modules from this folder and nowhere else.
Said ask(const QString &tool, const QString &folder, const QStringList &arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SMIPATH"_s, folder);
    process.setProcessEnvironment(environment);
    process.start(tool, QStringList{u"-c"_s, u"/dev/null"_s} + arguments);
    const bool ended = process.waitForFinished();
    return {QString::fromLatin1(process.readAll()), !ended || process.exitStatus() == QProcess::CrashExit};
}

/// The names that smilint gives its complaints of a file, up to level 3.
QStringList complaints(const QString &folder, const QString &file) {
    static const QRegularExpression name(u"\\{([a-z0-9-]+)\\}"_s);
    QStringList names;
    const QString text = ask(u"smilint"_s, folder, {u"-l"_s, u"3"_s, u"-m"_s, file}).text;
    for (auto match = name.globalMatch(text); match.hasNext();)
        names.append(match.next().captured(1));
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace

/// Second opinion: libsmi's smilint and smidump, where they are installed (Debian: smitools).
class TestLibsmi final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsTheShippedModulesSound_data();
    void findsTheShippedModulesSound();
    void complainsWhereWeComplain_data();
    void complainsWhereWeComplain();
    void placesWhatWePlace();
};

void TestLibsmi::initTestCase() {
    if (QStandardPaths::findExecutable(u"smilint"_s).isEmpty()
        || QStandardPaths::findExecutable(u"smidump"_s).isEmpty())
        QSKIP("libsmi's tools are not installed");
}

void TestLibsmi::findsTheShippedModulesSound_data() {
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(shippedFolder).entryList(QDir::Files);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TestLibsmi::findsTheShippedModulesSound() {
    QFETCH(QString, file);
    // What the RFCs themselves say and libsmi does not like: indexes without a range (SMIv1 had no rule for it) or
    // SIZE; the base types, which it has within itself; the choices of SNMPv2-SMI, which it does not read.
    static const QHash<QString, QStringList> expected = {
        {u"RFC1213-MIB"_s, {u"index-element-no-range"_s}},
        {u"IF-MIB"_s, {u"index-element-no-size"_s}},
        {u"IP-FORWARD-MIB"_s, {u"index-element-no-size"_s}},
        {u"RMON-MIB"_s, {u"index-element-no-size"_s}},
        {u"SNMP-NOTIFICATION-MIB"_s, {u"index-element-no-size"_s}},
        {u"SNMP-VIEW-BASED-ACM-MIB"_s, {u"index-element-no-size"_s}},
        {u"RMON2-MIB"_s, {u"index-element-no-size"_s}},
        {u"TOKEN-RING-RMON-MIB"_s, {u"index-element-no-range"_s}},
        // As RFC 1628 has it.
        {u"UPS-MIB"_s, {u"notification-object-access"_s, u"revision-missing"_s}},
        // Two revisions of one day, as IANA lists them.
        {u"IANA-ENTITY-MIB"_s, {u"revision-not-descending"_s}},
        {u"RFC1155-SMI"_s, {u"range-bounds"_s}},
        {u"SNMPv2-SMI"_s, {u"range-bounds"_s, u"range-exchanged"_s}},
        {u"SNMPv2-CONF"_s, {u"import-failed"_s}},
    };
    QCOMPARE(complaints(shippedFolder, shippedFolder + u'/' + file), expected.value(file));
}

void TestLibsmi::complainsWhereWeComplain_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("theirs");
    QTest::addColumn<QStringList>("ours");
    const auto row = [](const char *file, const QStringList &theirs, const QStringList &ours) {
        QTest::newRow(file) << QString::fromLatin1(file) << theirs << ours;
    };
    row("strict/STRICT-TEST-MIB.mib", {}, {});
    row("strict/STRICT-TABLE-MIB.mib", {}, {});
    // RFC 2578 3.1: longer than 32 is not recommended; smilint has no word for that up to its level 3.
    row("relaxed/LONG-NAME-WARN-MIB.mib", {}, {u"long-names"_s});
    row("violations/UNDERSCORE-TEST-MIB.mib", {u"underscore-in-identifier"_s}, {u"name-underscore"_s});
    row("violations/HYPHEN-END-TEST-MIB.mib", {u"hyphen-end"_s}, {u"name-hyphen-end"_s});
    row("violations/LONG-IDENT-TEST-MIB.mib", {u"namelength-64-object"_s}, {u"name-too-long"_s});
    row("violations/MISSING-IDENTITY-MIB.mib", {u"module-identity-missing"_s}, {u"missing-module-identity"_s});
    // A module without REVISION is legal (RFC 2578 5.5), so we are silent about it.
    row("violations/MISSING-IMPORT-TEST-MIB.mib", {u"object-identifier-unknown"_s, u"revision-missing"_s},
        {u"missing-import"_s, u"unused-import"_s});
    row("invalid/INVALID-DUPLICATE-OID-MIB.mib", {u"oid-registered"_s}, {u"duplicate-oid"_s});
    row("invalid/INVALID-SYNTAX-MIB.mib", {u"internal-other"_s}, {u"missing-syntax"_s});
    row("invalid/INVALID-TRUNCATED-MIB.mib", {u"description-missing"_s, u"internal-other"_s},
        {u"missing-end"_s, u"missing-value"_s});
}

void TestLibsmi::complainsWhereWeComplain() {
    QFETCH(QString, file);
    QFETCH(QStringList, theirs);
    QFETCH(QStringList, ours);
    const QString path = shared(u"robust/strictness/"_s + file);
    if (!QFileInfo::exists(path))
        QSKIP("no strictness cases beside the source tree");
    QCOMPARE(complaints(shippedFolder, path), theirs);
    const auto library = compileLibrary({{{path, Collection::User}, {shippedFolder, Collection::Shipped}}});
    QStringList codes;
    for (const Diagnostic &one : library->diagnostics())
        if (one.file == path)
            codes.append(one.code);
    codes.removeDuplicates();
    codes.sort();
    QCOMPARE(codes, ours);
}

/// Every node that smidump can place, at the same OID and of the same kind, module by module.
void TestLibsmi::placesWhatWePlace() {
    if (!QFileInfo::exists(shared(u"mibs"_s)))
        QSKIP("no collection of modules beside the source tree");
    const QTemporaryDir flat;
    for (QDirIterator each(shared(u"mibs"_s), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QFileInfo file(each.next());
        QFile::link(file.absoluteFilePath(), flat.filePath(file.fileName()));
    }
    const auto library = compileLibrary({{{flat.path(), Collection::User}}});
    QHash<QString, NodeKind> ours; // by OID and qualified name: a module may use one name twice
    for (qsizetype i = 1; i < library->nodeCount(); ++i) {
        const NodeRef node = library->at(i);
        ours.insert(node.oid().toString() + u' ' + node.qualifiedName(), node.kind());
    }
    QStringList differences;
    int nodes = 0;
    for (const ModuleInfo &module : library->modules()) {
        const Said said = ask(u"smidump"_s, flat.path(), {u"-q"_s, u"-k"_s, u"-f"_s, u"identifiers"_s, module.file});
        if (said.crashed)
            differences.append(u"crash "_s + module.name);
        for (const QString &line : said.text.split(u'\n')) {
            const QStringList words = line.simplified().split(u' ');
            // MODULE name kind OID; what it cannot place it hangs below 0, what another module names is unknown.
            if (words.size() != 4 || !Oid::parse(words[3]) || words[3].startsWith(u"0."_s) || words[2] == u"<unknown>")
                continue;
            ++nodes;
            const QString name = words[0] + u"::"_s + words[1];
            const auto found = ours.constFind(words[3] + u' ' + name);
            if (found == ours.constEnd()) {
                differences.append(u"oid %1: %2"_s.arg(name, words[3]));
                continue;
            }
            const QString kind = nodeKindName(*found == NodeKind::Module ? NodeKind::Node : *found);
            if (words[2] != kind)
                differences.append(u"kind %1: %2 / %3"_s.arg(name, words[2], kind));
        }
    }
    QVERIFY2(nodes > 35'000, qPrintable(QString::number(nodes)));
    const QString path = QStringLiteral(WALKABOUT_SOURCE_DIR "/tests/data/libsmi-differences.txt");
    const QStringList wrong = DifferenceList(path, u"identifiers"_s).judge(differences);
    QVERIFY2(wrong.isEmpty(),
        qPrintable(
            QString::number(wrong.size()) + u":\n"_s + wrong.first(std::min<qsizetype>(wrong.size(), 40)).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLibsmi)
#include "tst_libsmi.moc"
