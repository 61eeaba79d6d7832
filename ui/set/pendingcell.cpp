// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/pendingcell.h"

#include "ui/set/changewords.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

QVariant pendingCell(const ChangeSheet::Entry &entry, const Describe &describe, int role) {
    const auto shown
        = [&](const std::optional<Value> &value) { return changewords::value(entry.change.oid, value, describe); };
    switch (role) {
    case Qt::DisplayRole: return u"→ "_s + shown(entry.change.value);
    case Qt::BackgroundRole: return tint(QApplication::palette(), entry.refusal ? Tint::BadBack : Tint::NoticeBack);
    case Qt::ForegroundRole: return QApplication::palette().color(QPalette::Text);
    case Qt::FontRole: {
        QFont font = monospaced();
        font.setBold(true);
        return font;
    }
    case Qt::ToolTipRole: {
        QStringList lines{QCoreApplication::translate("PendingCell", "Pending: %1").arg(shown(entry.change.value)),
            QCoreApplication::translate("PendingCell", "Now: %1").arg(shown(entry.before))};
        if (entry.refusal)
            lines << changewords::failure(*entry.refusal, describe);
        lines << QCoreApplication::translate("PendingCell", "Ctrl+Enter sends the sheet, Delete takes this off it.");
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return QCoreApplication::translate("PendingCell", "%1, pending, now %2")
            .arg(shown(entry.change.value), shown(entry.before));
    default: return {};
    }
}

} // namespace walkabout
