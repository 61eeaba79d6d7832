// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logpanel.h"

#include "ui/find/findbar.h"
#include "ui/find/itemfinder.h"
#include "ui/log/logmodel.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/emptyhint.h"
#include "ui/shared/rowlist.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace walkabout {

LogPanel::LogPanel(Log &log, QWidget *parent)
    : QWidget(parent)
    , m_model(new LogModel(log, this))
    , m_view(new QTableView(this)) {
    auto *level = new QComboBox(this);
    level->setAccessibleName(tr("Log level"));
    level->addItem(tr("Errors"), int(LogLevel::Error));
    level->addItem(tr("Warnings and above"), int(LogLevel::Warning));
    level->addItem(tr("Information and above"), int(LogLevel::Info));
    level->addItem(tr("Everything"), int(LogLevel::Debug));
    level->setCurrentIndex(2);
    connect(level, &QComboBox::currentIndexChanged, this, [this, level, &log, started = log.least()] {
        const auto least = LogLevel(level->currentData().toInt());
        log.setLeast(std::min(started, least)); // what a log file was promised goes on
        m_model->setLeast(least);
    });

    auto *filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Filter log"));
    filter->setAccessibleName(tr("Filter log"));
    filter->setToolTip(tr("Words are all needed, -word excludes, /re/"));
    addClearButton(filter);
    filter->installEventFilter(this);
    connect(filter, &QLineEdit::textChanged, m_model, &LogModel::setFilter);

    buildView();
    new EmptyHint(*m_view, [filter] {
        return filter->text().isEmpty()
            ? tr("Nothing to report. \"Everything\" above also tells of each request and answer.")
            : tr("No line fits the filter. Esc in it clears it.");
    });
    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 4, 4, 4);
    line->setSpacing(6);
    line->addWidget(level);
    line->addWidget(filter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);
    auto *finder = new ItemFinder(*m_view, Qt::DisplayRole, this);
    layout->addWidget(new FindBar([finder] { return finder; }, this));
    setFocusProxy(m_view);
}

void LogPanel::buildView() {
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Log"));
    asRowList(*m_view);
    QHeaderView *header = m_view->horizontalHeader();
    header->setStretchLastSection(true);
    const QFontMetrics metrics(m_view->font());
    header->resizeSection(LogModel::Time, metrics.averageCharWidth() * 15);
    header->resizeSection(LogModel::Level, metrics.averageCharWidth() * 10);
    header->resizeSection(LogModel::Category, metrics.averageCharWidth() * 20);
    m_view->installEventFilter(this);

    // The range of the scroll bar says that rows came; who stands at its end stays there.
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->setProperty("atEnd", true);
    connect(bar, &QScrollBar::valueChanged, m_view,
        [bar](int value) { bar->setProperty("atEnd", value >= bar->maximum()); });
    connect(bar, &QScrollBar::rangeChanged, m_view, [bar](int, int maximum) {
        if (bar->property("atEnd").toBool())
            bar->setValue(maximum);
    });
}

void LogPanel::copy() const {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : rows)
        lines << m_model->line(row.row());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

bool LogPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_view && key->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    auto *filter = qobject_cast<QLineEdit *>(watched);
    if (filter && key->key() == Qt::Key_Escape && !filter->text().isEmpty()) {
        filter->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace walkabout
