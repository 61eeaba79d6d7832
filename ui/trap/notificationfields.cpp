// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/notificationfields.h"

#include "core/work/change.h"
#include "core/work/objectname.h"
#include "ui/set/valueeditor.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace walkabout {

NotificationFields::NotificationFields(QWidget *parent)
    : QWidget(parent)
    , m_describe(Library::empty())
    , m_more(new QPlainTextEdit(this)) {
    m_more->setAccessibleName(tr("More varbinds"));
    m_more->setPlaceholderText(tr("OBJECT=VALUE or OBJECT=TYPE:VALUE, one a line"));
    m_more->setTabChangesFocus(true);
    m_more->setMaximumHeight(fontMetrics().height() * 4);
    connect(m_more, &QPlainTextEdit::textChanged, this, &NotificationFields::changed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_more);
}

void NotificationFields::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    setNotification(std::exchange(m_notification, {}));
}

void NotificationFields::setNotification(const Oid &notification) {
    if (notification == m_notification)
        return;
    m_notification = notification;
    delete m_area;
    m_fields.clear();
    m_area = new QWidget(this);
    m_form = new QFormLayout(m_area);
    m_form->setContentsMargins({});
    for (const QString &name : m_describe.library()->node(notification).objects()) {
        const QList<NodeRef> nodes = m_describe.library()->named(name);
        if (!nodes.isEmpty())
            add(nodes.first());
    }
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(0, m_area);
    emit changed();
}

void NotificationFields::add(const NodeRef &object) {
    Field field{object.oid(), object.qualifiedName(), nullptr, nullptr};
    auto *line = new QWidget(m_area);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    const bool isScalar = object.kind() == NodeKind::Scalar;
    if (!isScalar) {
        field.instance = new QLineEdit(line);
        field.instance->setPlaceholderText(tr("index"));
        field.instance->setAccessibleName(tr("Index of %1").arg(object.name()));
        field.instance->setToolTip(tr("Its row: 3, 10.0.0.1.22, or by value: [\"eth0\"]; empty: left out"));
        field.instance->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
        layout->addWidget(field.instance);
        connect(field.instance, &QLineEdit::textChanged, this, &NotificationFields::changed);
    }
    field.editor = ValueEditor::make(m_describe, object.oid() + 0, {}, line);
    layout->addWidget(field.editor, 1);
    connect(field.editor, &ValueEditor::changed, this, &NotificationFields::changed);
    m_form->addRow(object.name(), line);
    // Most notifications tell of one row: what the first says is offered to the others.
    if (field.instance && !m_fields.isEmpty() && m_fields.first().instance) {
        connect(m_fields.first().instance, &QLineEdit::textEdited, field.instance, &QLineEdit::setText);
    }
    m_fields.append(field);
}

Result<VarBinds> NotificationFields::varBinds() const {
    const Library &library = *m_describe.library();
    VarBinds all;
    for (const Field &field : m_fields) {
        Oid instance = field.object + 0;
        if (field.instance) {
            const QString index = field.instance->text().trimmed();
            if (index.isEmpty())
                continue;
            const bool isBracketed = index.startsWith(u'[');
            const auto name = ObjectName::parse(field.name + (isBracketed ? index : u'.' + index), library);
            if (!name)
                return name.failure();
            instance = name->oid;
        }
        const ValueEditor::Input input = field.editor->input();
        auto varBind = change::make(library, instance, input.text, input.letter, change::Use::Notify);
        if (!varBind)
            return varBind.failure();
        all.append(*std::move(varBind));
    }
    for (const QString &line : m_more->toPlainText().split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        auto varBind = change::parse(library, line.trimmed(), change::Use::Notify);
        if (!varBind)
            return varBind.failure();
        all.append(*std::move(varBind));
    }
    return all;
}

} // namespace walkabout
