// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <functional>

namespace walkabout {

/// A JSON file of ours with format and version, shared by several programs (design 3.10): lock, read again, write
/// through QSaveFile, readable by its owner alone. A damaged file is set aside and named, never overwritten; a newer
/// one is never changed. A value.
class JsonFile final {
public:
    JsonFile(QString path, QString format, int version);

    struct Content {
        QJsonObject root; // as far as it could be read
        bool exists = false;
        std::optional<Failure> failure; // Damaged (set aside), NewerFile (root is there), File
    };
    [[nodiscard]] Content read() const;

    /// Changes the file as it stands now, keeping what it holds beside; startIfMissing is the start where there is no
    /// readable file. A Damaged failure tells of the file set aside: the new one was written. Others: nothing was.
    [[nodiscard]] std::optional<Failure> update(
        const QJsonObject &startIfMissing, const std::function<void(QJsonObject &)> &change) const;

    /// What it holds is no use: renamed and named by the failure, Damaged; or File.
    [[nodiscard]] Failure setAside() const;

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    [[nodiscard]] std::optional<Failure> write(const QJsonObject &root) const;

    QString m_path;
    QString m_format;
    int m_version;
};

} // namespace walkabout
