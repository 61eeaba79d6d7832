// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/exporting.h"

#include "core/base/count.h"
#include "ui/query/exportbar.h"
#include "ui/query/querytab.h"
#include "ui/query/tableexport.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

Exporting::Exporting(ExportBar &bar, QWidget *window)
    : QObject(window)
    , m_bar(bar)
    , m_window(window) {
    m_ticks.setInterval(100ms);
    connect(&m_ticks, &QTimer::timeout, this, &Exporting::showProgress);
    connect(&bar, &ExportBar::stopAsked, this, &Exporting::stop);
}

Exporting::~Exporting() = default;

void Exporting::ask(QueryTab &tab, ExportScope scope) {
    auto *dialog = new QFileDialog(m_window, tr("Export the Result"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON lines (*.jsonl)"), tr("Recording (*.snmprec)"),
        tr("As snmpwalk prints it (*.snmpwalk)")});
    dialog->setDefaultSuffix(u"csv"_s);
    static const QRegularExpression odd(u"[^\\w.-]+"_s);
    dialog->selectFile(tab.title().replace(odd, u"-"_s));
    connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1)); });
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, scope, shown = QPointer<QueryTab>(&tab)](const QString &file) {
            m_folder = QFileInfo(file).path();
            if (shown)
                write(*shown, scope, file);
        });
    dialog->open();
}

void Exporting::write(QueryTab &tab, ExportScope scope, const QString &file) {
    if (isRunning()) {
        emit told(tr("One export at a time: the other has not ended."));
        return;
    }
    const auto format = ResultExport::formatOf(file);
    if (!ResultExport::isRecording(format) && scope != ExportScope::All) {
        if (auto table = tab.tableExport(scope, format == ResultExport::Format::JsonLines))
            return writeTable(std::move(table), file);
    }
    ResultExport wanted = tab.exported(scope);
    wanted.file = file;
    wanted.format = format;
    if (wanted.size() == 0)
        emit told(scope == ExportScope::Selected ? tr("Nothing is selected that could be exported.")
                                                 : tr("There is nothing to export."));
    else if (ResultExport::isRecording(format) && wanted.parts.size() > 1)
        emit told(tr("A recording is of one device: choose CSV or JSON lines for several."));
    else
        writeRows(wanted);
}

QString Exporting::said(const ResultExport &wanted, const ResultExport::Outcome &outcome) {
    QStringList text{counted(outcome.written, tr("%1 varbind saved as %2."), tr("%1 varbinds saved as %2."))
                         .arg(QFileInfo(wanted.file).fileName())};
    if (outcome.left > 0)
        text += counted(outcome.left, tr("%1 exception is no value and was left out."),
            tr("%1 exceptions are no values and were left out."));
    for (const ResultExport::Part &part : wanted.parts) {
        if (!part.end.isWhole && !part.end.text.isEmpty())
            text += wanted.parts.size() > 1 ? part.device + u": "_s + part.end.text : part.end.text;
    }
    return text.join(u' ');
}

void Exporting::writeRows(const ResultExport &wanted) {
    m_of = wanted.size();
    m_done = std::make_shared<std::atomic<qint64>>(0);
    m_bar.begin(QFileInfo(wanted.file).fileName());
    m_ticks.start();
    m_writing.start(
        [wanted, done = m_done](const std::atomic<bool> &cancelled) { return wanted.write(cancelled, *done); },
        [this, wanted](const ResultExport::Outcome &outcome) { finish(outcome, said(wanted, outcome)); });
}

void Exporting::writeTable(std::unique_ptr<TableExport> table, const QString &file) {
    m_table = std::move(table);
    if (m_table->size() == 0) {
        m_table.reset();
        emit told(tr("There is nothing to export."));
        return;
    }
    m_done.reset();
    m_bar.begin(QFileInfo(file).fileName());
    m_ticks.start();
    connect(m_table.get(), &TableExport::finished, this, [this, file](bool whole) {
        if (whole)
            return keep(file);
        m_table.release()->deleteLater(); // its signal brought us here
        finish({0, 0, {}}, tr("Not exported: the rows went or moved meanwhile."));
    });
    m_table->begin();
}

// The bytes are there: to the disk from the pool.
void Exporting::keep(const QString &file) {
    const QByteArray bytes = m_table->bytes();
    const int rows = m_table->size();
    const ResultExport::End end = m_table->readingEnd();
    m_table.release()->deleteLater();
    QString text = counted(rows, tr("%1 row saved as %2."), tr("%1 rows saved as %2.")).arg(QFileInfo(file).fileName());
    if (!end.isWhole && !end.text.isEmpty())
        text += u' ' + end.text;
    m_writing.start(
        [bytes, file](const std::atomic<bool> &) {
            ResultExport::Outcome outcome;
            QSaveFile to(file);
            if (!to.open(QIODevice::WriteOnly) || to.write(bytes) != bytes.size() || !to.commit())
                outcome.failure = Failure(Failure::Kind::File, {file, to.errorString()});
            return outcome;
        },
        [this, text](const ResultExport::Outcome &outcome) { finish(outcome, text); });
}

void Exporting::finish(const ResultExport::Outcome &outcome, const QString &text) {
    m_ticks.stop();
    m_bar.hide();
    if (outcome.failure)
        emit failed(*outcome.failure);
    else
        emit told(text);
}

void Exporting::stop() {
    if (!isRunning())
        return;
    if (m_table)
        m_table.release()->deleteLater();
    m_writing.cancel();
    m_ticks.stop();
    m_bar.hide();
    emit told(tr("Export stopped: no file was written."));
}

void Exporting::showProgress() {
    if (m_table)
        m_bar.showDone(m_table->done(), m_table->size());
    else if (m_done)
        m_bar.showDone(m_done->load(std::memory_order_relaxed), m_of);
}

} // namespace walkabout
