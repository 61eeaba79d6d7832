// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/objectlist.h"

#include "core/work/objectname.h"
#include "core/work/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

QStringList splitObjects(const QString &text) {
    QStringList objects;
    for (const QString &line : text.split(u'\n')) {
        QString word;
        int depth = 0;
        bool quoted = false;
        const auto take = [&] {
            if (!word.isEmpty())
                objects += std::exchange(word, {});
        };
        for (const QChar c : line) {
            if (c == u'"')
                quoted = !quoted;
            else if (!quoted && c == u'[')
                ++depth;
            else if (!quoted && c == u']')
                --depth;
            if (!quoted && depth <= 0 && c == u'=') // what follows is a value
                break;
            if (!quoted && depth <= 0 && (c.isSpace() || c == u','))
                take();
            else
                word += c;
        }
        take();
    }
    objects.removeDuplicates();
    return objects;
}

bool asksTheSame(const Query &one, const Query &other, const Library &library) {
    return one.verb == other.verb
        && std::ranges::equal(one.objects, other.objects, [&library](const QString &some, const QString &others) {
               if (some == others)
                   return true;
               const Result<ObjectName> first = ObjectName::parse(some, library);
               const Result<ObjectName> second = ObjectName::parse(others, library);
               return first && second && first->oid == second->oid;
           });
}

} // namespace walkabout
