// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/recordingfile.h"

#include "core/base/clock.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// What stands there may be whole: it is replaced at the end, by a whole one alone.
QString writtenPath(const QString &path) {
    const QFileInfo info(path);
    return info.size() > 0 ? u"%1/%2.truncated.%3"_s.arg(info.path(), info.completeBaseName(), info.suffix()) : path;
}

} // namespace

RecordingFile::RecordingFile(QString path, Recording::Format format)
    : m_path(std::move(path))
    , m_format(format)
    , m_file(writtenPath(m_path)) {}

Result<std::unique_ptr<RecordingFile>> RecordingFile::begin(const QString &path) {
    const QString suffix = QFileInfo(path).suffix();
    if (suffix != "snmprec"_L1 && suffix != "snmpwalk"_L1)
        return Failure(
            Failure::Kind::BadUsage, {tr("%1: the suffix says the format: .snmprec or .snmpwalk.").arg(path)});
    const auto format = suffix == "snmprec"_L1 ? Recording::Format::SnmpRec : Recording::Format::SnmpWalk;
    std::unique_ptr<RecordingFile> made(new RecordingFile(path, format));
    if (!made->m_file.open(QIODevice::WriteOnly))
        return Failure(Failure::Kind::File, {path, made->m_file.errorString()});
    return made;
}

Query RecordingFile::query() {
    Query query;
    query.verb = Verb::Walk;
    query.objects = {u"1"_s};
    query.after = Oid{1, 0};
    return query;
}

void RecordingFile::write(const VarBinds &varBinds) {
    for (const VarBind &varBind : varBinds) {
        if (varBind.value.isException())
            continue; // of the end of the view: no value of the device
        m_file.write(Recording::line(varBind, m_format));
        m_file.putChar('\n');
    }
}

Result<RecordingFile::Kept> RecordingFile::keep(const Operation &walk) {
    if (walk.figures().varBinds == 0) {
        m_file.cancelWriting();
        return Kept{};
    }
    Kept kept{m_file.fileName(), walk.ending() == Ending::Whole, m_file.fileName() != m_path};
    if (!kept.isWhole) {
        m_file.write(u"# truncated: %1 after %2, %3\n"_s
                         .arg(endingName(*walk.ending()), walk.lastOid().toString(), isoUtc(utcNow()))
                         .toUtf8());
    }
    if (!m_file.commit())
        return Failure(Failure::Kind::File, {kept.path, m_file.errorString()});
    if (!kept.isWhole || !kept.hadBefore)
        return kept;
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(kept.path).toStdString(), QFile::encodeName(m_path).toStdString(), error);
    if (error)
        return Failure(Failure::Kind::File, {m_path, QString::fromStdString(error.message())});
    kept.path = m_path;
    return kept;
}

} // namespace walkabout
