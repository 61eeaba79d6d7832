// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/pastedcommand.h"

#include "core/base/bytes.h"

#include <QFileInfo>

#include <cmath>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// Both kinds of quotes, and the backslash, as a shell reads them.
QStringList shellWords(const QString &line) {
    QStringList words;
    QString word;
    QChar quote;
    bool begun = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\\' && quote != u'\'' && i + 1 < line.size()) {
            word += line[++i];
            begun = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            begun = true;
        } else if (c.isSpace()) {
            if (begun)
                words += std::exchange(word, {});
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun)
        words += word;
    return words;
}

// Without what stands before the program's name.
QStringList commandWords(QString text) {
    text.replace(u"\r\n"_s, u"\n"_s).replace(u"\\\n"_s, u" "_s);
    QStringList words = shellWords(text.trimmed().section(u'\n', 0, 0));
    while (!words.isEmpty() && (words.first() == u"$" || words.first() == u"#" || words.first() == u"sudo"))
        words.removeFirst();
    return words;
}

std::optional<Verb> verbOf(const QString &program) {
    static const QHash<QString, Verb> verbs{{u"snmpget"_s, Verb::Get}, {u"snmpgetnext"_s, Verb::Next},
        {u"snmpbulkget"_s, Verb::Bulk}, {u"snmpwalk"_s, Verb::Walk}, {u"snmpbulkwalk"_s, Verb::Walk},
        {u"snmptable"_s, Verb::Table}};
    const auto found = verbs.constFind(program);
    return found == verbs.cend() ? std::nullopt : std::optional(*found);
}

// One letter with its argument; false: a letter that changes nothing here.
bool take(QChar letter, const QString &argument, PastedCommand &command) {
    Device &device = command.device;
    switch (letter.unicode()) {
    case u'v': device.version = Credential::versionNamed(argument).value_or(device.version); return true;
    case u'c': command.secrets.readCommunity = Secret(argument.toUtf8()); return true;
    case u'u': device.user = argument; return true;
    case u'l': device.level = Credential::levelNamed(argument).value_or(device.level); return true;
    case u'a': device.auth = Credential::authNamed(argument).value_or(device.auth); return true;
    case u'x': device.priv = Credential::privNamed(argument).value_or(device.priv); return true;
    case u'A': command.secrets.authPassphrase = Secret(argument.toUtf8()); return true;
    case u'X': command.secrets.privPassphrase = Secret(argument.toUtf8()); return true;
    case u'n': device.contextName = argument; return true;
    case u'e': device.engineId = bytes::fromHex(argument).value_or(QByteArray()); return true;
    case u't': device.bounds.timeout = std::chrono::milliseconds(std::llround(argument.toDouble() * 1000)); return true;
    case u'r': device.bounds.retries = argument.toInt(); return true;
    default: return false;
    }
}

} // namespace

bool PastedCommand::looksLike(const QString &text) {
    const QStringList words = commandWords(text);
    return words.size() > 1 && verbOf(QFileInfo(words.first()).fileName());
}

std::optional<PastedCommand> PastedCommand::parse(const QString &text) {
    const QStringList words = commandWords(text);
    if (words.size() < 2)
        return {};
    const std::optional<Verb> verb = verbOf(QFileInfo(words.first()).fileName());
    if (!verb)
        return {};
    PastedCommand command;
    command.verb = *verb;
    QString target;
    QString letters; // that were given
    static const QString withArgument = u"vculaxAXnetrmMOIPCDEZ"_s;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words[i];
        if (word.startsWith(u'-') && word.size() > 1) {
            QString argument = word.mid(2);
            // -O, -C and their like carry their argument in the same word.
            if (argument.isEmpty() && withArgument.contains(word[1]) && i + 1 < words.size())
                argument = words[++i];
            if (take(word[1], argument, command))
                letters += word[1];
        } else if (target.isEmpty()) {
            target = word;
        } else {
            command.objects += word;
        }
    }
    const Result<Endpoint> endpoint = Endpoint::parse(target);
    if (!endpoint)
        return {};
    command.device.endpoint = *endpoint;
    if (!letters.contains(u'v') && letters.contains(u'u'))
        command.device.version = Version::V3; // a user is nothing else
    // The tools would take noAuthNoPriv and drop the keys that were given.
    if (!letters.contains(u'l'))
        command.device.level = letters.contains(u'X') ? SecurityLevel::AuthPriv
            : letters.contains(u'A')                  ? SecurityLevel::AuthNoPriv
                                                      : SecurityLevel::NoAuthNoPriv;
    // And these protocols where none is named.
    if (!letters.contains(u'a'))
        command.device.auth = AuthProtocol::Md5;
    if (!letters.contains(u'x'))
        command.device.priv = PrivProtocol::Des;
    return command;
}

} // namespace walkabout
