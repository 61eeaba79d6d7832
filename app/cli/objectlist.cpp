// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/objectlist.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace walkabout {

Result<QStringList> objectList(const std::vector<std::string> &words) {
    QStringList objects;
    for (const std::string &word : words) {
        const QString text = QString::fromStdString(word);
        if (text != "-"_L1 && !text.startsWith(u'@')) {
            objects.append(text);
            continue;
        }
        QFile file(text.mid(1));
        const bool open = text == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!open)
            return Failure(Failure::Kind::File, {file.fileName(), file.errorString()});
        for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
            const QString object = QString::fromUtf8(line).trimmed();
            if (!object.isEmpty() && !object.startsWith(u'#'))
                objects.append(object);
        }
    }
    return objects;
}

} // namespace walkabout
