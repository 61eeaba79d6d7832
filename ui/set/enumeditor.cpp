// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/enumeditor.h"

#include <QBoxLayout>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace walkabout {

EnumEditor::EnumEditor(const TypeInfo &type, const std::optional<Value> &current, QWidget *parent)
    : ValueEditor(parent)
    , m_labels(new QComboBox(this)) {
    m_labels->setAccessibleName(tr("New value"));
    for (const EnumItem &item : type.enums)
        m_labels->addItem(u"%1 (%2)"_s.arg(item.label).arg(item.number), item.number);
    // A number that no label names is no choice: nothing is chosen in its stead.
    m_labels->setCurrentIndex(current && current->isInteger() ? m_labels->findData(current->toSigned()) : -1);
    m_labels->setPlaceholderText(tr("Choose a value"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_labels, 1);
    setFocusProxy(m_labels);
    connect(m_labels, &QComboBox::currentIndexChanged, this, &ValueEditor::changed);
}

ValueEditor::Input EnumEditor::input() const {
    const QVariant number = m_labels->currentData();
    return {number.isValid() ? QString::number(number.toLongLong()) : QString()};
}

} // namespace walkabout
