// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// translate, find, mibs: what the modules say.
class TestMibs final : public QObject {
    Q_OBJECT

private slots:
    void translatesBothWays() {
        const Ran toOid = m_program.run({u"translate"_s, u"--json"_s, u"IF-MIB::ifOperStatus"_s});
        QCOMPARE(toOid.status, 0);
        const Ran toName = m_program.run({u"translate"_s, u"1.3.6.1.2.1.2.2.1.8"_s, u"--json"_s});
        QCOMPARE(toName.out, toOid.out);
        const QJsonObject node = toOid.objects().first();
        QCOMPARE(node["oid"_L1].toString(), u"1.3.6.1.2.1.2.2.1.8"_s);
        QCOMPARE(node["name"_L1].toString(), u"ifOperStatus"_s);
        QCOMPARE(node["module"_L1].toString(), u"IF-MIB"_s);
        QCOMPARE(node["kind"_L1].toString(), u"column"_s);
        QCOMPARE(node["base"_L1].toString(), u"Integer32"_s);
        QCOMPARE(node["access"_L1].toString(), u"read-only"_s);
        QCOMPARE(node["status"_L1].toString(), u"current"_s);
        QCOMPARE(node["enum"_L1]["up"_L1].toInt(), 1);
        QCOMPARE(node["enum"_L1]["lowerLayerDown"_L1].toInt(), 7);
        QVERIFY(!node["description"_L1].toString().isEmpty());
        QVERIFY(node["line"_L1].toInt() > 0);
        QVERIFY(QFile::exists(node["file"_L1].toString()));
        QVERIFY(!node.contains("units"_L1)); // empty keys are left out
    }

    void tellsIndexAugmentsRangesAndObjects() {
        const auto nodeOf = [this](const QString &name) {
            return m_program.run({u"translate"_s, u"--json"_s, name}).objects().value(0);
        };
        QCOMPARE(nodeOf(u"ifEntry"_s)["index"_L1][0]["name"_L1].toString().section(u"::"_s, -1), u"ifIndex"_s);
        QCOMPARE(nodeOf(u"ifEntry"_s)["index"_L1][0]["implied"_L1].toBool(true), false);
        QCOMPARE(nodeOf(u"ifXEntry"_s)["augments"_L1].toString().section(u"::"_s, -1), u"ifEntry"_s);
        const QJsonObject down = nodeOf(u"linkDown"_s);
        QCOMPARE(down["kind"_L1].toString(), u"notification"_s);
        QCOMPARE(down["objects"_L1].toArray().size(), 3);
        const QJsonArray ranges = nodeOf(u"ifIndex"_s)["ranges"_L1].toArray();
        QCOMPARE(ranges, QJsonArray{(QJsonArray{1, 2147483647})});
    }

