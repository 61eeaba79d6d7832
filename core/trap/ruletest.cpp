// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/ruletest.h"

#include "core/trap/notificationtext.h"
#include "core/trap/trapdraft.h"
#include "core/work/change.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace walkabout {

QString RuleTest::lineOf(const TrapRecord &record, const Describe &describe) {
    const Notification &notification = record.notification;
    QStringList words{notification.source().toString(), describe.name(notification.oid)};
    for (const VarBind &varBind : notification.varBinds) {
        if (Notification::isMapping(varBind.oid))
            continue;
        const QString value = u"%1=%2"_s.arg(describe.name(varBind.oid), describe.value(varBind));
        if (!change::parse(*describe.library(), value, change::Use::Notify))
            continue; // it cannot be typed
        const bool isPlain = !value.contains(u' ') && !value.contains(u'"');
        words += isPlain ? value : u'"' + QString(value).replace(u"\""_s, u"\"\"\""_s) + u'"';
    }
    return words.join(u' ');
}

Result<RuleTest> RuleTest::run(
    const QString &line, const QList<Rule> &rules, const Library::Pointer &library, const SourceNames &names) {
    const QStringList words = QProcess::splitCommand(line); // quotes hold spaces
    QHostAddress source(words.value(0));
    if (source.isNull())
        source = QHostAddress(names.key(words.value(0)));
    if (source.isNull()) {
        return Failure(Failure::Kind::BadUsage,
            {tr("Begin with a source's address or a device's name, then the notification: 192.0.2.7 linkDown")});
    }
    RuleTest test;
    test.record.notification.time = utcNow();
    test.record.notification.peer.address = source;
    if (words.size() > 1) {
        const auto draft = TrapDraft::parse(*library, words[1], words.mid(2));
        if (!draft)
            return draft.failure();
        test.record.notification.oid = draft->oid;
        test.record.notification.varBinds = draft->varBinds;
    }
    RuleSet set;
    set.setLibrary(library);
    set.setNames(names);
    set.setRules(rules);
    test.rule = set.apply(test.record);
    return test;
}

QString RuleTest::text(const QList<Rule> &rules, const QStringList &markNames) const {
    QStringList does{tr("severity %1").arg(severity::text(record.severity))};
    if (record.isHidden)
        does += tr("hidden");
    if (record.mark > 0)
        does += tr("marked %1").arg(markNames.value(record.mark));
    if (rule && rules[*rule].alert)
        does += tr("a notice of the desktop");
    if (!rule)
        return tr("No rule decides: %1.").arg(does.join(u", "_s));
    return tr("Rule %1, “%2”, decides: %3.").arg(*rule + 1).arg(rules[*rule].name, does.join(u", "_s));
}

} // namespace walkabout
