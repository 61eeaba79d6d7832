// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/keptrecordings.h"

#include "core/base/log.h"
#include "core/sim/recording.h"
#include "core/work/objectname.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::keptrecordings {

namespace {

constexpr qsizetype LinesLookedAt = 200;
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

QString tr(const char *text) { return QCoreApplication::translate("KeptRecordings", text); }

QByteArray firstLines(const QString &text) {
    qsizetype end = 0;
    for (qsizetype line = 0; line < LinesLookedAt && end >= 0; ++line)
        end = text.indexOf(u'\n', end + 1);
    return text.left(end).toUtf8();
}

QString nameIn(const QString &text, const Library &library) {
    const QByteArray head = firstLines(text);
    const auto recording = Recording::parse(
        head, Recording::formatOf({}, head), [&library](QStringView name) { return ObjectName::oidOf(name, library); });
    for (const VarBind &varBind : recording.varBinds()) {
        if (varBind.oid == sysName)
            return QString::fromUtf8(varBind.value.octets()).simplified().left(60);
    }
    return {};
}

QString freePath(const QString &folder, Recording::Format format) {
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmmss");
    const QString suffix = format == Recording::Format::SnmpRec ? u".snmprec"_s : u".snmpwalk"_s;
    QString path = folder + u"/pasted-"_s + stamp + suffix;
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = folder + u"/pasted-%1-%2%3"_s.arg(stamp).arg(n).arg(suffix);
    return path;
}

} // namespace

Device keep(DeviceStore &store, const Device &device) {
    if (device.kind != Device::Kind::Recording || store.find(device.id))
        return device;
    for (const Device &saved : store.devices()) {
        if (saved.kind == Device::Kind::Recording && saved.recording == device.recording)
            return saved;
    }
    Device kept = device;
    kept.name = store.freeName(device.label());
    if (const auto failure = store.save(kept))
        qCWarning(lcStore).noquote() << failure->logText();
    return kept;
}

bool looksLikeWalk(const QString &text) {
    const QByteArray head = firstLines(text);
    quint32 arc = 0;
    const auto anyName = [&arc](QStringView) { return std::optional(Oid{1, 3, ++arc}); };
    const auto recording = Recording::parse(head, Recording::formatOf({}, head), anyName);
    return recording.varBinds().size() > 1 && recording.varBinds().size() >= recording.badLines().size();
}

Result<Device> keepText(DeviceStore &store, const QString &text, const QString &folder, const Library &library) {
    const QByteArray bytes = text.toUtf8() + '\n';
    if (!QDir().mkpath(folder))
        return Failure(Failure::Kind::File, {folder, tr("the folder cannot be made")});
    Device device;
    device.kind = Device::Kind::Recording;
    device.recording = freePath(folder, Recording::formatOf({}, bytes));
    QSaveFile file(device.recording);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return Failure(Failure::Kind::File, {device.recording, file.errorString()});
    const QString name = nameIn(text, library);
    device.name = name.isEmpty() || name == u"demo" ? tr("pasted") : name;
    return keep(store, device);
}

} // namespace walkabout::keptrecordings
