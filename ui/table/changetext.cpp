// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/changetext.h"

#include "core/work/namedobject.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace walkabout::changetext {

QString clock(UtcMicroseconds time) {
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count()).toString(u"HH:mm:ss"_s);
}

QString value(const Describe &describe, const VarBind &varBind) {
    if (const EnumItem *item = describe.object(varBind.oid).text().item(varBind.value))
        return item->label;
    const QString text = describe.value(varBind).simplified();
    return text.isEmpty() ? u"\"\""_s : text;
}

} // namespace walkabout::changetext
