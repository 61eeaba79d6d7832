// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/tableexport.h"

#include "core/base/csv.h"
#include "core/base/jsonobject.h"
#include "core/work/endline.h"
#include "core/work/exporttext.h"
#include "ui/table/tablemodel.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int ExportSlice = 6; // milliseconds
constexpr int MostRestarts = 20;

} // namespace

TableExport::TableExport(const TableModel &model, Wanted wanted, QObject *parent)
    : QObject(parent)
    , m_model(&model)
    , m_wanted(std::move(wanted))
    , m_json(model.describe().library(), {.json = true}) {
    m_slices.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &TableExport::slice);
    connect(&model, &QObject::destroyed, this, [this] { end(false); });
    const auto anew = [this] {
        if (m_wanted.lines || ++m_restarts > MostRestarts)
            end(false);
        else if (!m_ended)
            begin();
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, anew);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, anew);
    connect(&model, &QAbstractItemModel::layoutChanged, this, anew);
    connect(&model, &QAbstractItemModel::modelReset, this, anew);
}

int TableExport::size() const {
    return m_ended ? m_at : m_wanted.lines ? int(m_wanted.lines->size()) : m_model->rowCount();
}

void TableExport::begin() {
    m_bytes.clear();
    m_at = 0;
    if (!m_wanted.isJson) {
        QStringList names;
        for (const int column : std::as_const(m_wanted.columns))
            names += m_model->column(column).title;
        m_bytes = csv::line(names) + '\n';
    }
    m_slices.start(0);
}

void TableExport::slice() {
    QElapsedTimer clock;
    clock.start();
    for (; m_at < size(); ++m_at) {
        if (clock.elapsed() >= ExportSlice) {
            m_slices.start(0);
            return;
        }
        if (m_wanted.isJson)
            appendJson(lineAt(m_at));
        else
            appendCsv(lineAt(m_at));
    }
    if (m_wanted.isJson)
        m_bytes += endLine(m_wanted.end.name, m_wanted.end.figures) + '\n';
    else if (!m_wanted.end.isWhole)
        m_bytes += csv::line({u"# "_s + m_wanted.end.text}) + '\n';
    end(true);
}

void TableExport::end(bool whole) {
    if (std::exchange(m_ended, true))
        return;
    m_slices.stop();
    emit finished(whole);
}

void TableExport::appendCsv(int line) {
    QStringList cells;
    for (const int column : std::as_const(m_wanted.columns)) {
        const QString text = m_model->index(line, column).data(TableModel::CopyRole).toString();
        const bool isDate = m_model->column(column).type.base == BaseType::OctetString;
        cells += isDate ? exporttext::isoDate(text) : text;
    }
    m_bytes += csv::line(cells) + '\n';
}

void TableExport::appendJson(int line) {
    JsonObject index;
    JsonObject row;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const TableColumn &of = m_model->column(column);
        const QModelIndex cell = m_model->index(line, column);
        const std::optional<VarBind> varBind = m_model->varBindAt(cell);
        if (of.indexPart < 0) {
            if (!varBind || !m_wanted.columns.contains(column))
                continue;
            QByteArray value;
            m_json.appendValue(value, *varBind);
            row.raw(of.title.toUtf8(), value);
        } else if (varBind && varBind->value.isInteger()) {
            index.number(of.title.toUtf8(), varBind->value.toSigned());
        } else if (varBind && varBind->value.type() == Value::Type::ObjectIdentifier) {
            index.text(of.title.toUtf8(), varBind->value.toOid().toString());
        } else {
            index.raw(of.title.toUtf8(), JsonObject::quoted(cell.data(TableModel::CopyRole).toString()));
        }
    }
    const NodeRef entry = m_model->describe().library()->node(m_model->entry());
    JsonObject object;
    object.text("table", entry ? entry.parent().qualifiedName() : m_model->entry().parent().toString());
    object.raw("index", index.bytes());
    object.raw("row", row.bytes());
    m_bytes += object.bytes() + '\n';
}

} // namespace walkabout
