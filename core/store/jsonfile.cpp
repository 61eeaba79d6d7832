// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jsonfile.h"

#include "core/base/log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {
// The lock is held for the milliseconds of one write; waiting longer would be felt.
constexpr std::chrono::milliseconds Patience{200};
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
} // namespace

JsonFile::JsonFile(QString path, QString format, int version)
    : m_path(std::move(path))
    , m_format(std::move(format))
    , m_version(version) {}

JsonFile::Content JsonFile::read() const {
    Content content;
    QFile file(m_path);
    content.exists = file.exists();
    if (!content.exists)
        return content;
    if (!file.open(QIODevice::ReadOnly)) {
        content.failure = Failure(Failure::Kind::File, {m_path, file.errorString()});
        return content;
    }
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    const QJsonObject root = document.object();
    const int version = root[u"version"].toInt();
    file.close();
    if (error.error != QJsonParseError::NoError || root[u"format"].toString() != m_format || version < 1) {
        content.failure = setAside();
        content.exists = false;
        return content;
    }
    content.root = root;
    if (version > m_version)
        content.failure = Failure(Failure::Kind::NewerFile, {m_path, QString::number(version)});
    return content;
}

Failure JsonFile::setAside() const {
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'");
    QString aside = m_path + u".damaged-"_s + stamp;
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = m_path + u".damaged-%1-%2"_s.arg(stamp).arg(i);
    if (!QFile::rename(m_path, aside))
        return Failure(Failure::Kind::File, {m_path, u"it is damaged and cannot be renamed"_s});
    qCWarning(lcStore).noquote() << m_path << "is damaged, set aside as" << aside;
    return Failure(Failure::Kind::Damaged, {m_path, aside});
}

std::optional<Failure> JsonFile::update(
    const QJsonObject &startIfMissing, const std::function<void(QJsonObject &)> &change) const {
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return Failure(Failure::Kind::File, {folder, u"the folder cannot be made"_s});
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(int(Patience.count()))) {
        const bool taken = lock.error() == QLockFile::LockFailedError;
        return Failure(Failure::Kind::File,
            {m_path, taken ? u"another program is changing it; try again"_s : u"the folder cannot be written"_s});
    }
    const Content content = read();
    if (content.failure && content.failure->kind() != Failure::Kind::Damaged)
        return content.failure;
    QJsonObject root = content.exists ? content.root : startIfMissing;
    change(root);
    if (auto failure = write(root))
        return failure;
    return content.failure;
}

std::optional<Failure> JsonFile::write(const QJsonObject &root) const {
    QJsonObject whole = root;
    whole[u"format"] = m_format;
    whole[u"version"] = m_version;
    QSaveFile file(m_path);
    const QByteArray text = QJsonDocument(whole).toJson();
    // Permissions first: at no time may others read it.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OwnerOnly) || file.write(text) != text.size()
        || !file.commit())
        return Failure(Failure::Kind::File, {m_path, file.errorString()});
    return std::nullopt;
}

} // namespace walkabout
