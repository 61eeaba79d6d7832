// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapfilterline.h"

#include "core/base/filterterms.h"
#include "core/trap/trapsettings.h"
#include "ui/shared/clearbutton.h"

#include <QKeyEvent>
#include <QMenu>

using namespace std::chrono_literals;

namespace walkabout {

TrapFilterLine::TrapFilterLine(Settings &settings, QWidget *parent)
    : QLineEdit(parent)
    , m_settings(settings)
    , m_menu(new QMenu(this)) {
    setPlaceholderText(tr("Filter traps"));
    setAccessibleName(tr("Filter traps"));
    setToolTip(tr("Words are all needed, each from its beginning; -word excludes, /re/.\n"
                  "source:10.1.0.0/16  name:link*  severity:>=major  kind:inform  after:2h  before:10:30"));
    addClearButton(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(&m_typing, &QTimer::timeout, this, &TrapFilterLine::filterChanged);
    connect(this, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_menu, &QMenu::aboutToShow, this, &TrapFilterLine::fill);
}

TrapFilter TrapFilterLine::filter() const { return TrapFilter::parse(text(), utcNow()); }

void TrapFilterLine::replace(const QString &terms, const QString &by) {
    QStringList standing = filterTerms(text(), true);
    for (const QString &term : filterTerms(terms, true))
        standing.removeOne(term);
    for (const QString &term : filterTerms(by, true)) {
        if (!standing.contains(term))
            standing += term;
    }
    setText(standing.join(u' '));
    m_typing.stop();
    emit filterChanged();
}

// A kept line stands under its own text: there is no second name to remember.
void TrapFilterLine::fill() {
    m_menu->clear();
    const QStringList kept = trapsettings::filters(m_settings);
    const QString now = text().trimmed();
    QAction *keeping = m_menu->addAction(kept.contains(now) ? tr("&Forget This Filter") : tr("&Keep This Filter"));
    keeping->setEnabled(!now.isEmpty());
    connect(keeping, &QAction::triggered, this, &TrapFilterLine::keep);
    m_menu->addSeparator();
    for (const QString &line : kept) {
        QAction *action = m_menu->addAction(QString(line).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, line] {
            setText(line);
            m_typing.stop();
            emit filterChanged();
        });
    }
    if (kept.isEmpty())
        m_menu->addAction(tr("Kept filters are listed here"))->setEnabled(false);
}

void TrapFilterLine::keep() {
    QStringList kept = trapsettings::filters(m_settings);
    const QString now = text().trimmed();
    if (!kept.removeOne(now))
        kept.append(now);
    if (const auto failure = trapsettings::setFilters(m_settings, kept))
        setToolTip(failure->text());
}

void TrapFilterLine::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace walkabout
