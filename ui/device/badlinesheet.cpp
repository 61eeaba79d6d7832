// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/badlinesheet.h"

#include "core/base/count.h"
#include "ui/shared/fonts.h"
#include "ui/shared/icon.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

namespace walkabout {

namespace {

// Who broke a file more often than this reads no further.
constexpr qsizetype MostListed = 5000;

} // namespace

BadLineSheet::BadLineSheet(QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_lines(new QTreeWidget(this)) {
    setAccessibleName(tr("Lines that could not be read"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    m_heading->setWordWrap(true);
    m_lines->setAccessibleName(tr("Bad lines"));
    m_lines->setHeaderLabels({tr("Line"), tr("What is wrong"), tr("Text")});
    m_lines->setRootIsDecorated(false);
    m_lines->setUniformRowHeights(true);
    m_lines->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const int letter = fontMetrics().averageCharWidth();
    m_lines->header()->resizeSection(0, letter * 10);
    m_lines->header()->resizeSection(1, letter * 56);
    auto *copyAll = new QPushButton(tr("&Copy"), this);
    copyAll->setAccessibleName(tr("Copy the bad lines"));
    connect(copyAll, &QPushButton::clicked, this, &BadLineSheet::copy);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Glyph::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the list of bad lines"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(copyAll);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addLayout(head);
    layout->addWidget(m_lines, 1);
    hide();
}

void BadLineSheet::show(const QString &device, const QList<Recording::BadLine> &lines) {
    m_lines->clear();
    const qsizetype listed = std::min(lines.size(), MostListed);
    QList<QTreeWidgetItem *> items;
    for (const Recording::BadLine &line : lines.first(listed)) {
        auto *item = new QTreeWidgetItem({QString::number(line.line), line.reason, line.excerpt});
        item->setSizeHint(0, {0, rowHeight(font())}); // as dense as the lists, not denser
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        items += item;
    }
    m_lines->addTopLevelItems(items);
    const QString count = counted(lines.size(), tr("%1 line"), tr("%1 lines"));
    m_heading->setText(listed < lines.size()
            ? tr("%1: %2 could not be read; these are the first %3. The rest of the recording stands.")
                  .arg(device, count)
                  .arg(listed)
            : tr("%1: %2 could not be read. The rest of the recording stands.").arg(device, count));
    QFrame::show();
    m_lines->setFocus();
}

void BadLineSheet::copy() const {
    QString text;
    for (int row = 0; row < m_lines->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_lines->topLevelItem(row);
        text += QStringList{item->text(0), item->text(1), item->text(2)}.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace walkabout
