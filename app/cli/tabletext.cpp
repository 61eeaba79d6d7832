// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tabletext.h"

#include "app/cli/tablegrid.h"
#include "core/base/bytes.h"
#include "core/base/csv.h"
#include "core/base/jsonobject.h"
#include "core/work/describe.h"
#include "core/work/varbindlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::tabletext {

namespace {

/// Which columns of joined tables: those that the device serves, or all, so that a script finds the same in each run.
enum class Shown { Served, All };

/// Names in the first line, then the rows: as a person reads them.
QList<QStringList> cells(const TableGrid &grid, Shown shown) {
    const auto isLeftOut = [&](const TableGrid::Column &column) {
        return grid.isRepeated(column) || (shown == Shown::Served && grid.isVacant(column));
    };
    Describe describe(grid.library(), Describe::Style::Terminal);
    describe.setInterfaces(grid.interfaces());
    const auto indexCount = std::max<qsizetype>(1, grid.indexNames().size());
    QStringList head = grid.indexNames();
    if (head.isEmpty())
        head.append(u"index"_s);
    for (const TableGrid::Column &column : grid.columns()) {
        if (!isLeftOut(column))
            head.append(column.name);
    }
    QList<QStringList> lines = {head};
    for (const auto &[instance, values] : grid.rows()) {
        QStringList line;
        if (const auto index = grid.index(instance)) {
            for (const IndexValue &value : *index)
                line.append(grid.text(value));
        } else {
            line.append(instance.toString());
        }
        while (line.size() < indexCount)
            line.append(QString());
        for (size_t i = 0; i < values.size(); ++i) {
            if (!isLeftOut(grid.columns()[i]))
                line.append(values[i] ? describe.value({grid.columns()[i].oid + instance, *values[i]}) : QString());
        }
        lines.append(line);
    }
    return lines;
}

bool isNumber(const QString &text) {
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

QByteArray indexJson(const TableGrid &grid, const Oid &instance) {
    JsonObject object;
    const auto index = grid.index(instance);
    if (!index) {
        object.text("index", instance.toString());
        return object.bytes();
    }
    for (const IndexValue &value : *index) {
        const QByteArray name = value.name.section(u"::"_s, -1).toUtf8();
        if (const auto *number = std::get_if<qint64>(&value.value))
            object.number(name, *number);
        else if (const auto *oid = std::get_if<Oid>(&value.value))
            object.raw(name, JsonObject::quoted(oid->toString()));
        else
            object.raw(name, JsonObject::quoted(value.text));
    }
    return object.bytes();
}

} // namespace

QList<QByteArray> aligned(const TableGrid &grid) {
    QList<QStringList> lines = cells(grid, Shown::Served);
    const qsizetype count = lines.first().size();
    QList<qsizetype> widths(count, 0);
    QList<bool> numbers(count, lines.size() > 1);
    for (qsizetype row = 0; row < lines.size(); ++row) {
        for (qsizetype i = 0; i < count; ++i) {
            QString &cell = lines[row][i];
            cell = bytes::onOneLine(cell);
            widths[i] = std::max(widths[i], cell.size());
            if (row > 0 && !cell.isEmpty() && !isNumber(cell))
                numbers[i] = false;
        }
    }
    QList<QByteArray> out;
    for (const QStringList &line : lines) {
        QString text;
        for (qsizetype i = 0; i < count; ++i) {
            if (i > 0)
                text += u"  "_s;
            text += numbers[i] ? line[i].rightJustified(widths[i]) : line[i].leftJustified(widths[i]);
        }
        while (text.endsWith(u' '))
            text.chop(1);
        out.append(text.toUtf8());
    }
    return out;
}

QList<QByteArray> csv(const TableGrid &grid) {
    QList<QByteArray> out;
    for (const QStringList &line : cells(grid, Shown::All))
        out.append(csv::line(line));
    return out;
}

QList<QByteArray> json(const TableGrid &grid) {
    const VarBindLines lines(grid.library(), {.json = true});
    QList<QByteArray> out;
    for (const auto &[instance, values] : grid.rows()) {
        JsonObject row;
        for (size_t i = 0; i < values.size(); ++i) {
            if (!values[i])
                continue;
            QByteArray cell;
            lines.appendValue(cell, {grid.columns()[i].oid + instance, *values[i]});
            row.raw(grid.columns()[i].name.toUtf8(), cell);
        }
        JsonObject object;
        object.text("table", grid.table());
        object.raw("index", indexJson(grid, instance));
        object.raw("row", row.bytes());
        out.append(object.bytes());
    }
    return out;
}

} // namespace walkabout::tabletext
