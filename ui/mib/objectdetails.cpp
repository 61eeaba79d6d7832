// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/objectdetails.h"

#include "ui/find/findbar.h"
#include "ui/find/textfinder.h"
#include "ui/mib/favourites.h"
#include "ui/mib/htmltext.h"
#include "ui/mib/moduletext.h"
#include "ui/mib/nodemenu.h"
#include "ui/mib/objecttext.h"
#include "ui/shared/fonts.h"
#include "ui/shared/icon.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString detailsStyle(const QPalette &palette) {
    return u"a { text-decoration: none; color: %1; }"
           "h2 { font-size: large; margin-top: 2px; margin-bottom: 2px; }"
           "h3 { font-size: medium; margin-top: 12px; margin-bottom: 3px; }"
           "h4 { font-size: medium; font-weight: 500; margin-top: 6px; margin-bottom: 2px; }"
           "p { margin-top: 2px; margin-bottom: 6px; }"
           ".dim, .what { color: %2; }"
           ".bad { color: %3; }"
           "code, pre { font-family: '%4'; }"
           "table.facts td { padding-right: 10px; padding-bottom: 1px; }"
           "table.grid td { border-bottom: 1px solid %5; }"
           "th { font-weight: 400; color: %2; border-bottom: 1px solid %5; }"_s.arg(
               palette.color(QPalette::Link).name(), tint(palette, Tint::Dim).name(), tint(palette, Tint::Bad).name(),
               monospaced().family(), tint(palette, Tint::Line).name());
}

} // namespace

ObjectDetails::ObjectDetails(QWidget *parent)
    : QWidget(parent)
    , m_library(Library::empty())
    , m_bar(new QWidget(this))
    , m_text(new QTextBrowser(this)) {
    buildBar();
    m_text->setAccessibleName(tr("Object details"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(8);
    m_text->setPlaceholderText(tr("Click an object of the tree, or a row of a result"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_text);
    auto *finder = new TextFinder(*m_text, this);
    layout->addWidget(new FindBar([finder] { return finder; }, this));
    setFocusProxy(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, &ObjectDetails::follow);
    showBar();
}

void ObjectDetails::buildBar() {
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(4, 2, 4, 0);
    row->setSpacing(2);
    const auto add = [&](const QString &name, const QString &tip, auto pressed) {
        auto *button = new QToolButton(m_bar);
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, pressed);
        row->addWidget(button);
        return button;
    };
    m_back = add(tr("Object back"), tr("Back to the object before (Alt+Left)"), [this] { go(-1); });
    m_back->setArrowType(Qt::LeftArrow);
    m_forward = add(tr("Object forward"), tr("Forward again (Alt+Right)"), [this] { go(1); });
    m_forward->setArrowType(Qt::RightArrow);
    const auto star = [this] {
        if (m_favourites)
            m_favourites->toggle(*m_library, m_oid);
    };
    m_star = add(tr("Favourite object"), tr("Keep this object at hand (Ctrl+B)"), [] {}); // toggled, below
    m_star->setCheckable(true);
    // A screen reader toggles it without a click.
    connect(m_star, &QToolButton::toggled, this, [this, star](bool on) {
        if (on != isFavourite())
            star();
    });
    m_star->hide();
    row->addStretch();
    m_source = add(tr("Show source"), tr("Where its module defines it (Ctrl+U)"), [this] { showSource(); });
    m_source->setText(tr("Source"));
    m_source->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const auto onKey = [this](const QKeySequence &key, auto pressed) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, pressed);
    };
    onKey(NodeMenu::favouriteKey, star);
    onKey(NodeMenu::sourceKey, [this] { showSource(); });
}

bool ObjectDetails::isFavourite() const {
    return m_favourites && !m_oid.isEmpty() && m_favourites->contains(*m_library, m_oid);
}

void ObjectDetails::showBar() {
    m_back->setEnabled(m_history.canGo(-1));
    m_forward->setEnabled(m_history.canGo(1));
    m_source->setEnabled(!definedAt().first.isEmpty());
    const bool starred = isFavourite();
    m_star->setEnabled(!m_oid.isEmpty());
    m_star->setChecked(starred);
    m_star->setIcon(icon(Glyph::Star, starred ? std::optional(Tint::Warning) : std::nullopt));
}

void ObjectDetails::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    renderInPlace();
}

void ObjectDetails::setFavourites(Favourites &favourites) {
    m_favourites = &favourites;
    connect(m_favourites, &Favourites::changed, this, &ObjectDetails::showBar);
    m_star->show();
    showBar();
}

void ObjectDetails::showObject(const Oid &oid) {
    if (oid == m_oid)
        return;
    m_history.visit(oid, m_library->nearest(oid).module().isEmpty() ? oid : m_library->nearest(oid).oid());
    look({oid, {}});
}

void ObjectDetails::showModule(const QString &module) {
    if (module == m_module)
        return;
    m_history.visit(module);
    look({{}, module});
}

void ObjectDetails::look(const ObjectHistory::Place &place) {
    m_oid = place.oid;
    m_module = place.module;
    m_revisionsShown = false;
    render();
}

void ObjectDetails::clear() { look({}); }

void ObjectDetails::go(int step) {
    const std::optional<ObjectHistory::Place> place = m_history.go(step);
    if (!place)
        return;
    look(*place);
    if (place->module.isEmpty())
        emit linkActivated(place->oid);
}

void ObjectDetails::follow(const QUrl &url) {
    if (url.scheme() == u"oid") {
        if (const auto oid = Oid::parse(url.path()))
            emit linkActivated(*oid);
    } else if (url.scheme() == u"module") {
        showModule(url.path());
    } else if (url.scheme() == u"source") {
        const auto [file, line] = htmltext::source(url);
        emit sourceRequested(file, line);
    } else if (url.scheme() == u"show") {
        m_revisionsShown = !m_revisionsShown;
        renderInPlace();
    } else if (url.hasFragment()) {
        m_text->scrollToAnchor(url.fragment(QUrl::FullyDecoded));
    }
}

std::pair<QString, int> ObjectDetails::definedAt() const {
    if (const ModuleInfo *module = m_module.isEmpty() ? nullptr : m_library->module(m_module))
        return {module->file, module->line};
    const NodeRef node = m_oid.isEmpty() ? NodeRef() : m_library->nearest(m_oid);
    return node.isNull() ? std::pair<QString, int>() : std::pair(node.file(), node.line());
}

void ObjectDetails::showSource() {
    if (const auto [file, line] = definedAt(); !file.isEmpty())
        emit sourceRequested(file, line);
}

void ObjectDetails::setTextName(const QString &accessibleName, const QString &placeholder) {
    m_text->setAccessibleName(accessibleName);
    m_text->setPlaceholderText(placeholder);
    m_bar->hide();
}

void ObjectDetails::render() {
    m_text->document()->setDefaultStyleSheet(detailsStyle(palette()));
    if (!m_module.isEmpty())
        m_text->setHtml(modulePage(*m_library, m_module, m_revisionsShown));
    else
        m_text->setHtml(m_oid.isEmpty() ? QString() : objectText(*m_library, m_oid, m_revisionsShown));
    showBar();
}

void ObjectDetails::renderInPlace() {
    const int place = m_text->verticalScrollBar()->value();
    render();
    m_text->verticalScrollBar()->setValue(place);
}

void ObjectDetails::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        renderInPlace();
}

} // namespace walkabout
