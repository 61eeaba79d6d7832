// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/nodemenu.h"

#include <QClipboard>
#include <QGuiApplication>

namespace walkabout {

NodeMenu::NodeMenu(const NodeRef &node, const std::function<void(Verb)> &ask, QWidget *parent)
    : QMenu(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    const NodeKind kind = node.kind();
    const bool leaf = kind == NodeKind::Scalar || kind == NodeKind::Column;
    const auto verb = [&](const QString &text, Verb what, bool fits) {
        if (fits)
            addAction(text, this, [ask, what] { ask(what); });
    };
    verb(tr("&Get"), Verb::Get, leaf);
    verb(tr("Get &next"), Verb::Next, true);
    verb(tr("Get &bulk"), Verb::Bulk, true);
    verb(tr("&Table"), Verb::Table, !node.rowNode().isNull());
    verb(tr("&Walk"), Verb::Walk, true);
    verb(tr("&Set…"), Verb::Set, leaf && node.isWritable());
    addSeparator();
    const auto copy = [&](const QString &text, const QString &what, const QKeySequence &keys = {}) {
        QAction *action = addAction(text, this, [what] { QGuiApplication::clipboard()->setText(what); });
        action->setShortcut(keys); // shown here; the view itself hears it
        action->setShortcutContext(Qt::WidgetShortcut);
    };
    copy(tr("&Copy name"), node.name(), QKeySequence::Copy);
    copy(tr("Copy &OID"), node.oid().toString(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    if (!node.module().isEmpty())
        copy(tr("Copy &MODULE::name"), node.qualifiedName());
}

} // namespace walkabout
