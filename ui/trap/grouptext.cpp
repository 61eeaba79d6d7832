// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/grouptext.h"

#include "core/base/count.h"
#include "core/trap/notificationtext.h"
#include "ui/shared/localtime.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("GroupText", text); }

} // namespace

QString GroupText::heading(int column) {
    switch (column) {
    case Level: return tr("Severity");
    case Count: return tr("Count");
    case Source: return tr("Source");
    case Name: return tr("Notification");
    case Subject: return tr("Instance");
    case First: return tr("First");
    case Last: return tr("Last");
    default: return {};
    }
}

QString GroupText::name(const TrapGroup &group) const {
    Notification notification;
    notification.oid = group.notification;
    if (group.notification.isEmpty())
        notification.failure = Failure(Failure::Kind::Malformed);
    return notificationtext::name(notification, m_describe.plain());
}

QString GroupText::subject(const Line &line) const {
    if (line.read == 0)
        return u"…"_s;
    return line.subject.isEmpty() ? line.reason : m_describe.of(line.device).typedName(line.subject);
}

QString GroupText::text(const Line &line, int column) const {
    switch (column) {
    case Level: return severity::text(line.group.worst);
    case Count: return QString::number(line.group.count);
    case Source: return m_names.value(line.group.source, line.group.source);
    case Name: return name(line.group);
    case Subject: return subject(line);
    case First: return shortLocalTime(line.group.first);
    case Last: return shortLocalTime(line.group.last);
    default: return {};
    }
}

QString GroupText::tip(const Line &line, int column) const {
    switch (column) {
    case Count: return grouped(line.group.count);
    case Source: return line.group.source;
    case Name: return line.group.notification.isEmpty() ? name(line.group) : line.group.notification.toString();
    case Subject: return line.subject.isEmpty() ? subject(line) : line.subject.toString();
    case First: return isoUtc(line.group.first);
    case Last: return isoUtc(line.group.last);
    default: return text(line, column);
    }
}

QVariant GroupText::colour(const Line &line, int column) {
    const QPalette colours = QApplication::palette();
    const bool isBad = column == Level && line.group.worst >= Severity::Major;
    if (isBad || line.group.notification.isEmpty())
        return tint(colours, Tint::Bad);
    const bool isDim = column == First || column == Last || (column == Subject && line.subject.isEmpty());
    return isDim ? tint(colours, Tint::Dim) : QVariant();
}

// A source finds the addresses that begin with it, a name all that hold it: a subnet of one address, and a name's
// number where there is none, are exact.
QString GroupText::terms(const Line &line, const TrapRecord *record, bool isAlone) const {
    const QString &address = line.group.source;
    QString source = u"source:"_s + address;
    if (!isAlone)
        source += address.contains(u':') ? u"/128"_s : u"/32"_s;
    if (line.group.notification.isEmpty())
        return source + (record && record->lost > 0 ? u" kind:lost"_s : u" kind:unreadable"_s);
    const bool isNamed = !m_describe.plain().library()->node(line.group.notification).isNull();
    QStringList terms{source, u"name:"_s + (isNamed ? name(line.group) : line.group.notification.toString())};
    const QString subject = line.subject.isEmpty() ? QString() : m_describe.plain().typedName(line.subject);
    const auto isPlain = [](QChar letter) { return !letter.isSpace() && letter != u'"'; };
    if (!subject.isEmpty() && std::ranges::all_of(subject, isPlain))
        terms += subject;
    return terms.join(u' ');
}

} // namespace walkabout
