// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/translated.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace walkabout::test {

using namespace Qt::StringLiterals;

namespace {

// Arguments of one process: well below what the system takes.
constexpr qsizetype AtOnce = 20'000;
constexpr int Patience = 120'000; // ms
constexpr QStringView Convention = u"  -- TEXTUAL CONVENTION ";
constexpr QStringView Default = u"  DEFVAL\t";
constexpr QStringView Description = u"  DESCRIPTION\t";
// What follows a range of a type that it does not know: there is no SYNTAX line then.
constexpr QStringView Unknown = u")   MAX-ACCESS\t";

QString program() { return QStandardPaths::findExecutable(u"snmptranslate"_s); }

/// "INTEGER {up(1), down(2)} " or "OCTET STRING (0..255 | 512) ".
void readSyntax(const QString &text, Translated &node) {
    const qsizetype brace = text.indexOf(u'{');
    const qsizetype bracket = text.indexOf(u'(');
    const qsizetype end = brace >= 0 ? brace : bracket >= 0 ? bracket : text.size();
    node.base = text.first(end).trimmed();
    if (brace >= 0)
        node.enums = text.mid(brace + 1, text.lastIndexOf(u'}') - brace - 1);
    else if (bracket >= 0)
        node.ranges = text.mid(bracket + 1, text.lastIndexOf(u')') - bracket - 1);
}

QString inside(const QString &text, QChar open, QChar close) {
    const qsizetype begin = text.indexOf(open);
    const qsizetype end = text.lastIndexOf(close);
    return begin >= 0 && end > begin ? text.mid(begin + 1, end - begin - 1) : text;
}

void readClause(const QString &key, const QString &value, Translated &node) {
    if (key == u"-- FROM")
        node.modules = value.split(u", "_s);
    else if (key == u"SYNTAX")
        readSyntax(value, node);
    else if (key == u"UNITS")
        node.units = inside(value, u'"', u'"');
    else if (key == u"DISPLAY-HINT")
        node.hint = inside(value, u'"', u'"');
    else if (key == u"MAX-ACCESS")
        node.access = value.trimmed();
    else if (key == u"STATUS")
        node.status = value.trimmed();
    else if (key == u"AUGMENTS")
        node.augments = inside(value, u'{', u'}').trimmed();
    else if (key == u"INDEX")
        node.indexes = inside(value, u'{', u'}').trimmed();
    else if (key == u"OBJECTS" || key == u"VARIABLES")
        node.objects = inside(value, u'{', u'}').trimmed();
}

/// One node: its OID, its name and macro, a clause a line, the description over many, perhaps DEFVAL, "::= { ... }" and
/// an empty line.
Translated read(const QStringList &lines) {
    Translated node;
    node.oid = Oid::parse(lines.value(0)).value_or(Oid());
    node.name = lines.value(1).section(u' ', 0, 0);
    node.macro = lines.value(1).section(u' ', 1);
    qsizetype end = lines.size() - 1;
    while (end > 2 && !lines[end].startsWith(u"::="_s))
        --end;
    if (const QString &last = lines.value(end - 1); last.startsWith(Default)) {
        node.defaultValue = inside(last.mid(Default.size()), u'{', u'}').replace(u"\\\""_s, u"\""_s);
        --end;
    }
    QString key;
    QString value;
    for (qsizetype i = 2; i < end; ++i) {
        const QString &line = lines[i];
        if (line.startsWith(Description)) {
            node.description = inside(lines.mid(i, end - i).join(u'\n'), u'"', u'"');
            break;
        }
        if (line.startsWith(Convention)) {
            node.convention = line.mid(Convention.size());
        } else if (line.startsWith(u"  "_s) && line.contains(u'\t')) {
            readClause(key, value, node);
            key = line.section(u'\t', 0, 0).trimmed();
            value = line.section(u'\t', 1);
        } else if (const qsizetype next = line.indexOf(Unknown); next >= 0) {
            readClause(key, value, node);
            key = u"MAX-ACCESS"_s;
            value = line.mid(next + Unknown.size());
        } else {
            value += u'\n' + line;
        }
    }
    readClause(key, value, node);
    return node;
}

} // namespace

NetSnmpMibs::NetSnmpMibs(const QString &folder, const QStringList &modules)
    : m_arguments({u"-m"_s, modules.join(u':'), u"-M"_s, folder, u"-w"_s, u"1000000"_s}) {}

bool NetSnmpMibs::isInstalled() { return !program().isEmpty(); }

QString NetSnmpMibs::run(const QStringList &arguments) const {
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program(), m_arguments + arguments);
    process.waitForFinished(Patience);
    return QString::fromLatin1(process.readAllStandardOutput());
}

QList<NetSnmpMibs::Named> NetSnmpMibs::names() const {
    static const QRegularExpression line(u"\"([^\"]+)\"\\s+\"([0-9.]+)\""_s);
    const QString text = run({u"-Tz"_s});
    QList<Named> result;
    for (auto match = line.globalMatch(text); match.hasNext();) {
        const auto pair = match.next();
        result.append({pair.captured(2), pair.captured(1)});
    }
    return result;
}

QList<Translated> NetSnmpMibs::details(const QStringList &nodes) const {
    QList<Translated> result;
    for (qsizetype begin = 0; begin < nodes.size(); begin += AtOnce) {
        const QStringList asked = nodes.mid(begin, AtOnce);
        const QStringList lines = run(QStringList{u"-On"_s, u"-Td"_s} + asked).split(u'\n');
        // A node begins with its OID after an empty line; a description has no such line.
        static const QRegularExpression first(u"^\\.[0-9.]+$"_s);
        QStringList node;
        for (const QString &line : lines) {
            if (first.match(line).hasMatch() && (node.isEmpty() || node.last().isEmpty())) {
                if (!node.isEmpty())
                    result.append(read(node));
                node.clear();
            }
            node.append(line);
        }
        if (!node.isEmpty() && !node.first().isEmpty())
            result.append(read(node));
    }
    return result;
}

} // namespace walkabout::test
