// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resulttabs.h"

#include "ui/query/objectlist.h"
#include "ui/shared/icon.h"

#include <QPainter>
#include <QTabBar>
#include <QToolButton>

namespace walkabout {

namespace {

// The device's colour stays in sight while the tab says how it stands.
QIcon inColour(const QIcon &state, const QColor &colour) {
    constexpr int Side = 16;
    constexpr int Sharp = 2; // drawn at twice the size, for screens that show it
    QPixmap pixmap(Side * Sharp, Side * Sharp);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(Sharp);
    QPainter painter(&pixmap);
    if (state.isNull()) {
        painter.fillRect(QRect(3, 3, 10, 10), colour);
    } else {
        state.paint(&painter, QRect(2, 0, 12, 12));
        painter.fillRect(QRect(0, 13, Side, 3), colour);
    }
    return pixmap;
}

} // namespace

ResultTabs::ResultTabs(QWidget *parent)
    : QTabWidget(parent) {
    setDocumentMode(true);
    setMovable(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    tabBar()->setAccessibleName(tr("Tabs"));
    tabBar()->setExpanding(false);
    connect(this, &QTabWidget::currentChanged, this, &ResultTabs::currentTabChanged);
}

QueryTab *ResultTabs::current() const { return static_cast<QueryTab *>(currentWidget()); }

ResultTab *ResultTabs::currentResult() const { return qobject_cast<ResultTab *>(currentWidget()); }

QList<QueryTab *> ResultTabs::all() const {
    QList<QueryTab *> tabs;
    for (int i = 0; i < count(); ++i)
        tabs += static_cast<QueryTab *>(widget(i));
    return tabs;
}

ResultTab *ResultTabs::add(OpenDevice &device, ResultTab::Kind kind) {
    auto *tab = new ResultTab(device, kind, m_library, this);
    join(tab);
    return tab;
}

void ResultTabs::join(QueryTab *tab) {
    tab->setColumnMemory(m_columns);
    tab->setOctetMemory(m_octets);
    tab->setLibrary(m_library);
    const int at = addTab(tab, tab->title());
    auto *close = new QToolButton(tabBar());
    close->setIcon(icon(Glyph::Close, Tint::Dim));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close tab"));
    close->setFocusPolicy(Qt::NoFocus);
    tabBar()->setTabButton(at, QTabBar::RightSide, close);
    connect(close, &QToolButton::clicked, this, [this, tab] { closeTab(indexOf(tab)); });
    connect(tab, &QueryTab::changed, this, [this, tab] {
        show(tab);
        if (tab == current())
            emit currentTabChanged();
    });
    emit added(tab);
}

void ResultTabs::show(QueryTab *tab) {
    const int at = indexOf(tab);
    setTabText(at, tab->title());
    setTabToolTip(at, tab->summary());
    const QIcon state = tab->endedBadly() ? icon(Glyph::Warning, Tint::Bad)
        : tab->isRunning()                ? icon(Glyph::Play, Tint::Accent)
                                          : QIcon();
    setTabIcon(at, tab->colour().isEmpty() ? state : inColour(state, QColor(tab->colour())));
}

void ResultTabs::run(OpenDevice &device, const Query &query, const QString &address, bool newTab) {
    const bool scratch = query.verb == Verb::Get || query.verb == Verb::Next || query.verb == Verb::Bulk;
    const auto kind = scratch ? ResultTab::Kind::Scratch : ResultTab::Kind::Objects;
    const auto fits = [&](const ResultTab *tab) {
        return tab && &tab->device() == &device && tab->kind() == kind && !tab->isPinned()
            && (scratch || asksTheSame(tab->query(), query, *m_library));
    };
    ResultTab *tab = nullptr;
    for (QueryTab *each : newTab ? QList<QueryTab *>() : all()) {
        if (!tab && fits(qobject_cast<ResultTab *>(each)))
            tab = static_cast<ResultTab *>(each);
    }
    if (!tab)
        tab = add(device, kind);
    setCurrentWidget(tab);
    tab->start(query, address);
}

void ResultTabs::runTogether(
    const QList<OpenDevice *> &devices, const Query &query, const QString &address, bool newTab) {
    const auto fits = [&](const GroupTab *tab) {
        return tab && tab->devices() == devices && !tab->isPinned() && asksTheSame(tab->query(), query, *m_library);
    };
    GroupTab *tab = nullptr;
    for (QueryTab *each : newTab ? QList<QueryTab *>() : all()) {
        if (!tab && fits(qobject_cast<GroupTab *>(each)))
            tab = static_cast<GroupTab *>(each);
    }
    if (!tab) {
        tab = new GroupTab(devices, m_library, this);
        join(tab);
    }
    setCurrentWidget(tab);
    tab->start(query, address);
}

void ResultTabs::duplicate() {
    const QueryTab *tab = current();
    if (!tab || tab->query().objects.isEmpty())
        return;
    if (const auto *group = qobject_cast<const GroupTab *>(tab))
        runTogether(group->devices(), tab->query(), tab->address(), true);
    else
        run(tab->device(), tab->query(), tab->address(), true);
}

void ResultTabs::closeTab(int index) {
    QWidget *tab = widget(index);
    if (!tab)
        return;
    removeTab(index);
    tab->deleteLater();
    if (count() == 0)
        emit emptied();
}

void ResultTabs::setLibrary(const Library::Pointer &library) {
    m_library = library;
    for (QueryTab *tab : all())
        tab->setLibrary(library);
}

} // namespace walkabout
