// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace walkabout::mib {

/// Reads the files in a zip or tar archive or a gzip file, one after the other and in memory: nothing is written, so
/// a member's path is only a name. Archives within are members like others. A value; errors are diagnostics.
class Archive final {
public:
    /// What it may unpack to, against bombs.
    struct Limits {
        qint64 bytes = 1'000'000'000;
        int members = 100'000;
    };

    explicit Archive(QString path)
        : m_path(std::move(path)) {}
    Archive(QString path, Limits limits)
        : m_path(std::move(path))
        , m_limits(limits) {}

    /// Called with each file's path ("vendor.zip/mibs/ACME-MIB.txt") and bytes.
    using Taker = std::function<void(const QString &, QByteArray)>;
    /// What kept it from reading everything; what was read before was handed over.
    [[nodiscard]] std::optional<Diagnostic> read(const Taker &take) const;

private:
    [[nodiscard]] QString pathOf(const QString &member) const;

    QString m_path;
    Limits m_limits;
};

} // namespace walkabout::mib
