// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultexport.h"

#include "core/work/exportlines.h"
#include "core/work/oidorder.h"

#include <QSaveFile>

#include <numeric>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr qsizetype Buffer = 1 << 16;

} // namespace

ResultExport::Format ResultExport::formatOf(const QString &file) {
    const auto is = [&file](QLatin1StringView suffix) { return file.endsWith(suffix, Qt::CaseInsensitive); };
    if (is(".jsonl"_L1) || is(".json"_L1))
        return Format::JsonLines;
    if (is(".snmprec"_L1))
        return Format::SnmpRec;
    return is(".snmpwalk"_L1) || is(".walk"_L1) || is(".txt"_L1) ? Format::SnmpWalk : Format::Csv;
}

ResultExport::Outcome ResultExport::write(const std::atomic<bool> &cancelled, std::atomic<qint64> &done) const {
    Outcome outcome;
    QSaveFile to(file);
    if (!to.open(QIODevice::WriteOnly)) {
        outcome.failure = Failure(Failure::Kind::File, {file, to.errorString()});
        return outcome;
    }
    const ExportLines lines(*this);
    QByteArray bytes = lines.head();
    bytes.reserve(2 * Buffer);
    bool isWritten = true;
    const auto put = [&](const Part &part, int row, const VarBind &varBind) {
        done.fetch_add(1, std::memory_order_relaxed);
        if (isRecording(format) && varBind.value.isException()) {
            ++outcome.left; // of the end of the view: no value of the device
        } else {
            lines.append(bytes, part, row, varBind);
            ++outcome.written;
        }
        if (bytes.size() >= Buffer) {
            isWritten = to.write(bytes) == bytes.size();
            bytes.resize(0);
        }
        return isWritten && !cancelled.load(std::memory_order_relaxed);
    };
    const Part &first = parts.first();
    if (isRecording(format) && (rows || !first.store.isAscending())) {
        std::vector<int> wanted(static_cast<size_t>(size()));
        if (rows)
            std::ranges::transform(*rows, wanted.begin(), &Row::row);
        else
            std::iota(wanted.begin(), wanted.end(), 0);
        for (const int row : oidorder::ascending(first.store, std::move(wanted))) {
            if (!put(first, row, first.store.at(row)))
                break;
        }
    } else if (rows) {
        for (const auto &[part, row] : *rows) {
            if (!put(parts[part], row, parts[part].store.at(row)))
                break;
        }
    } else {
        first.store.each(
            0, first.store.size(), [&](int row, const VarBind &varBind) { return put(first, row, varBind); });
    }
    if (cancelled.load(std::memory_order_relaxed)) {
        outcome.failure = Failure(Failure::Kind::Cancelled);
        return outcome;
    }
    bytes += lines.tail(outcome.written);
    if (!isWritten || to.write(bytes) != bytes.size() || !to.commit())
        outcome.failure = Failure(Failure::Kind::File, {file, to.errorString()});
    return outcome;
}

} // namespace walkabout
