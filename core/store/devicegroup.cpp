// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicegroup.h"

#include <algorithm>

namespace walkabout::devicegroup {

namespace {

constexpr QChar Separator = u'/';

// "site 2" before "Site 10", in every locale.
bool standsBefore(QStringView a, QStringView b) {
    const auto digits = [](QStringView text) {
        qsizetype n = 0;
        while (n < text.size() && text[n].isDigit())
            ++n;
        return n;
    };
    while (!a.isEmpty() && !b.isEmpty()) {
        const qsizetype left = digits(a);
        const qsizetype right = digits(b);
        if (left > 0 && right > 0) {
            if (const qulonglong x = a.first(left).toULongLong(), y = b.first(right).toULongLong(); x != y)
                return x < y;
            a = a.sliced(left);
            b = b.sliced(right);
            continue;
        }
        if (const int order = a.first(1).compare(b.first(1), Qt::CaseInsensitive); order != 0)
            return order < 0;
        a = a.sliced(1);
        b = b.sliced(1);
    }
    return a.size() < b.size();
}

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
    std::ranges::sort(all, [](const QString &a, const QString &b) {
        const QStringList left = a.split(Separator);
        const QStringList right = b.split(Separator);
        for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
            if (left[i] == right[i])
                continue;
            const bool first = standsBefore(left[i], right[i]);
            return first || (!standsBefore(right[i], left[i]) && left[i] < right[i]);
        }
        return left.size() < right.size();
    });
    return all;
}

} // namespace walkabout::devicegroup
