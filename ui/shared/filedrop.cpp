// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/filedrop.h"

#include "ui/shared/palette.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QUrl>
#include <QWindow>

namespace walkabout {

namespace {

QStringList localPaths(const QMimeData &data) {
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace

FileDrop::FileDrop(QWidget &window, std::function<QString(const QStringList &)> promise)
    : QObject(&window)
    , m_window(window)
    , m_promise(std::move(promise))
    , m_overlay(new QLabel(&window)) {
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    m_overlay->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_overlay->setAlignment(Qt::AlignCenter);
    m_overlay->setFrameStyle(int(QFrame::Box) | int(QFrame::Plain));
    m_overlay->setLineWidth(4);
    m_overlay->setAutoFillBackground(true);
    m_overlay->hide();
}

// The system's window is asked before any widget in it: fields would take a path as text.
bool FileDrop::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::WinIdChange:
        if (watched == &m_window && m_window.windowHandle())
            m_window.windowHandle()->installEventFilter(this);
        return false;
    case QEvent::DragEnter:
    case QEvent::DragMove: return take(*static_cast<QDropEvent *>(event), false);
    case QEvent::Drop: m_overlay->hide(); return take(*static_cast<QDropEvent *>(event), true);
    case QEvent::DragLeave: m_overlay->hide(); return false;
    default: return false;
    }
}

bool FileDrop::take(QDropEvent &event, bool isDrop) {
    const QStringList paths = event.mimeData() ? localPaths(*event.mimeData()) : QStringList();
    const bool isText = paths.isEmpty() && m_textPromise && event.mimeData() && event.mimeData()->hasText();
    const QString text = isText ? event.mimeData()->text() : QString();
    const QString promise = !paths.isEmpty() ? m_promise(paths) : isText ? m_textPromise(text) : QString();
    if (promise.isEmpty())
        return false;
    // A move would have the other program delete its files.
    event.setDropAction(Qt::CopyAction);
    event.accept();
    if (isDrop && isText)
        emit textDropped(text);
    else if (isDrop)
        emit dropped(paths);
    else
        show(promise);
    return true;
}

void FileDrop::show(const QString &text) {
    QPalette colours = m_window.palette();
    colours.setColor(QPalette::WindowText, tint(colours, Tint::Accent));
    QColor veil = colours.color(QPalette::Base);
    veil.setAlpha(225);
    colours.setColor(QPalette::Window, veil);
    QFont large = m_window.font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_overlay->setPalette(colours);
    m_overlay->setFont(large);
    m_overlay->setText(text);
    m_overlay->setGeometry(m_window.rect());
    m_overlay->show();
    m_overlay->raise();
}

} // namespace walkabout
