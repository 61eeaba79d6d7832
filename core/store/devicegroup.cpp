// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicegroup.h"

#include <QCollator>

#include <algorithm>

namespace walkabout::devicegroup {

namespace {

constexpr QChar Separator = u'/';

} // namespace

QString tidy(const QString &path) {
    QStringList names;
    for (const QString &name : path.split(Separator)) {
        if (const QString tidied = name.simplified(); !tidied.isEmpty())
            names += tidied;
    }
    return names.join(Separator);
}

QString name(const QString &path) { return path.mid(path.lastIndexOf(Separator) + 1); }

QString parent(const QString &path) { return path.left(std::max<qsizetype>(path.lastIndexOf(Separator), 0)); }

QString below(const QString &parent, const QString &name) {
    return parent.isEmpty() ? name : parent + Separator + name;
}

bool isWithin(const QString &path, const QString &group) {
    return group.isEmpty() || path == group || path.startsWith(group + Separator);
}

QString moved(const QString &path, const QString &from, const QString &to) {
    if (from.isEmpty() || !isWithin(path, from))
        return path;
    return path == from ? to : tidy(to + path.mid(from.size()));
}

QStringList whole(const QStringList &paths) {
    QStringList all;
    for (QString path : paths) {
        for (path = tidy(path); !path.isEmpty() && !all.contains(path); path = parent(path))
            all += path;
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(all, [&collator](const QString &a, const QString &b) {
        const QStringList left = a.split(Separator);
        const QStringList right = b.split(Separator);
        for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
            if (left[i] == right[i])
                continue;
            const int order = collator.compare(left[i], right[i]);
            return order != 0 ? order < 0 : left[i] < right[i];
        }
        return left.size() < right.size();
    });
    return all;
}

} // namespace walkabout::devicegroup
