// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resulttabs.h"

#include "ui/shared/icon.h"

#include <QPixmap>
#include <QTabBar>
#include <QToolButton>

namespace walkabout {

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
    const QString colour = tab->colour();
    setTabText(at, tab->title());
    setTabToolTip(at, tab->summary());
    if (tab->endedBadly()) {
        setTabIcon(at, icon(Glyph::Warning, Tint::Bad));
    } else if (tab->isRunning()) {
        setTabIcon(at, icon(Glyph::Play, Tint::Accent));
    } else if (!colour.isEmpty()) {
        QPixmap swatch(10, 10);
        swatch.fill(QColor(colour));
        setTabIcon(at, swatch);
    } else {
        setTabIcon(at, {});
    }
}

void ResultTabs::run(OpenDevice &device, const Query &query, const QString &address, bool newTab) {
    const bool scratch = query.verb == Verb::Get || query.verb == Verb::Next || query.verb == Verb::Bulk;
    const auto kind = scratch ? ResultTab::Kind::Scratch : ResultTab::Kind::Objects;
    const auto fits = [&](const ResultTab *tab) {
        return tab && &tab->device() == &device && tab->kind() == kind && !tab->isPinned()
            && (scratch || (tab->query().verb == query.verb && tab->query().objects == query.objects));
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
        return tab && tab->devices() == devices && !tab->isPinned() && tab->query().verb == query.verb
            && tab->query().objects == query.objects;
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
