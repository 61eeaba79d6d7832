// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/exportbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace walkabout {

ExportBar::ExportBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this)) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name makes no window wider
    m_progress->setAccessibleName(tr("Export progress"));
    m_progress->setMaximumWidth(240);
    auto *stop = new QPushButton(tr("Stop &Export"), this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &ExportBar::stopAsked);
    hide();
}

void ExportBar::begin(const QString &file) {
    m_text->setText(tr("Exporting into %1 …").arg(file));
    m_progress->setRange(0, 100);
    m_progress->setValue(0);
    show();
}

void ExportBar::showDone(qint64 done, qint64 of) { m_progress->setValue(of > 0 ? int(done * 100 / of) : 0); }

} // namespace walkabout
