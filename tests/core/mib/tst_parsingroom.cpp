// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parsedfile.h"
#include "core/mib/unit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::mib;
using namespace Qt::StringLiterals;

namespace {

QByteArray moduleOf(const QByteArray &name, int objects) {
    QByteArray text = name + " DEFINITIONS ::= BEGIN\nIMPORTS OBJECT-TYPE FROM RFC-1212 enterprises FROM RFC1155-SMI;\n"
        + name.toLower() + " OBJECT IDENTIFIER ::= { enterprises " + QByteArray::number(objects) + " }\n";
    for (int i = 1; i <= objects; ++i)
        text += name.toLower() + QByteArray::number(i) + " OBJECT-TYPE\n  SYNTAX INTEGER { up" + QByteArray::number(i)
            + "(1), down(2) }\n  ACCESS read-only\n  STATUS mandatory\n  DESCRIPTION \"Text of " + QByteArray::number(i)
            + ".\"\n  ::= { " + name.toLower() + " " + QByteArray::number(i) + " }\n";
    return text + "END\n";
}

} // namespace

/// Memory is used again from file to file; nothing of one file gets into the next.
class TestParsingRoom final : public QObject {
    Q_OBJECT

private slots:
    void givesWhatEachFileGivesAlone() {
        const QList<ListedFile> files{written(u"LARGE-MIB"_s, moduleOf("LARGE", 400)),
            written(u"SMALL-MIB"_s, moduleOf("SMALL", 3)), written(u"nothing"_s, ""),
            written(u"TWO-MIB"_s, moduleOf("ONE", 5) + moduleOf("TWO", 2)),
            written(u"MIDDLE-MIB"_s, moduleOf("MIDDLE", 90)), written(u"prose"_s, "No module."),
            written(u"LARGEST-MIB"_s, moduleOf("LARGEST", 900))};
        ParsingRoom room;
        Unit::Packing packing;
        for (const ListedFile &file : files) {
            ParsedFile parsed = room.parse(file);
            compare(parsed, packing, ParsingRoom().parse(file));
            room.takeBack(std::move(parsed));
        }
    }

    void leavesASourceThatIsStillHeld() {
        ParsingRoom room;
        ParsedFile parsed = room.parse(written(u"A-MIB"_s, moduleOf("A", 5)));
        const std::shared_ptr<const Source> held = parsed.source;
        const std::string bytes(held->bytes());
        room.takeBack(std::move(parsed));
        (void)room.parse(written(u"B-MIB"_s, moduleOf("B", 5)));
        QCOMPARE(std::string(held->bytes()), bytes);
    }

private:
    static void compare(const ParsedFile &parsed, Unit::Packing &packing, const ParsedFile &alone) {
        QCOMPARE(parsed.modules.size(), alone.modules.size());
        QCOMPARE(parsed.diagnostics.size(), alone.diagnostics.size());
        for (size_t i = 0; i < parsed.modules.size(); ++i) {
            const Module &module = parsed.modules[i];
            const Module &other = alone.modules[i];
            QCOMPARE(module.definitions.size(), other.definitions.size());
            QCOMPARE(module.enums.size(), other.enums.size());
            QCOMPARE(module.diagnostics.size(), other.diagnostics.size());
            packing.texts.clear();
            Unit::Packing fresh;
            const Unit unit = Unit::pack(module, packing);
            const Unit expected = Unit::pack(other, fresh);
            QVERIFY(packing.texts == fresh.texts);
            QCOMPARE(unit.strings, expected.strings);
            QCOMPARE(unit.bytes().size(), expected.bytes().size());
            for (size_t k = 0; k < unit.definitions.size(); ++k) {
                QCOMPARE(unit.view(unit.definitions[k].name), expected.view(expected.definitions[k].name));
                QCOMPARE(unit.definitions[k].line, expected.definitions[k].line);
            }
        }
    }
    ListedFile written(const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no temporary file");
        return {file.fileName(), text.size(), 0, Collection::User, false};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestParsingRoom)
#include "tst_parsingroom.moc"
