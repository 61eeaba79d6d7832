// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/exportlines.h"

#include "core/base/csv.h"
#include "core/base/jsonobject.h"
#include "core/sim/recording.h"
#include "core/work/endline.h"
#include "core/work/exporttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// A comment of a recording, on one line whatever the sentence holds.
QByteArray comment(const QString &text) { return "# " + text.simplified().toUtf8() + '\n'; }

} // namespace

ExportLines::ExportLines(const ResultExport &wanted)
    : m_wanted(wanted)
    , m_describe(wanted.library, Describe::Style::Window, wanted.forms)
    , m_json(wanted.library, {.json = true})
    , m_hasDevices(wanted.parts.size() > 1) {}

QByteArray ExportLines::head() const {
    if (m_wanted.format != ResultExport::Format::Csv)
        return {};
    QStringList names{u"name"_s, u"value"_s, u"units"_s, u"type"_s, u"oid"_s, u"time"_s};
    if (m_hasDevices)
        names.prepend(u"device"_s);
    return csv::line(names) + '\n';
}

void ExportLines::append(QByteArray &to, const ResultExport::Part &part, int row, const VarBind &varBind) const {
    switch (m_wanted.format) {
    case ResultExport::Format::Csv: appendCsv(to, part, row, varBind); break;
    case ResultExport::Format::JsonLines: appendJson(to, part, varBind); break;
    case ResultExport::Format::SnmpRec: to += Recording::line(varBind, Recording::Format::SnmpRec); break;
    case ResultExport::Format::SnmpWalk: to += Recording::line(varBind, Recording::Format::SnmpWalk); break;
    }
    to += '\n';
}

void ExportLines::appendCsv(QByteArray &to, const ResultExport::Part &part, int row, const VarBind &varBind) const {
    const auto after = std::ranges::upper_bound(part.times, row, {}, &std::pair<int, UtcMicroseconds>::first);
    const QString when = after == part.times.begin() ? QString() : time(std::prev(after)->second);
    QStringList cells{m_describe.name(varBind.oid), exporttext::value(m_describe, varBind),
        m_describe.units(varBind.oid), m_describe.type(varBind), varBind.oid.toString(), when};
    if (m_hasDevices)
        cells.prepend(part.device);
    to += csv::line(cells);
}

const QString &ExportLines::time(UtcMicroseconds when) const {
    if (m_time.isEmpty() || when != m_when)
        m_time = exporttext::time(m_when = when);
    return m_time;
}

void ExportLines::appendJson(QByteArray &to, const ResultExport::Part &part, const VarBind &varBind) const {
    const qsizetype from = to.size();
    m_json.append(to, varBind);
    if (m_hasDevices)
        to.insert(from + 1, "\"device\":" + JsonObject::quoted(part.device) + ',');
}

QByteArray ExportLines::tail(qint64 written) const {
    QByteArray lines;
    for (const ResultExport::Part &part : m_wanted.parts) {
        const QString who = m_hasDevices ? part.device + u": "_s : QString();
        if (m_wanted.format == ResultExport::Format::JsonLines) {
            QByteArray end = endLine(part.end.name, part.end.figures);
            if (m_hasDevices)
                end.insert(1, "\"device\":" + JsonObject::quoted(part.device) + ',');
            lines += end + '\n';
        } else if (!part.end.isWhole && m_wanted.format == ResultExport::Format::Csv) {
            lines += csv::line({u"# "_s + who + part.end.text}) + '\n';
        } else if (!part.end.isWhole) {
            lines += comment(tr("truncated: %1 %2").arg(part.end.text, exporttext::time(utcNow())));
        }
    }
    if (m_wanted.isExcerpt && ResultExport::isRecording(m_wanted.format))
        lines += comment(tr("an excerpt: %1 of %2 varbinds").arg(written).arg(m_wanted.parts.first().store.size()));
    return lines;
}

} // namespace walkabout
