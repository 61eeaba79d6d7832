// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/newrowform.h"

#include "ui/set/valueeditor.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace walkabout {

NewRowForm::NewRowForm(Library::Pointer library, RowDraft draft, const QString &deviceLabel, QWidget *parent)
    : QDialog(parent)
    , m_describe(std::move(library))
    , m_draft(std::move(draft))
    , m_how(new QComboBox(this))
    , m_instance(new QLabel(this))
    , m_message(new QLabel(this))
    , m_put(new QPushButton(tr("&Add to Sheet"), this)) {
    setWindowTitle(tr("New row of %1 on %2").arg(m_draft.table(), deviceLabel));
    m_put->setAccessibleName(tr("Add the row to the sheet of %1").arg(deviceLabel));
    m_put->setDefault(true);
    m_instance->setAccessibleName(tr("Instance"));
    m_instance->setFont(monospaced());
    m_message->setAccessibleName(tr("Message"));
    for (QLabel *label : {m_instance, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_message->setMinimumHeight(fontMetrics().height() * 2 + 4); // the buttons do not move under the pointer
    m_message->setAlignment(Qt::AlignTop);

    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addIndexes(*form);
    addColumns(*form);
    addStatus(*form);
    auto *area = new QScrollArea(this);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_put, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    layout->addWidget(m_instance);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(620, qMin(page->sizeHint().height() + 160, 560));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_put, &QPushButton::clicked, this, &NewRowForm::put);
    check();
    if (!m_indexes.isEmpty())
        m_indexes.first()->setFocus();
}

void NewRowForm::addIndexes(QFormLayout &form) {
    for (const RowDraft::Index &index : m_draft.indexes()) {
        QWidget *field = nullptr;
        if (index.type.base == BaseType::Integer32 && !index.type.enums.isEmpty()) {
            auto *labels = new QComboBox(this);
            for (const EnumItem &item : index.type.enums)
                labels->addItem(u"%1 (%2)"_s.arg(item.label).arg(item.number), item.label);
            connect(labels, &QComboBox::currentIndexChanged, this, &NewRowForm::check);
            field = labels;
        } else {
            auto *line = new QLineEdit(this);
            line->setFont(monospaced());
            line->setPlaceholderText(index.syntax);
            connect(line, &QLineEdit::textChanged, this, &NewRowForm::check);
            field = line;
        }
        field->setAccessibleName(index.name);
        field->setToolTip(index.syntax);
        form.addRow(tr("%1 (index)").arg(index.name), field);
        m_indexes.append(field);
    }
}

void NewRowForm::addColumns(QFormLayout &form) {
    for (const RowDraft::Column &column : m_draft.columns()) {
        auto *given = new QCheckBox(column.isNeeded ? tr("%1 (needed)").arg(column.name) : column.name, this);
        given->setAccessibleName(tr("Give %1 a value").arg(column.name));
        given->setToolTip(column.isNeeded ? tr("Its module gives it no default: most devices want a value")
                                          : tr("Without a value it becomes %1").arg(column.defaultValue));
        given->setChecked(column.isNeeded);
        ValueEditor *editor = ValueEditor::make(m_describe, column.object + 0U, std::nullopt, this);
        editor->setAccessibleName(column.name);
        editor->setEnabled(column.isNeeded);
        connect(given, &QCheckBox::toggled, editor, &QWidget::setEnabled);
        connect(given, &QCheckBox::toggled, this, &NewRowForm::check);
        connect(editor, &ValueEditor::changed, this, &NewRowForm::check);
        form.addRow(given, editor);
        m_columns.append({given, editor});
    }
}

void NewRowForm::addStatus(QFormLayout &form) {
    m_how->setAccessibleName(tr("How the row is made"));
    m_how->addItem(tr("createAndGo: in service at once"), int(rowstatus::CreateAndGo));
    m_how->addItem(tr("createAndWait: taken into service by a second change"), int(rowstatus::CreateAndWait));
    connect(m_how, &QComboBox::currentIndexChanged, this, &NewRowForm::check);
    form.addRow(m_describe.library()->node(m_draft.statusColumn()).name(), m_how);
}

QStringList NewRowForm::indexTexts() const {
    QStringList texts;
    for (QWidget *field : m_indexes) {
        const auto *labels = qobject_cast<QComboBox *>(field);
        texts << (labels ? labels->currentData().toString() : static_cast<QLineEdit *>(field)->text());
    }
    return texts;
}

Result<VarBinds> NewRowForm::row() const {
    const Library &library = *m_describe.library();
    const Result<Oid> suffix = m_draft.instance(library, indexTexts());
    if (!suffix)
        return suffix.failure();
    VarBinds columns;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (!m_columns.at(i).given->isChecked())
            continue;
        const Result<VarBind> change
            = m_columns.at(i).editor->change(library, m_draft.columns().at(i).object + *suffix);
        if (!change)
            return change.failure();
        columns.append(*change);
    }
    return m_draft.creation(*suffix, columns, rowstatus::State(m_how->currentData().toInt()));
}

void NewRowForm::check() {
    const Result<VarBinds> made = row();
    m_put->setEnabled(made.ok());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tint(colours, Tint::Bad));
    m_message->setPalette(colours);
    m_message->setText(made ? QString() : made.failure().text());
    m_instance->setText(made ? m_describe.typedName(made->last().oid) : QString());
}

void NewRowForm::put() {
    const Result<VarBinds> made = row();
    if (!made)
        return;
    emit rowMade(*made);
    accept();
}

} // namespace walkabout
