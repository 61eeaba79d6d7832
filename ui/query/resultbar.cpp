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
    m_filter->setPlaceholderText(tr("Filter: words, -without, /expression/, type:, module:, is:changed, ifInErrors>0"));
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
    m_views = {button(tr("As list"), tr("As a list of instances (Ctrl+1)")),
        button(tr("As tree"), tr("As a tree under the MIB (Ctrl+2)")),
        button(tr("As table"), tr("Its tables, as grids (Ctrl+3)"))};
    const Glyph glyphs[] = {Glyph::List, Glyph::Tree, Glyph::Table};
    auto *views = new QButtonGroup(this);
    for (size_t at = 0; at < m_views.size(); ++at) {
        m_views[at]->setIcon(icon(glyphs[at]));
        m_views[at]->setCheckable(true);
        m_views[at]->hide();
        views->addButton(m_views[at]);
        connect(m_views[at], &QToolButton::clicked, this, [this, at] { emit viewAsked(ResultView(at)); });
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
    connect(m_resume, &QToolButton::clicked, this, &ResultBar::resumeAsked);
    connect(m_why, &QToolButton::clicked, this, &ResultBar::whyAsked);
    connect(pin, &QToolButton::toggled, this, &ResultBar::pinned);
    connect(columns, &QToolButton::clicked, this,
        [this, columns] { emit columnsAsked(columns->mapToGlobal(QPoint(0, columns->height()))); });
    m_live->hide();
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

void ResultBar::showView(ResultView view) {
    for (QToolButton *each : m_views)
        each->show();
    m_views.at(size_t(view))->setChecked(true);
    m_live->setVisible(view == ResultView::Tables);
}

void ResultBar::offerDevices() {
    m_filter->setPlaceholderText(tr("Filter: words, -without, /expression/, device:, type:, is:changed, ifInErrors>0"));
}

void ResultBar::offerWhy(bool offer) { m_why->setVisible(offer); }

void ResultBar::offerResume(bool offer) { m_resume->setVisible(offer); }

} // namespace walkabout
