// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/importtext.h"

#include "core/base/count.h"
#include "core/mib/collection.h"
#include "ui/mib/mibtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::importtext {

namespace {

using Fate = ImportFile::Fate;
using Standing = ImportModule::Standing;

// A mark farther to the right stands under a part of the line that is not shown.
constexpr int LastMarkedColumn = 150;

QString owner(int tier) {
    switch (tier) {
    case Collection::User: return MibText::tr("yours");
    case Collection::System: return MibText::tr("the system's");
    default: return MibText::tr("the program's own");
    }
}

QString day(const QString &date) { return date.isEmpty() ? MibText::tr("no date") : date.left(10); }

QString standing(const ImportModule &module) {
    const QString other = u"%1 (%2)"_s.arg(owner(module.otherTier), day(module.otherUpdated));
    switch (module.standing) {
    case Standing::New:
    case Standing::Same: break;
    case Standing::Newer: return MibText::tr("newer than %1").arg(other);
    case Standing::Older: return MibText::tr("older than %1").arg(other);
    case Standing::Different: return MibText::tr("another text than %1").arg(other);
    }
    return {};
}

QString lines(const QStringList &names) { return u"\n    "_s + names.join(u"\n    "_s); }

QString severity(Diagnostic::Severity severity) {
    switch (severity) {
    case Diagnostic::Severity::Error: return MibText::tr("error");
    case Diagnostic::Severity::Warning: return MibText::tr("warning");
    case Diagnostic::Severity::Note: break;
    }
    return MibText::tr("note");
}

} // namespace

QString modules(const ImportFile &file) {
    QStringList names;
    for (const ImportModule &module : file.modules)
        names += module.name;
    return names.isEmpty() ? file.name : names.join(u", "_s);
}

QStringList choices(const ImportFile &file) {
    const bool meetsUsed
        = std::ranges::any_of(file.modules, [](const ImportModule &one) { return one.standing != Standing::New; });
    return {meetsUsed ? MibText::tr("Keep the one in use") : MibText::tr("Leave it out"), MibText::tr("Use this one")};
}

QString fate(const ImportFile &file) {
    switch (file.fate) {
    case Fate::Add: return MibText::tr("will be added");
    case Fate::Same: return MibText::tr("already here");
    case Fate::Conflict: return choices(file)[file.isChosen ? 1 : 0];
    case Fate::NotMib: break;
    }
    return file.reason;
}

QString remark(const ImportPlan &plan, const ImportFile &file) {
    QStringList parts;
    if (file.fate == Fate::Same)
        return file.same;
    for (const ImportModule &module : file.modules) {
        if (const QString text = standing(module); !text.isEmpty())
            parts += file.modules.size() > 1 ? module.name + u": "_s + text : text;
    }
    if (!file.rivals.isEmpty())
        parts += MibText::tr("also in %1").arg(plan.files()[file.rivals.front()].shownPath());
    const auto count = [&file](Diagnostic::Severity which) {
        return std::ranges::count(file.diagnostics, which, &Diagnostic::severity);
    };
    if (const auto errors = count(Diagnostic::Severity::Error); errors > 0)
        parts += counted(errors, MibText::tr("%1 error"), MibText::tr("%1 errors"));
    if (const auto warnings = count(Diagnostic::Severity::Warning); warnings > 0)
        parts += counted(warnings, MibText::tr("%1 warning"), MibText::tr("%1 warnings"));
    return parts.join(u", "_s);
}

QString complaint(const Diagnostic &diagnostic) {
    QString text = diagnostic.file;
    if (diagnostic.line > 0)
        text += u":%1:%2"_s.arg(diagnostic.line).arg(diagnostic.column);
    text += u": %1: %2 [%3]"_s.arg(severity(diagnostic.severity), diagnostic.message, diagnostic.code);
    if (diagnostic.excerpt.isEmpty())
        return text;
    text += u"\n    "_s + diagnostic.excerpt;
    if (diagnostic.column > 0 && diagnostic.column <= std::min(LastMarkedColumn, int(diagnostic.excerpt.size()))) {
        // Tabs stay tabs, so that the mark stands under its byte whatever a tab is wide.
        QString blanks = diagnostic.excerpt.first(diagnostic.column - 1);
        std::ranges::replace_if(
            blanks, [](QChar c) { return c != u'\t'; }, QChar(u' '));
        text += u"\n    "_s + blanks + u'^';
    }
    return text;
}

QString details(const ImportPlan &plan, const ImportFile &file) {
    QStringList lines{file.shownPath()};
    if (!file.reason.isEmpty())
        lines += file.reason;
    if (!file.same.isEmpty())
        lines += MibText::tr("Already at %1").arg(file.same);
    for (const ImportModule &module : file.modules) {
        if (const QString text = standing(module); !text.isEmpty())
            lines += u"%1 (%2): %3, %4"_s.arg(module.name, day(module.lastUpdated), text, module.other);
    }
    for (const qsizetype rival : file.rivals)
        lines += MibText::tr("Also in %1").arg(plan.files()[rival].shownPath());
    for (const QString &replaced : file.replaces)
        lines += MibText::tr("Replaces %1, which is kept beside the folder").arg(replaced);
    for (const Diagnostic &diagnostic : file.diagnostics)
        lines += complaint(diagnostic);
    return lines.join(u'\n');
}

QString details(const ImportPlan::Missing &missing) {
    return MibText::tr("%1 is not there. Import the file that defines it.").arg(missing.module) + u'\n'
        + MibText::tr("Wanted by:") + lines(missing.wantedBy) + u'\n' + MibText::tr("For:") + lines(missing.symbols);
}

} // namespace walkabout::importtext
