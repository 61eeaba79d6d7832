// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/nodemenu.h"
#include "ui/shared/menuentry.h"

#include <QClipboard>
#include <QGuiApplication>

namespace walkabout {

const QKeySequence NodeMenu::copyOidKey{Qt::CTRL | Qt::SHIFT | Qt::Key_C};
const QKeySequence NodeMenu::copyQualifiedKey{Qt::CTRL | Qt::ALT | Qt::Key_C};
const QKeySequence NodeMenu::favouriteKey{Qt::CTRL | Qt::Key_B};
const QKeySequence NodeMenu::sourceKey{Qt::CTRL | Qt::Key_U};

NodeMenu::NodeMenu(const NodeRef &node, const Deeds &deeds, QWidget *parent)
    : QMenu(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    const NodeKind kind = node.kind();
    const bool leaf = kind == NodeKind::Scalar || kind == NodeKind::Column;
    const auto verb = [&](const QString &text, Verb what, bool fits) {
        if (fits)
            addAction(text, this, [ask = deeds.ask, what] { ask(what); });
    };
    verb(tr("&Get"), Verb::Get, leaf);
    verb(tr("Get &next"), Verb::Next, true);
    verb(tr("Get &bulk"), Verb::Bulk, true);
    verb(tr("&Table"), Verb::Table, !node.rowNode().isNull());
    verb(tr("&Walk"), Verb::Walk, true);
    verb(tr("&Set…"), Verb::Set, leaf && node.isWritable());
    addSeparator();
    if (deeds.isFavourite)
        addEntry(*this, *deeds.isFavourite ? tr("Remove from &favourites") : tr("Add to &favourites"), favouriteKey,
            deeds.toggleFavourite);
    if (deeds.showSource && !node.file().isEmpty())
        addEntry(*this, tr("Show so&urce"), sourceKey, deeds.showSource);
    addSeparator();
    const auto copy = [this](const QString &text, const QString &what, const QKeySequence &keys) {
        addEntry(*this, text, keys, [what] { QGuiApplication::clipboard()->setText(what); });
    };
    copy(tr("&Copy name"), node.name(), QKeySequence::Copy);
    copy(tr("Copy &OID"), node.oid().toString(), copyOidKey);
    if (!node.module().isEmpty())
        copy(tr("Copy &MODULE::name"), node.qualifiedName(), copyQualifiedKey);
}

} // namespace walkabout
