// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/setdialog.h"

#include "ui/set/valueeditor.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QLabel *label(const QString &accessibleName, QWidget *parent) {
    auto *made = new QLabel(parent);
    made->setAccessibleName(accessibleName);
    made->setTextFormat(Qt::PlainText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    made->setSizePolicy(policy);
    return made;
}

void colour(QLabel *label, Tint which) {
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, tint(colours, which));
    label->setPalette(colours);
}

} // namespace

SetDialog::SetDialog(Describe describe, const QString &deviceLabel, const Oid &instance,
    const std::optional<Value> &current, QWidget *parent)
    : QDialog(parent)
    , m_describe(std::move(describe))
    , m_instance(instance)
    , m_current(current)
    , m_editor(ValueEditor::make(m_describe, instance, current, this))
    , m_now(label(tr("Value now"), this))
    , m_after(label(tr("Value after"), this))
    , m_message(label(tr("Message"), this))
    , m_put(new QPushButton(tr("&Add to Sheet"), this)) {
    build(deviceLabel);
    connect(m_editor, &ValueEditor::changed, this, &SetDialog::check);
    connect(m_put, &QPushButton::clicked, this, &SetDialog::put);
    showNow();
    check();
    m_editor->setFocus();
}

void SetDialog::build(const QString &deviceLabel) {
    setWindowTitle(tr("Set %1 on %2").arg(m_describe.typedName(m_instance), deviceLabel));
    m_put->setAccessibleName(tr("Add to the sheet of %1").arg(deviceLabel));
    m_put->setToolTip(tr("Put this change on the sheet of %1; it is sent from there").arg(deviceLabel));
    m_put->setAutoDefault(false); // Enter is heard below, wherever the focus stands
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_put, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_now->setFont(monospaced());
    m_after->setFont(monospaced());
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->addRow(tr("Object"), objectLines());
    form->addRow(tr("Now"), m_now);
    form->addRow(tr("&New"), m_editor);
    form->addRow(tr("After"), m_after);
    form->addRow(QString(), m_message);
    form->addRow(buttons);
    // Room for a sentence, so that the buttons do not move under the pointer.
    m_message->setMinimumHeight(fontMetrics().height() * 2 + 4);
    m_message->setAlignment(Qt::AlignTop);
    setMinimumWidth(480);
}

QWidget *SetDialog::objectLines() {
    QStringList facts{m_describe.name(m_instance), m_instance.toString()};
    if (const NodeRef node = m_describe.library()->nearest(m_instance);
        !node.isNull() && node.base() != BaseType::None) {
        QStringList type{node.type().enums.isEmpty() ? node.syntax().simplified() : node.type().name};
        for (const QString &more : {accessName(node.access()), node.units()}) {
            if (!more.isEmpty())
                type << more;
        }
        facts << type.join(u" · "_s);
    }
    QLabel *lines = label(tr("Object"), this);
    lines->setText(facts.join(u'\n'));
    return lines;
}

void SetDialog::showNow() {
    m_now->setText(m_current ? m_describe.value({m_instance, *m_current}) : tr("not read"));
    colour(m_now, m_current ? Tint::Accent : Tint::Dim);
    if (m_current)
        m_now->setPalette(palette());
}

void SetDialog::check() {
    const Result<VarBind> change = m_editor->change(*m_describe.library(), m_instance);
    const bool same = change && m_current && change->value == *m_current;
    m_change = change && !same ? std::optional(*change) : std::nullopt;
    m_put->setEnabled(m_change.has_value());
    m_message->setText(change ? QString() : change.failure().text());
    colour(m_message, Tint::Bad);
    m_after->setText(!change ? QString() : same ? tr("as now") : m_describe.value(*change));
    colour(m_after, same ? Tint::Dim : Tint::Good);
}

void SetDialog::put() {
    if (!m_change)
        return;
    emit changeMade(*m_change);
    accept();
}

void SetDialog::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        put();
    else
        QDialog::keyPressEvent(event);
}

} // namespace walkabout
