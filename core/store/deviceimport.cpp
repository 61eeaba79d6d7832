// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deviceimport.h"

#include "core/store/devicetable.h"
#include "core/store/project.h"
#include "core/store/snmpconf.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr qint64 LargestImport = qint64(32) << 20; // hundreds of thousands of devices

bool isSnmpConf(const QString &path) {
    return QFileInfo(path).fileName().startsWith("snmp"_L1) && path.endsWith(".conf"_L1);
}

} // namespace

Result<DeviceImport> DeviceImport::open(const QString &path) {
    QFile file(path);
    // Secrets may stand in it: no buffer beside ours.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure(Failure::Kind::File, {path, file.errorString()});
    if (file.size() > LargestImport)
        return Failure(
            Failure::Kind::File, {path, QCoreApplication::translate("DeviceImport", "it is larger than 32 MiB")});
    const Secret text = Secret::take(file.readAll());
    if (text.reveal().trimmed().startsWith('{'))
        return Project::read(text.reveal().toByteArray(), path);
    if (isSnmpConf(path))
        return snmpconf::read(text.reveal());
    return devicetable::read(text.reveal(), path);
}

bool DeviceImport::looksImportable(const QString &path) {
    const QFileInfo info(path);
    return !info.isDir() && (isSnmpConf(path) || info.suffix() == "csv"_L1 || path.endsWith(Project::suffix()));
}

} // namespace walkabout
