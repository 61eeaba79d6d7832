// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resulttabs.h"

#include "ui/query/resultmodel.h"
#include "ui/shared/icon.h"

#include <QPixmap>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

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

ResultTab *ResultTabs::current() const { return static_cast<ResultTab *>(currentWidget()); }

QList<ResultTab *> ResultTabs::all() const {
    QList<ResultTab *> tabs;
    for (int i = 0; i < count(); ++i)
        tabs += static_cast<ResultTab *>(widget(i));
    return tabs;
}

ResultTab *ResultTabs::add(OpenDevice &device, ResultTab::Kind kind) {
    auto *tab = new ResultTab(device, kind, m_library, this);
    tab->setColumnMemory(m_columns);
    const int at = addTab(tab, tab->title());
    auto *close = new QToolButton(tabBar());
    close->setIcon(icon(Glyph::Close, Tint::Dim));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close tab"));
    close->setFocusPolicy(Qt::NoFocus);
    tabBar()->setTabButton(at, QTabBar::RightSide, close);
    connect(close, &QToolButton::clicked, this, [this, tab] { closeTab(indexOf(tab)); });
    connect(tab, &ResultTab::changed, this, [this, tab] {
        show(tab);
        if (tab == current())
            emit currentTabChanged();
    });
    emit added(tab);
    return tab;
}

void ResultTabs::show(ResultTab *tab) {
    const int at = indexOf(tab);
    const Device &device = tab->device().device();
    setTabText(at, tab->title());
    setTabToolTip(at, tab->summary());
    if (tab->endedBadly()) {
        setTabIcon(at, icon(Glyph::Warning, Tint::Bad));
    } else if (tab->isRunning()) {
        setTabIcon(at, icon(Glyph::Play, Tint::Accent));
    } else if (!device.colour.isEmpty()) {
        QPixmap swatch(10, 10);
        swatch.fill(QColor(device.colour));
        setTabIcon(at, swatch);
    } else {
        setTabIcon(at, {});
    }
}

ResultTab *ResultTabs::run(OpenDevice &device, const Query &query, const QString &address, bool newTab) {
    const bool scratch = query.verb == Verb::Get || query.verb == Verb::Next || query.verb == Verb::Bulk;
    const auto kind = scratch ? ResultTab::Kind::Scratch : ResultTab::Kind::Objects;
    const QList<ResultTab *> tabs = all();
    const auto fits = [&](const ResultTab *tab) {
        return &tab->device() == &device && tab->kind() == kind && !tab->isPinned()
            && (scratch || (tab->query().verb == query.verb && tab->query().objects == query.objects));
    };
    const auto found = newTab ? tabs.end() : std::ranges::find_if(tabs, fits);
    ResultTab *tab = found == tabs.end() ? add(device, kind) : *found;
    setCurrentWidget(tab);
    tab->start(query, address);
    return tab;
}

ResultTab *ResultTabs::tabOf(OpenDevice &device) {
    if (current() && &current()->device() == &device)
        return current();
    for (ResultTab *tab : all()) {
        if (&tab->device() == &device && tab->kind() == ResultTab::Kind::Scratch)
            return tab;
    }
    return add(device, ResultTab::Kind::Scratch);
}

void ResultTabs::duplicate() {
    const ResultTab *tab = current();
    if (tab && !tab->query().objects.isEmpty())
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
    for (ResultTab *tab : all())
        tab->setLibrary(library);
}

} // namespace walkabout
