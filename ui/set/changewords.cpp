// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/changewords.h"

using namespace Qt::StringLiterals;

namespace walkabout::changewords {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ChangeWords", text); }

} // namespace

QString failure(const Failure &failure, const Describe &describe) {
    QStringList arguments = failure.arguments();
    const auto oid = failure.kind() == Failure::Kind::AgentError ? Oid::parse(arguments.value(1)) : std::nullopt;
    if (!oid)
        return failure.text();
    arguments[1] = describe.typedName(*oid);
    return Failure(failure.kind(), arguments).text();
}

QString value(const Oid &instance, const std::optional<Value> &value, const Describe &describe) {
    if (!value)
        return tr("not read");
    if (value->isException())
        return tr("not there");
    if (value->type() == Value::Type::OctetString && value->octets().isEmpty())
        return u"\"\""_s;
    QString text = describe.value({instance, *value});
    for (const QChar c : u"\r\n\t"_s)
        text.replace(c, u' ');
    return text;
}

QString state(const ChangeSheet::Entry &entry, bool isSending, const Describe &describe) {
    if (isSending)
        return tr("on its way …");
    if (entry.refusal)
        return failure(*entry.refusal, describe);
    if (entry.expected)
        return tr("was %1 when it was put here: look again, then send")
            .arg(value(entry.change.oid, entry.expected, describe));
    return tr("pending");
}

QString outcome(const DoneChange &done, const Describe &describe) {
    const QString now = value(done.change.oid, done.after, describe);
    const QString wanted = value(done.change.oid, done.change.value, describe);
    const bool isSilent = done.failure.has_value();
    switch (done.outcome) {
    case DoneChange::Outcome::Made:
        return isSilent ? tr("no answer, but it was made: read back") : tr("set, and read back");
    case DoneChange::Outcome::Taken: return tr("set; it cannot be read back");
    case DoneChange::Outcome::Differs:
        return isSilent ? tr("no answer, read back %1, wanted %2").arg(now, wanted)
                        : tr("set, read back %1, wanted %2").arg(now, wanted);
    case DoneChange::Outcome::NotMade:
        return isSilent && done.after ? tr("no answer, and it was not made: read back")
                                      : tr("not made: the device refused the whole");
    case DoneChange::Outcome::Refused: return failure(*done.failure, describe);
    case DoneChange::Outcome::Unknown: return tr("No answer: the change may have been made, and cannot be read back");
    }
    return {};
}

bool isGood(const DoneChange &done) {
    return done.outcome == DoneChange::Outcome::Made || done.outcome == DoneChange::Outcome::Taken;
}

} // namespace walkabout::changewords