    void readsAnInstanceByItsIndex() {
        const Ran ran
            = m_program.run({u"translate"_s, u"--json"_s, u"tcpConnState[\"10.0.0.1\"][22][\"0.0.0.0\"][0]"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const QJsonObject instance = ran.objects().first()["instance"_L1].toObject();
        QCOMPARE(instance["oid"_L1].toString(), u"1.3.6.1.2.1.6.13.1.1.10.0.0.1.22.0.0.0.0.0"_s);
        QCOMPARE(instance["index"_L1]["tcpConnLocalAddress"_L1].toString(), u"10.0.0.1"_s);
    }

    void writesAPageForAPerson() {
        const Ran ran = m_program.run({u"translate"_s, u"ifInOctets.3"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("1.3.6.1.2.1.2.2.1.10.3"));
        QVERIFY(ran.out.contains("IF-MIB::ifInOctets"));
        QVERIFY(ran.out.contains("Counter32"));
        QVERIFY(ran.out.contains("Description:"));
    }

    void goesOnBehindAnUnknownName() {
        const Ran ran = m_program.run({u"translate"_s, u"noSuchThing"_s, u"sysName"_s});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.out.contains("1.3.6.1.2.1.1.5"));
    }

    void findsTheExactNameFirst() {
        const Ran ran = m_program.run({u"find"_s, u"ifDescr"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.lines().value(0).startsWith("1.3.6.1.2.1.2.2.1.2  IF-MIB::ifDescr  column"), ran.out.constData());
        QCOMPARE(m_program.run({u"find"_s, u"--json"_s, u"--limit"_s, u"3"_s, u"if"_s}).objects().size(), 3);
        const Ran nothing = m_program.run({u"find"_s, u"xyzzyplugh"_s});
        QCOMPARE(nothing.status, 0);
        QVERIFY(nothing.out.isEmpty() && !nothing.err.isEmpty());
    }

    void listsModulesAndWhereTheyComeFrom() {
        const Ran ran = m_program.run({u"mibs"_s, u"list"_s, u"--json"_s});
        QCOMPARE(ran.status, 0);
        QStringList names;
        for (const QJsonObject &module : ran.objects()) {
            names.append(module["module"_L1].toString());
            QVERIFY(QFile::exists(module["file"_L1].toString()));
            QVERIFY((QStringList{u"user"_s, u"system"_s, u"shipped"_s}).contains(module["tier"_L1].toString()));
        }
        QVERIFY(names.contains(u"IF-MIB"_s) && names.contains(u"SNMPv2-SMI"_s));
    }

    void dumpsEveryNodeOnALine() {
        const Ran text = m_program.run({u"mibs"_s, u"dump"_s});
        const Ran json = m_program.run({u"mibs"_s, u"dump"_s, u"--json"_s});
        QCOMPARE(text.status, 0);
        QVERIFY(text.lines().size() > 500);
        QCOMPARE(json.lines().size(), text.lines().size());
        QVERIFY(text.out.contains("\n1.3.6.1.2.1.2.2.1.8 IF-MIB::ifOperStatus column INTEGER { up(1), "));
        QVERIFY(text.out.contains("; access read-only"));
        QVERIFY(text.out.contains("\n1.3.6.1.2.1.31.1.1.1 IF-MIB::ifXEntry row IfXEntry; access not-accessible; "
                                  "index ifIndex; augments IF-MIB::ifEntry\n"));
        QVERIFY(text.out.contains("\n1.3.6.1.2.1.2.2.1.2 IF-MIB::ifDescr column DisplayString"));
        for (const QJsonObject &node : json.objects())
            QVERIFY(!node["oid"_L1].toString().isEmpty() && !node["kind"_L1].toString().isEmpty());
    }

    void aModuleGivenByFolderIsFoundFirst() {
        const QString file = m_program.write(u"MINE-MIB"_s, Mine);
        QVERIFY(QDir(m_program.folder()).mkdir(u"mine"_s));
        QVERIFY(QFile::rename(file, m_program.folder(u"mine/MINE-MIB"_s)));
        const Ran ran
            = m_program.run({u"translate"_s, u"MINE-MIB::mine"_s, u"--mib-dir"_s, m_program.folder(u"mine"_s)});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("1.3.6.1.4.1.99999"));
        QCOMPARE(m_program.run({u"mibs"_s, u"check"_s, m_program.folder(u"mine"_s)}).status, 0);
    }

    void checksABrokenFile() {
        QByteArray broken = Mine;
        // The import would be noted as of no use if the name stood nowhere.
        broken.replace("enterprises 99999", "nowhereAtAll -- enterprises\n 1");
        const QString file = m_program.write(u"BROKEN-MIB"_s, broken);
        const Ran ran = m_program.run({u"mibs"_s, u"check"_s, file});
        QCOMPARE(ran.status, 5);
        const QRegularExpression form(
            u"^%1:\\d+:\\d+: error: .+ \\[[a-z0-9-]+\\]$"_s.arg(QRegularExpression::escape(file)));
        QVERIFY2(form.match(QString::fromUtf8(ran.lines().value(0))).hasMatch(), ran.out.constData());
        const Ran json = m_program.run({u"mibs"_s, u"check"_s, u"--json"_s, file});
        QCOMPARE(json.status, 5);
        const QJsonObject diagnostic = json.objects().value(0);
        QCOMPARE(diagnostic["severity"_L1].toString(), u"error"_s);
        QVERIFY(!diagnostic["code"_L1].toString().isEmpty() && !diagnostic["message"_L1].toString().isEmpty());
        QVERIFY(diagnostic["line"_L1].toInt() > 0);
        const QTemporaryDir links;
        QVERIFY(QFile::link(file, links.filePath(u"LINKED-MIB"_s)));
        QCOMPARE(m_program.run({u"mibs"_s, u"check"_s, u"--json"_s, links.path()}).lines().size(), json.lines().size());
        QCOMPARE(m_program.run({u"mibs"_s, u"check"_s, m_program.folder(u"not-there"_s)}).status, 5);
    }

    void aCaretStandsBelowTheColumnAndWhatIsMissingIsNamed() {
        const QString file = m_program.write(u"LOST-MIB"_s, Lost);
        const Ran ran = m_program.run({u"mibs"_s, u"check"_s, file});
        QCOMPARE(ran.status, 5);
        const QList<QByteArray> lines = ran.lines();
        const auto at
            = std::ranges::find_if(lines, [](const QByteArray &line) { return line.contains("[unknown-parent]"); });
        QVERIFY(at != lines.end() && lines.end() - at >= 3);
        QVERIFY(at->contains(":3:2: error: "));
        QCOMPARE(at[1], "    lost OBJECT IDENTIFIER ::= { nowhere 3 }"_ba);
        QCOMPARE(at[2], "    ^"_ba);
        QVERIFY2(ran.err.contains("1 module lacks NO-SUCH-MIB (2 symbols)\n"), ran.err.constData());
        const Ran json = m_program.run({u"mibs"_s, u"check"_s, u"--json"_s, file});
        QCOMPARE(json.objects().size(), json.lines().size());
    }

    void theCaretCountsWhatIsSeen_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QByteArray>("caret");
        const auto row
            = [](const char *what, const QByteArray &before, const QByteArray &shown, const QByteArray &caret) {
                  QTest::newRow(what) << before + "lost OBJECT IDENTIFIER ::= { nowhere 3 }" << shown << caret;
              };
        // What stands before the name is told of; the name itself is what has no place.
        row("UTF-8", "odd ::= \"d\xc3\xa9j\xc3\xa0\" ", "odd ::= \"d\xc3\xa9j\xc3\xa0\" lost", QByteArray(15, ' '));
        row("Latin-1", "odd ::= \"d\xe9j\xe0\" ", "odd ::= \"d\xc3\xa9j\xc3\xa0\" lost", QByteArray(15, ' '));
        row("Latin-1 that could be UTF-16", "odd ::= \"\xd0\xe9\" ", "odd ::= \"\xc3\x90\xc3\xa9\" lost",
            QByteArray(13, ' '));
        row("beyond 16 bits", "odd ::= \"\xf0\x9f\x98\x80\" ", "odd ::= \"\xf0\x9f\x98\x80\" lost",
            QByteArray(12, ' '));
        row("a mark above a letter", "odd ::= \"e\xcc\x81\" ", "odd ::= \"e\xcc\x81\" lost", QByteArray(12, ' '));
        row("tabs before", "\t\t", "lost", "");
        row("tabs within", "odd ::=\t5\t", "odd ::=\t5\tlost", "       \t \t");
        row("behind a long line of UTF-8", "odd ::= \"" + QByteArray("\xc3\xa9").repeated(100) + "\" ",
            QByteArray("\xc3\xa9").repeated(74) + "\" lost", QByteArray(76, ' '));
    }
    void theCaretCountsWhatIsSeen() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, shown);
        QFETCH(QByteArray, caret);
        for (const QByteArray &lineEnd : {"\n"_ba, "\r\n"_ba}) {
            const QByteArray text = "CARET-MIB DEFINITIONS ::= BEGIN" + lineEnd + line + lineEnd + "END" + lineEnd;
            const QString file = m_program.write(u"CARET-MIB"_s, text);
            const Ran ran = m_program.run({u"mibs"_s, u"check"_s, file});
            const QList<QByteArray> lines = ran.lines();
            const auto at
                = std::ranges::find_if(lines, [](const QByteArray &one) { return one.contains("[unknown-parent]"); });
            QVERIFY2(lines.end() - at >= 3, ran.out.constData());
            QCOMPARE(at[1], "    " + shown + " OBJECT IDENTIFIER ::= { nowhere 3 }");
            QCOMPARE(at[2], "    " + caret + "^");
        }
    }

    void aDumpEndsInWhatHasNoPlace() {
        QVERIFY(QDir(m_program.folder()).mkdir(u"lost"_s));
        QVERIFY(QFile::rename(m_program.write(u"LOST-MIB"_s, Lost), m_program.folder(u"lost/LOST-MIB"_s)));
        const QStringList from{u"--mib-dir"_s, m_program.folder(u"lost"_s)};
        const Ran dump = m_program.run(QStringList{u"mibs"_s, u"dump"_s} + from);
        QVERIFY2(dump.lines().last().startsWith("- LOST-MIB::lost unplaced: "), dump.lines().last().constData());
        for (const QJsonObject &node : m_program.run(QStringList{u"mibs"_s, u"dump"_s, u"--json"_s} + from).objects())
            QVERIFY(!node["oid"_L1].toString().isEmpty());
        const Ran list = m_program.run(QStringList{u"mibs"_s, u"list"_s} + from);
        QVERIFY(list.out.contains("lacks NO-SUCH-MIB: one, two\n"));
        QVERIFY(list.err.contains("1 module lacks NO-SUCH-MIB (2 symbols)\n"));
    }

    void aModuleThatIsSwitchedOffIsListedLastAndNotUsed() {
        QFile settings(m_program.folder(u"settings.json"_s));
        QVERIFY2(settings.open(QIODevice::WriteOnly), qPrintable(settings.fileName()));
        settings.write(
            R"({"format": "walkabout-settings", "version": 1, "settings": {"mibs.switchedOff": ["UDP-MIB"]}})");
        settings.close();
        const Ran list = m_program.run({u"mibs"_s, u"list"_s});
        const Ran translated = m_program.run({u"translate"_s, u"UDP-MIB::udpInDatagrams"_s});
        QVERIFY(settings.remove());
        const QByteArray last = list.lines().last();
        QVERIFY2(last.startsWith("UDP-MIB ") && last.contains(" off "), list.err.constData());
        QVERIFY(list.err.contains("1 switched off"));
        QCOMPARE(translated.status, 2);
    }

private:
    static constexpr char Lost[] = "LOST-MIB DEFINITIONS ::= BEGIN\nIMPORTS one, two FROM NO-SUCH-MIB;\n"
                                   "\tlost OBJECT IDENTIFIER ::= { nowhere 3 }\nEND\n";
    static constexpr char Mine[] = R"(MINE-MIB DEFINITIONS ::= BEGIN
IMPORTS enterprises FROM SNMPv2-SMI;
mine OBJECT IDENTIFIER ::= { enterprises 99999 }
END
)";

    Program m_program;
};

QTEST_GUILESS_MAIN(TestMibs)
#include "tst_climibs.moc"
