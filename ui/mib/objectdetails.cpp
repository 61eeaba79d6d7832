// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/objectdetails.h"

#include "ui/find/findbar.h"
#include "ui/find/textfinder.h"
#include "ui/mib/objecttext.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>
#include <QTextBrowser>

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
           "td { padding-right: 10px; padding-bottom: 1px; }"_s.arg(palette.color(QPalette::Link).name(),
               tint(palette, Tint::Dim).name(), tint(palette, Tint::Bad).name(), monospaced().family());
}

} // namespace

ObjectDetails::ObjectDetails(QWidget *parent)
    : QWidget(parent)
    , m_library(Library::empty())
    , m_text(new QTextBrowser(this)) {
    m_text->setAccessibleName(tr("Object details"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(8);
    m_text->setPlaceholderText(tr("Click an object of the tree, or a row of a result"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    auto *finder = new TextFinder(*m_text, this);
    layout->addWidget(new FindBar([finder] { return finder; }, this));
    setFocusProxy(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const auto oid = url.scheme() == u"oid"_s ? Oid::parse(url.path()) : std::nullopt)
            emit linkActivated(*oid);
    });
}

void ObjectDetails::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    const int place = m_text->verticalScrollBar()->value();
    render();
    m_text->verticalScrollBar()->setValue(place);
}

void ObjectDetails::showObject(const Oid &oid) {
    if (oid == m_oid)
        return;
    m_oid = oid;
    render();
}

void ObjectDetails::clear() {
    m_oid = {};
    render();
}

void ObjectDetails::setTextName(const QString &accessibleName, const QString &placeholder) {
    m_text->setAccessibleName(accessibleName);
    m_text->setPlaceholderText(placeholder);
}

void ObjectDetails::render() {
    m_text->document()->setDefaultStyleSheet(detailsStyle(palette()));
    m_text->setHtml(m_oid.isEmpty() ? QString() : objectText(*m_library, m_oid));
}

void ObjectDetails::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        const int place = m_text->verticalScrollBar()->value();
        render();
        m_text->verticalScrollBar()->setValue(place);
    }
}

} // namespace walkabout
