// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/recording.h"

#include "core/base/log.h"
#include "core/sim/snmprec.h"
#include "core/sim/walktext.h"
#include "core/sim/walkvalue.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr qsizetype ExcerptLength = 120;

// Files saved on Windows may be UTF-16, or begin with a byte order mark.
QByteArray asBytes(const QByteArray &text) {
    if (text.startsWith("\xff\xfe"))
        return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.constData() + 2), (text.size() - 2) / 2)
            .toUtf8();
    return text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text;
}

QString excerptOf(const QByteArray &line) {
    QString text = QString::fromUtf8(line.first(std::min(line.size(), ExcerptLength)));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u' ';
    }
    return text;
}

QList<RecordedLine> readSnmpRec(const QByteArray &text, const Recording::Stopped &stopped) {
    QList<RecordedLine> all;
    all.reserve(text.count('\n') + 1);
    int number = 0;
    for (qsizetype at = 0; at < text.size() && !(stopped && stopped());) {
        const qsizetype found = text.indexOf('\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        QByteArrayView line = QByteArrayView(text).sliced(at, end - at);
        at = end + 1;
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        RecordedLine recorded = SnmpRec::read(line);
        recorded.line = number;
        if (!recorded.ok())
            recorded.text = line.toByteArray();
        all.append(std::move(recorded));
    }
    return all;
}

} // namespace

Recording::Recording(VarBinds varBinds) {
    m_varBinds.reserve(varBinds.size());
    const auto byOid = [](const VarBind &a, const VarBind &b) { return a.oid < b.oid; };
    if (!std::ranges::is_sorted(varBinds, byOid))
        std::ranges::stable_sort(varBinds, byOid);
    for (VarBind &varBind : varBinds) {
        const bool repeats = !m_varBinds.isEmpty() && m_varBinds.last().oid == varBind.oid;
        if (!repeats && !varBind.value.isException())
            m_varBinds.append(std::move(varBind));
    }
}

Result<Recording> Recording::open(const QString &path, const Names &names, const Stopped &stopped) {
    QFile file(path);
    if (!file.exists())
        return Failure(Failure::Kind::File, {path, tr("the file is gone: it was moved, renamed or removed")});
    if (!file.open(QIODevice::ReadOnly))
        return Failure(Failure::Kind::File, {path, file.errorString()});
    const QByteArray text = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Failure(Failure::Kind::File, {path, file.errorString()});
    Recording recording = parse(text, formatOf(path, text), names, stopped);
    if (stopped && stopped())
        return Failure(Failure::Kind::Cancelled);
    qCInfo(lcSim) << "recording" << QFileInfo(path).fileName() << "has" << recording.m_varBinds.size() << "varbinds and"
                  << recording.m_badLines.size() << "bad lines";
    return recording;
}

Recording Recording::parse(const QByteArray &text, Format format, const Names &names, const Stopped &stopped) {
    const QByteArray bytes = asBytes(text);
    QList<RecordedLine> lines
        = format == Format::SnmpRec ? readSnmpRec(bytes, stopped) : WalkText(bytes, names).read(stopped);
    const auto inOrder = [](const RecordedLine &a, const RecordedLine &b) { return a.varBind.oid < b.varBind.oid; };
    Recording recording;
    const auto bad
        = std::stable_partition(lines.begin(), lines.end(), [](const RecordedLine &line) { return line.ok(); });
    for (auto line = bad; line != lines.end(); ++line)
        recording.m_badLines.append({line->line, line->reason, excerptOf(line->text)});
    lines.erase(bad, lines.end());
    if (!std::ranges::is_sorted(lines, inOrder))
        std::ranges::stable_sort(lines, inOrder);
    recording.m_varBinds.reserve(lines.size());
    for (RecordedLine &line : lines) {
        if (!recording.m_varBinds.isEmpty() && recording.m_varBinds.last().oid == line.varBind.oid) {
            const QString reason = tr("this object identifier stood before; the first value is kept");
            recording.m_badLines.append({line.line, reason, line.varBind.oid.toString()});
            continue;
        }
        recording.m_varBinds.append(std::move(line.varBind));
    }
    std::ranges::stable_sort(recording.m_badLines, {}, &BadLine::line);
    return recording;
}

Recording::Format Recording::formatOf(const QString &path, const QByteArray &text) {
    if (path.endsWith(u".snmprec", Qt::CaseInsensitive))
        return Format::SnmpRec;
    if (path.endsWith(u".snmpwalk", Qt::CaseInsensitive) || path.endsWith(u".snmpwalk.txt", Qt::CaseInsensitive))
        return Format::SnmpWalk;
    constexpr qsizetype Look = 4096;
    for (const QByteArray &line : text.first(std::min(text.size(), Look)).split('\n')) {
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        return SnmpRec::read(line.trimmed()).ok() ? Format::SnmpRec : Format::SnmpWalk;
    }
    return Format::SnmpWalk;
}

bool Recording::looksLikeRecording(const QString &path) {
    static const std::initializer_list<QStringView> suffixes
        = {u".snmprec", u".snmpwalk", u".snmpwalk.txt", u".walk", u".sapwalk"};
    return std::ranges::any_of(
        suffixes, [&](QStringView suffix) { return path.endsWith(suffix, Qt::CaseInsensitive); });
}

QByteArray Recording::write(Format format) const {
    QByteArray text;
    for (const VarBind &varBind : m_varBinds)
        text += line(varBind, format) + '\n';
    return text;
}

QByteArray Recording::line(const VarBind &varBind, Format format) {
    if (format == Format::SnmpRec)
        return SnmpRec::write(varBind);
    return '.' + varBind.oid.toString().toLatin1() + " = " + WalkValue::write(varBind.value);
}

} // namespace walkabout
