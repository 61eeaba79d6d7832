// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/setdialog.h"

#include "core/base/bytes.h"
#include "core/work/change.h"
#include "ui/mib/typetext.h"
#include "ui/set/valueeditor.h"
#include "ui/shared/fonts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

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

// Octets typed in hex pass change::make by their letter: what the MIB says of the object holds for them all the same.
std::optional<Failure> refusal(const Library &library, const VarBind &change) {
    const NodeRef node = library.nearest(change.oid);
    if (node.isNull() || (node.kind() != NodeKind::Scalar && node.kind() != NodeKind::Column))
        return {};
    if (!node.isWritable() && node.access() != Access::None)
        return Failure(Failure::Kind::NotWritable, {node.qualifiedName()});
    const QList<Range> sizes = node.type().sizes;
    const qsizetype size = change.value.octets().size();
    const bool fits = sizes.isEmpty() || !change.value.isOctets()
        || std::ranges::any_of(sizes, [size](const Range &range) { return size >= range.low && size <= range.high; });
    if (fits)
        return {};
    return Failure(Failure::Kind::BadValue,
        {node.qualifiedName(), bytes::toHex(change.value.octets()),
            SetDialog::tr("%1 octets").arg(typetext::ranges(sizes))});
}

void colour(QLabel *label, Tint which) {
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, tint(colours, which));
    label->setPalette(colours);
}

} // namespace

SetDialog::SetDialog(Library::Pointer library, const QString &deviceLabel, const Oid &instance,
    const std::optional<Value> &current, QWidget *parent)
    : QDialog(parent)
    , m_describe(std::move(library))
    , m_instance(instance)
    , m_deviceLabel(deviceLabel)
    , m_current(current)
    , m_editor(ValueEditor::make(m_describe, instance, current, this))
    , m_now(label(tr("Value now"), this))
    , m_after(label(tr("Value after"), this))
    , m_message(label(tr("Message"), this))
    , m_set(new QPushButton(tr("Set on %1").arg(QString(deviceLabel).replace(u'&', u"&&"_s)), this)) {
    build(deviceLabel);
    connect(m_editor, &ValueEditor::changed, this, [this] {
        m_message->clear();
        check();
    });
    connect(m_set, &QPushButton::clicked, this, &SetDialog::send);
    showNow();
    check();
    m_editor->setFocus();
}

void SetDialog::build(const QString &deviceLabel) {
    setWindowTitle(tr("Set %1 on %2").arg(m_describe.typedName(m_instance), deviceLabel));
    m_set->setAccessibleName(tr("Set on %1").arg(deviceLabel));
    m_set->setToolTip(tr("Send this change (Ctrl+Enter)"));
    // Enter in the field sends nothing.
    m_set->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_set, QDialogButtonBox::ActionRole);
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
    const ValueEditor::Input input = m_editor->input();
    Result<VarBind> change = change::make(*m_describe.library(), m_instance, input.text, input.letter);
    if (const auto held = change ? refusal(*m_describe.library(), *change) : std::nullopt)
        change = *held;
    m_change = change ? std::optional(change.value()) : std::nullopt;
    m_set->setEnabled(m_change && !m_waiting);
    if (!change) {
        m_after->clear();
        say(change.failure().text(), Tint::Bad);
        return;
    }
    const bool same = m_current && change->value == *m_current;
    m_after->setText(same ? tr("as now") : m_describe.value(*change));
    colour(m_after, same ? Tint::Dim : Tint::Good);
}

void SetDialog::send() {
    if (!m_change || m_waiting)
        return;
    m_waiting = true;
    m_set->setEnabled(false);
    m_editor->setEnabled(false);
    say(tr("Sent once to %1; waiting for its answer…").arg(m_deviceLabel), Tint::Dim);
    emit sendRequested({*m_change});
}

void SetDialog::showOutcome(const Operation &operation) {
    m_waiting = false;
    m_editor->setEnabled(true);
    if (operation.ending() == Ending::Whole && m_change) {
        m_current = m_change->value;
        showNow();
        check();
        say(tr("%1 took the change.").arg(m_deviceLabel), Tint::Good);
        return;
    }
    check();
    const auto &failure = operation.failure();
    if (failure && failure->kind() == Failure::Kind::LostSet) {
        say(tr("No answer: the change may have been made. Reading it back…"), Tint::Warning);
        return;
    }
    // An agent's error names a varbind by number; with one change that is this one, and the sentence stands below its
    // field.
    say(failure ? sentence(*failure) : tr("The change was stopped."), Tint::Bad);
    m_editor->setFocus();
}

void SetDialog::showReadBack(const Value &value) {
    m_current = value;
    showNow();
    const bool made = m_change && m_change->value == value;
    check();
    say(made ? tr("Read back: the change was made.") : tr("Read back: the change was not made."),
        made ? Tint::Good : Tint::Warning);
}

void SetDialog::showUnread(const Failure &failure) {
    say(tr("The change may have been made and cannot be read back: %1").arg(failure.text()), Tint::Warning);
}

// An agent's error names the object by its OID: here it has a name.
QString SetDialog::sentence(const Failure &failure) const {
    QStringList arguments = failure.arguments();
    if (failure.kind() == Failure::Kind::AgentError && arguments.value(1) == m_instance.toString()) {
        arguments[1] = m_describe.typedName(m_instance);
        return Failure(failure.kind(), arguments).text();
    }
    return failure.text();
}

void SetDialog::showRefusal(const Failure &failure) {
    m_waiting = false;
    m_editor->setEnabled(true);
    check();
    say(failure.text(), Tint::Bad);
}

void SetDialog::say(const QString &text, Tint tint) {
    m_message->setText(text);
    colour(m_message, tint);
}

void SetDialog::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        send();
    else if (!enter)
        QDialog::keyPressEvent(event);
}

} // namespace walkabout
