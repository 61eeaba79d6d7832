// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultbar.h"

#include "ui/shared/clearbutton.h"
#include "ui/shared/icon.h"
#include "ui/table/livebar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QToolButton>

using namespace std::chrono_literals;

namespace walkabout {

ResultBar::ResultBar(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_live(new LiveBar(this)) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 3, 4, 3);
    layout->setSpacing(2);
    m_filter->setAccessibleName(tr("Filter results"));
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(tr("Filter: words, -without, /expression/, type:, module:, ifInErrors>0"));
    addClearButton(m_filter);
    m_filter->addAction(icon(Glyph::Filter, Tint::Dim), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_live);
    m_resume = button(tr("Resume"), tr("Go on behind the last instance"));
    m_resume->setIcon(icon(Glyph::Resume));
    m_resume->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_resume->hide();
    m_why = button(tr("Why?"), tr("Find out why there was no answer"));
    m_why->hide();
    m_list = button(tr("As list"), tr("As a list of instances"));
    m_list->setIcon(icon(Glyph::List));
    m_grid = button(tr("As table"), tr("As a grid"));
    m_grid->setIcon(icon(Glyph::Table));
    auto *views = new QButtonGroup(this);
    for (QToolButton *view : {m_list, m_grid}) {
        view->setCheckable(true);
        views->addButton(view);
    }
    QToolButton *columns = button(tr("Columns"), tr("Columns; of a table also what is joined to it"));
    columns->setIcon(icon(Glyph::Columns));
    QToolButton *pin = button(tr("Pin tab"), tr("Pinned: the next run opens another tab"));
    pin->setIcon(icon(Glyph::Pin));
    pin->setCheckable(true);

    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(60ms);
    connect(m_filter, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { emit filterChanged(m_filter->text()); });
    for (QToolButton *view : {m_list, m_grid})
        connect(view, &QToolButton::clicked, this, [this, isGrid = view == m_grid] {
            m_live->setVisible(isGrid);
            emit gridAsked(isGrid);
        });
    connect(m_resume, &QToolButton::clicked, this, &ResultBar::resumeAsked);
    connect(m_why, &QToolButton::clicked, this, &ResultBar::whyAsked);
    connect(pin, &QToolButton::toggled, this, &ResultBar::pinned);
    connect(columns, &QToolButton::clicked, this,
        [this, columns] { emit columnsAsked(columns->mapToGlobal(QPoint(0, columns->height()))); });
    showViews(false, false);
}

QToolButton *ResultBar::button(const QString &name, const QString &tip) {
    auto *made = new QToolButton(this);
    made->setText(name);
    made->setAccessibleName(name);
    made->setToolTip(tip);
    made->setAutoRaise(true);
    layout()->addWidget(made);
    return made;
}

void ResultBar::showCount(int shown, int of, bool filtering) {
    const QLocale c = QLocale::c();
    m_count->setText(filtering ? tr("%1 of %2").arg(c.toString(shown), c.toString(of)) : QString());
}

void ResultBar::showProblem(const QString &problem) {
    QPalette colours = palette();
    if (!problem.isEmpty())
        colours.setColor(QPalette::Text, tint(colours, Tint::Bad));
    m_filter->setPalette(colours);
    m_filter->setToolTip(problem);
}

void ResultBar::showViews(bool hasGrid, bool isGrid) {
    m_list->setVisible(hasGrid);
    m_grid->setVisible(hasGrid);
    (isGrid ? m_grid : m_list)->setChecked(true);
    m_live->setVisible(isGrid);
}

void ResultBar::offerDevices() {
    m_filter->setPlaceholderText(tr("Filter: words, -without, /expression/, device:, type:, module:, ifInErrors>0"));
}

void ResultBar::offerWhy(bool offer) { m_why->setVisible(offer); }

void ResultBar::offerResume(bool offer) { m_resume->setVisible(offer); }

} // namespace walkabout
