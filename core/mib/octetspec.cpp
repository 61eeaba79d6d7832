// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/octetspec.h"

#include <algorithm>

namespace walkabout::displayhint {

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// A separator or terminator may be anything that cannot begin the next specification.
bool isMark(QChar c) { return !isDigit(c) && c != u'*'; }

} // namespace

QList<OctetSpec> OctetSpec::read(QStringView hint) {
    QList<OctetSpec> specs;
    qsizetype i = 0;
    while (i < hint.size()) {
        OctetSpec spec;
        if (hint[i] == u'*') {
            spec.repeats = true;
            ++i;
        }
        if (i >= hint.size() || !isDigit(hint[i]))
            return {};
        for (; i < hint.size() && isDigit(hint[i]); ++i)
            spec.length = std::min(spec.length * 10 + (hint[i].unicode() - u'0'), Longest);
        if (i >= hint.size() || !QStringView(u"dxoat").contains(hint[i]))
            return {};
        spec.format = hint[i++].unicode();
        if (i < hint.size() && isMark(hint[i]))
            spec.separator = hint[i++];
        if (spec.repeats && i < hint.size() && isMark(hint[i]))
            spec.terminator = hint[i++];
        specs.append(spec);
    }
    return specs;
}

} // namespace walkabout::displayhint
