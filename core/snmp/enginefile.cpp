// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/enginefile.h"

#include "core/base/bytes.h"
#include "core/base/log.h"
#include "core/snmp/engineid.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

constexpr int Format = 1;
constexpr qint64 MaxFileSize = 4096;
constexpr int RandomOctets = 8;

/// RFC 3411 5, SnmpEngineID: net-snmp's enterprise number with the high bit, and a format of the enterprise's own (128:
/// random).
QByteArray freshEngineId() {
    QByteArray id = QByteArray::fromHex("80001f8880");
    for (int i = 0; i < RandomOctets; ++i)
        id.append(char(QRandomGenerator::system()->bounded(256)));
    return id;
}

} // namespace

EngineFile::EngineFile(const QString &folder) {
    if (!folder.isEmpty() && QDir().mkpath(folder)) {
        const QString path = QDir(folder).filePath(u"engine.json"_s);
        m_lock = std::make_unique<QLockFile>(path + u".lock"_s);
        m_lock->setStaleLockTime(0); // held for the life of the program
        if (m_lock->tryLock(0)) {
            m_kept = read(path);
            if (m_kept) {
                write(path);
                return;
            }
        } else {
            qCInfo(lcSnmp) << "the engine's file is in use by another process: a transient engine ID is used";
        }
    }
    if (m_engineId.isEmpty())
        m_engineId = freshEngineId();
    m_boots = 1;
}

bool EngineFile::read(const QString &path) {
    QFile file(path);
    if (!file.exists()) {
        m_engineId = freshEngineId();
        m_boots = 1;
        return true;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcSnmp) << "the engine's file cannot be read:" << path << file.errorString();
        return false;
    }
    const QJsonObject object = QJsonDocument::fromJson(file.read(MaxFileSize)).object();
    file.close();
    const int format = object.value("format"_L1).toInt();
    if (object.value("file"_L1).toString() == u"walkabout-engine" && format > Format) {
        qCWarning(lcSnmp) << "the engine's file was written by a newer version and is left alone:" << path << "format"
                          << format;
        return false;
    }
    const auto id = bytes::fromHex(object.value("engineId"_L1).toString());
    const qint64 boots = object.value("boots"_L1).toInteger(-1);
    if (format != Format || !id || id->size() < 5 || id->size() > 32 || boots < 0) {
        setAside(path);
        m_engineId = freshEngineId();
        m_boots = 1;
        return true;
    }
    if (boots >= MaxBoots) {
        m_engineId = freshEngineId();
        m_boots = 1;
        return true;
    }
    m_engineId = *id;
    m_boots = quint32(boots) + 1;
    return true;
}

void EngineFile::setAside(const QString &path) const {
    const QString kept = path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmsszzz"_s);
    if (QFile::rename(path, kept))
        qCWarning(lcSnmp) << "the engine's file is damaged; it was set aside as" << kept;
    else
        qCWarning(lcSnmp) << "the engine's file is damaged and could not be set aside:" << path;
}

void EngineFile::write(const QString &path) {
    const QJsonObject object{{u"file"_s, u"walkabout-engine"_s}, {u"format"_s, Format},
        {u"engineId"_s, bytes::toHex(m_engineId, QChar())}, {u"boots"_s, qint64(m_boots)}};
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        // Boots that were not counted would be boots told twice: peers would take our messages for old ones.
        qCWarning(lcSnmp) << "the engine's file cannot be written: a transient engine ID is used" << path
                          << file.errorString();
        m_engineId = freshEngineId();
        m_boots = 1;
        m_kept = false;
    }
}

} // namespace walkabout
