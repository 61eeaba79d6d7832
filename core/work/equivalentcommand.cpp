// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/equivalentcommand.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString quoted(const QString &text) {
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (plain.match(text).hasMatch())
        return text;
    QString inner = text;
    return u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString program(const Device &device, const Query &query) {
    const bool bulk = device.version != Version::V1;
    switch (query.verb) {
    case Verb::Get: return u"snmpget"_s;
    case Verb::Next: return u"snmpgetnext"_s;
    case Verb::Bulk: return u"snmpbulkget"_s;
    case Verb::Walk: return bulk ? u"snmpbulkwalk"_s : u"snmpwalk"_s;
    case Verb::Table: return u"snmptable"_s;
    case Verb::Set: return u"snmpset"_s;
    }
    return {};
}

QString ourVerb(Verb verb) {
    switch (verb) {
    case Verb::Get: return u"get"_s;
    case Verb::Next: return u"next"_s;
    case Verb::Bulk: return u"bulk"_s;
    case Verb::Walk: return u"walk"_s;
    case Verb::Table: return u"table"_s;
    case Verb::Set: return u"set"_s;
    }
    return {};
}

QStringList access(const Device &device) {
    if (device.version != Version::V3)
        return {u"-v"_s, device.version == Version::V1 ? u"1"_s : u"2c"_s, u"-c"_s, u"\"$COMMUNITY\""_s};
    QStringList words{u"-v"_s, u"3"_s, u"-l"_s, Credential::name(device.level), u"-u"_s, quoted(device.user)};
    if (device.level != SecurityLevel::NoAuthNoPriv)
        words += {u"-a"_s, quoted(Credential::name(device.auth)), u"-A"_s, u"\"$AUTH\""_s};
    if (device.level == SecurityLevel::AuthPriv)
        words += {u"-x"_s, quoted(Credential::name(device.priv)), u"-X"_s, u"\"$PRIV\""_s};
    if (!device.contextName.isEmpty())
        words += {u"-n"_s, quoted(device.contextName)};
    return words;
}

} // namespace

QString equivalentCommand(const Device &device, const Query &query) {
    QStringList words;
    if (device.kind == Device::Kind::Live) {
        words += program(device, query);
        words += access(device);
        const Bounds usual;
        if (device.bounds.timeout != usual.timeout)
            words += {u"-t"_s, QString::number(double(device.bounds.timeout.count()) / 1000)};
        if (device.bounds.retries != usual.retries)
            words += {u"-r"_s, QString::number(device.bounds.retries)};
    } else {
        words += {u"walkabout-cli"_s, ourVerb(query.verb)};
    }
    if (query.verb == Verb::Bulk)
        words += {u"-Cn%1"_s.arg(query.nonRepeaters), u"-Cr%1"_s.arg(query.maxRepetitions)};
    switch (device.kind) {
    case Device::Kind::Live: words += quoted(device.endpoint.toString()); break;
    case Device::Kind::Recording: words += quoted(device.recording); break;
    case Device::Kind::Demo: words += u"demo"_s; break;
    }
    for (const QString &object : query.objects)
        words += quoted(object);
    return words.join(u' ');
}

} // namespace walkabout
