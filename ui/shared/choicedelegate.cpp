// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/choicedelegate.h"

#include "ui/shared/fonts.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>

namespace walkabout {

namespace {

bool isChoice(const QModelIndex &index) { return index.flags().testFlag(Qt::ItemIsEditable); }

QStyleOptionComboBox comboOption(const QStyleOptionViewItem &option, const QString &text) {
    QStyleOptionComboBox combo;
    combo.rect = option.rect.adjusted(1, 1, -1, -1);
    combo.palette = option.palette;
    combo.fontMetrics = option.fontMetrics;
    combo.direction = option.direction;
    combo.state = QStyle::State_Enabled | QStyle::State_Active;
    combo.currentText = text;
    combo.frame = true;
    return combo;
}

} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    if (!isChoice(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    const QStyleOptionComboBox combo = comboOption(item, index.data().toString());
    painter->save();
    painter->setFont(item.font);
    style->drawComplexControl(QStyle::CC_ComboBox, &combo, painter, nullptr);
    style->drawControl(QStyle::CE_ComboBoxLabel, &combo, painter, nullptr);
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), rowHeight(option.font)));
    if (!isChoice(index))
        return size;
    int widest = 0;
    for (const QString &choice : index.data(ChoicesRole).toStringList())
        widest = qMax(widest, option.fontMetrics.horizontalAdvance(choice));
    return {widest + option.fontMetrics.height() * 2 + 12, size.height()};
}

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const {
    auto *combo = new QComboBox(parent);
    combo->addItems(index.data(ChoicesRole).toStringList());
    combo->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto *self = const_cast<ChoiceDelegate *>(this); // the signals are not const
        emit self->commitData(combo);
        emit self->closeEditor(combo);
    });
    return combo;
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(index.data(Qt::EditRole).toInt());
}

void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const {
    if (const auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentIndex());
}

} // namespace walkabout
