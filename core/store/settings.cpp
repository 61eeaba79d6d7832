// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings.h"

#include "core/base/log.h"
#include "core/store/jsonfile.h"

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {
JsonFile settingsFile(const QString &path) { return {path, u"walkabout-settings"_s, 1}; }
} // namespace

Settings::Settings(const QString &configFolder)
    : m_path(configFolder + u"/settings.json"_s) {}

std::optional<Failure> Settings::load() {
    const JsonFile::Content content = settingsFile(m_path).read();
    m_values = content.root[u"settings"].toObject();
    return content.failure;
}

QJsonValue Settings::value(const QString &key, const QJsonValue &otherwise) const {
    const auto at = m_values.constFind(key);
    return at == m_values.constEnd() ? otherwise : at.value();
}

QByteArray Settings::bytes(const QString &key) const {
    return QByteArray::fromBase64(value(key).toString().toLatin1());
}

QJsonValue Settings::fromBytes(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); }

std::optional<Failure> Settings::set(const QJsonObject &values) {
    const auto apply = [&values](QJsonObject &settings) {
        for (auto at = values.begin(); at != values.end(); ++at) {
            if (at.value().isNull())
                settings.remove(at.key());
            else
                settings[at.key()] = at.value();
        }
    };
    apply(m_values); // holds for this run, whatever becomes of the file
    return settingsFile(m_path).update({{u"settings"_s, m_values}}, [&](QJsonObject &root) {
        QJsonObject settings = root[u"settings"].toObject();
        apply(settings);
        root[u"settings"] = settings;
        m_values = settings;
    });
}

void Settings::keep(const QJsonObject &values) {
    if (const auto failure = set(values))
        qCWarning(lcStore).noquote() << failure->logText();
}

} // namespace walkabout
