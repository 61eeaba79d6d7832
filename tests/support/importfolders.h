// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/compiler.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace walkabout::test {

/// A person's MIB folder, folders of the system's and of what is dropped, and the library of the first two.
class ImportFolders final {
public:
    [[nodiscard]] QString user() const { return m_folder.filePath(QStringLiteral("data/mibs")); }
    [[nodiscard]] QString dropped() const { return m_folder.filePath(QStringLiteral("dropped")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Below "data/mibs", "system", "given" or "dropped"; gives the path.
    QString write(const QString &name, const QByteArray &bytes) const {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    [[nodiscard]] static QByteArray read(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] Library::Pointer library() const {
        Collection collection;
        for (const auto &[name, tier] :
            {std::pair("given", Collection::User), {"data/mibs", Collection::User}, {"system", Collection::System}}) {
            if (const QString path = m_folder.filePath(QLatin1String(name)); QDir(path).exists())
                collection.folders.append({path, tier});
        }
        collection.folders.append({QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped});
        return compileLibrary(collection);
    }

    /// A module of one object; the date as LAST-UPDATED has it.
    [[nodiscard]] static QByteArray module(
        const QByteArray &name, const QByteArray &date, int number, const QByteArray &imports = {}) {
        const QByteArray object = name.toLower().replace('-', QByteArray());
        return name + " DEFINITIONS ::= BEGIN\nIMPORTS MODULE-IDENTITY, enterprises FROM SNMPv2-SMI" + imports + ";\n"
            + object + " MODULE-IDENTITY LAST-UPDATED \"" + date
            + "\" ORGANIZATION \"o\" CONTACT-INFO \"c\" DESCRIPTION \"d\" ::= { enterprises 99999 "
            + QByteArray::number(number) + " }\nEND\n";
    }

private:
    QTemporaryDir m_folder;
};

} // namespace walkabout::test
