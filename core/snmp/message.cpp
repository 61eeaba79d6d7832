// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/message.h"

#include <array>

namespace walkabout {

QString errorStatusName(int status) {
    static constexpr std::array<QStringView, 19> names = {u"noError", u"tooBig", u"noSuchName", u"badValue",
        u"readOnly", u"genErr", u"noAccess", u"wrongType", u"wrongLength", u"wrongEncoding", u"wrongValue",
        u"noCreation", u"inconsistentValue", u"resourceUnavailable", u"commitFailed", u"undoFailed",
        u"authorizationError", u"notWritable", u"inconsistentName"};
    if (status >= 0 && size_t(status) < names.size())
        return names[size_t(status)].toString();
    return QString::number(status);
}

} // namespace walkabout
