// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibfilter.h"

#include "core/base/count.h"
#include "ui/mib/checkmenu.h"
#include "ui/mib/choiceedit.h"
#include "ui/mib/enterprises.h"
#include "ui/mib/filtertext.h"
#include "ui/shared/icon.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace walkabout {

MibFilter::MibFilter(QWidget *parent)
    : QWidget(parent)
    , m_library(Library::empty())
    , m_form(new QWidget(this))
    , m_module(new ChoiceEdit(tr("Filter by module"), tr("any module"), m_form))
    , m_vendor(new ChoiceEdit(tr("Filter by vendor"), tr("any vendor"), m_form))
    , m_kinds(new CheckMenu(this))
    , m_accesses(new CheckMenu(this))
    , m_obsolete(new QCheckBox(tr("Show o&bsolete"), m_form))
    , m_line(new QWidget(this))
    , m_said(new QLabel(m_line)) {
    build();
    connect(m_module, &ChoiceEdit::chosen, this, &MibFilter::changed);
    connect(m_vendor, &ChoiceEdit::chosen, this, &MibFilter::changed);
    connect(m_kinds, &CheckMenu::bitsChanged, this, &MibFilter::changed);
    connect(m_accesses, &CheckMenu::bitsChanged, this, &MibFilter::changed);
    connect(m_obsolete, &QCheckBox::toggled, this, &MibFilter::changed);
}

void MibFilter::build() {
    for (int kind = 0; kind <= int(NodeKind::Capabilities); ++kind)
        m_kinds->addBit(filtertext::kinds(NodeKind(kind)), 1U << kind);
    m_accesses->addBit(tr("writable"), filtertext::Writable);
    m_accesses->addSeparator();
    for (int access = 0; access <= int(Access::NotImplemented); ++access)
        m_accesses->addBit(filtertext::access(Access(access)), 1U << access);
    const auto button = [this](const QString &text, const QString &name, QMenu *menu) {
        auto *made = new QToolButton(m_form);
        made->setText(text);
        made->setAccessibleName(name);
        made->setToolButtonStyle(Qt::ToolButtonTextOnly);
        made->setPopupMode(QToolButton::InstantPopup);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        made->setMenu(menu);
        menu->setAccessibleName(name);
        return made;
    };
    m_obsolete->setAccessibleName(tr("Show obsolete"));
    auto *clear = new QPushButton(tr("Rese&t"), m_form);
    clear->setAccessibleName(tr("Reset MIB filter"));
    clear->setAutoDefault(false);
    connect(clear, &QPushButton::clicked, this, &MibFilter::reset);

    auto *choices = new QHBoxLayout;
    choices->setSpacing(4);
    QToolButton *kind = button(tr("&Kind"), tr("Filter by kind"), m_kinds);
    QToolButton *access = button(tr("&Access"), tr("Filter by access"), m_accesses);
    choices->addWidget(kind);
    choices->addWidget(access);
    choices->addWidget(m_obsolete);
    choices->addStretch();
    choices->addWidget(clear);
    auto *grid = new QGridLayout(m_form);
    grid->setContentsMargins(4, 0, 4, 4);
    grid->setSpacing(4);
    grid->addWidget(m_module, 0, 0);
    grid->addWidget(m_vendor, 0, 1);
    grid->addLayout(choices, 1, 0, 1, 2);
    setTabOrder(m_vendor, kind);
    setTabOrder(kind, access);
    setTabOrder(access, m_obsolete);
    setTabOrder(m_obsolete, clear);
    m_form->hide();

    auto *remove = new QToolButton(m_line);
    remove->setIcon(icon(Glyph::Close));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Remove MIB filter"));
    remove->setToolTip(tr("Show all nodes again (Esc)"));
    remove->setFocusPolicy(Qt::StrongFocus);
    connect(remove, &QToolButton::clicked, this, &MibFilter::reset);
    m_said->setAccessibleName(tr("MIB filter"));
    m_said->setWordWrap(true);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(6, 0, 4, 2);
    line->addWidget(m_said, 1);
    line->addWidget(remove, 0, Qt::AlignTop);
    m_line->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form);
    layout->addWidget(m_line);
}

void MibFilter::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_filled = false;
    if (isOpen())
        fillChoices();
}

void MibFilter::fillChoices() {
    if (std::exchange(m_filled, true))
        return;
    QStringList modules;
    for (const ModuleInfo &module : m_library->modules())
        modules += module.name;
    m_module->setChoices(modules);
    const QHash<quint32, QString> owners = enterpriseOwners(*m_library);
    const NodeRef above = m_library->node(enterprises());
    QStringList vendors;
    for (qsizetype row = 0; row < above.childCount(); ++row) {
        const NodeRef vendor = above.child(row);
        const quint32 number = vendor.oid().last();
        const QString owner = owners.value(number);
        vendors += u"%1 (%2)"_s.arg(owner.isEmpty() ? vendor.name() : owner).arg(number);
    }
    vendors.sort(Qt::CaseInsensitive);
    m_vendor->setChoices(vendors);
}

NodeFilter MibFilter::filter() const {
    NodeFilter filter;
    filter.module = m_module->choice();
    filter.vendor = m_vendor->choice().section(u'(', -1).section(u')', 0, 0).toUInt(); // "Its Owner (9)"
    filter.kinds = m_kinds->bits();
    filter.accesses = m_accesses->bits();
    filter.currentOnly = !m_obsolete->isChecked();
    return filter;
}

bool MibFilter::isObsoleteShown() const { return m_obsolete->isChecked(); }
void MibFilter::setObsoleteShown(bool shown) { m_obsolete->setChecked(shown); }

void MibFilter::tell(const ShownNodes &nodes) {
    m_said->setText(tr("Filter: %1 · %2")
                        .arg(filtertext::sentence(nodes.filter(), m_vendor->choice()),
                            counted(nodes.matchCount(), tr("%1 node"), tr("%1 nodes"))));
    m_said->setAccessibleDescription(m_said->text());
    m_line->setVisible(nodes.isFiltered());
}

bool MibFilter::isOpen() const { return !m_form->isHidden(); }

void MibFilter::setOpen(bool open) {
    if (open)
        fillChoices();
    if (open != isOpen()) {
        m_form->setVisible(open);
        emit openChanged(open);
    }
    if (open)
        m_module->setFocus(Qt::ShortcutFocusReason);
}

bool MibFilter::reset() {
    NodeFilter rest = filter();
    rest.currentOnly = false;
    if (rest.isEmpty())
        return false;
    m_module->setChoice({});
    m_vendor->setChoice({});
    m_kinds->setBits(0);
    m_accesses->setBits(0);
    emit changed();
    return true;
}

bool MibFilter::event(QEvent *event) {
    // Before the window stops what runs.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && isOpen())
        event->accept();
    return QWidget::event(event);
}

void MibFilter::keyPressEvent(QKeyEvent *event) {
    if (event->key() != Qt::Key_Escape || !isOpen()) {
        QWidget::keyPressEvent(event);
        return;
    }
    setOpen(false);
    emit left();
}

} // namespace walkabout
