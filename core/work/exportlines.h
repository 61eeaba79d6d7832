// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultexport.h"
#include "core/work/varbindlines.h"

#include <QCoreApplication>

namespace walkabout {

/// The lines of a ResultExport, of each of its formats. Values are never cut; times are ISO 8601 with their offset. Of
/// one export and one thread.
class ExportLines final {
    Q_DECLARE_TR_FUNCTIONS(ExportLines)

public:
    explicit ExportLines(const ResultExport &wanted);

    /// Above all rows; empty: the format has none. Each line ends in its break.
    [[nodiscard]] QByteArray head() const;
    void append(QByteArray &to, const ResultExport::Part &part, int row, const VarBind &varBind) const;
    /// Below all rows: how each part ended, and what was left out, as far as the format has words for it.
    [[nodiscard]] QByteArray tail(qint64 written) const;

private:
    void appendCsv(QByteArray &to, const ResultExport::Part &part, int row, const VarBind &varBind) const;
    [[nodiscard]] const QString &time(UtcMicroseconds when) const;
    void appendJson(QByteArray &to, const ResultExport::Part &part, const VarBind &varBind) const;

    const ResultExport &m_wanted;
    Describe m_describe;
    VarBindLines m_json;
    bool m_hasDevices;
    mutable UtcMicroseconds m_when; // of the row before: what came in one answer came at one time
    mutable QString m_time;
};

} // namespace walkabout
