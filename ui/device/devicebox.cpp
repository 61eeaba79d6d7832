// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicebox.h"

#include "ui/device/devicemodel.h"
#include "ui/shared/palette.h"

#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace walkabout {

DeviceBox::DeviceBox(DeviceModel &model, QWidget *parent)
    : QComboBox(parent) {
    setAccessibleName(tr("Device"));
    setToolTip(tr("Address, saved device, or a pasted snmpwalk line (Ctrl+D)"));
    setEditable(true);
    setInsertPolicy(NoInsert);
    setModel(&model);
    setModelColumn(DeviceModel::Name);
    setMinimumContentsLength(16);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    lineEdit()->setPlaceholderText(tr("Address, saved device, or a pasted snmpwalk line"));
    lineEdit()->setAccessibleName(tr("Device address"));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    setCurrentIndex(-1);
    lineEdit()->installEventFilter(this);
    connect(lineEdit(), &QLineEdit::returnPressed, this, [this] { emit entered(text()); });
    connect(this, &QComboBox::textActivated, this, [this](const QString &chosen) { emit entered(chosen); });
}

bool DeviceBox::eventFilter(QObject *watched, QEvent *event) {
    if (watched == lineEdit() && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text();
        if (text.trimmed().contains(u'\n')) {
            emit pasted(text);
            return true;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

void DeviceBox::showDevice(const QString &text) {
    const int row = findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    setCurrentIndex(row);
    setEditText(text);
    lineEdit()->setCursorPosition(0);
}

void DeviceBox::setProduction(bool production) {
    m_production = production;
    update();
}

void DeviceBox::paintEvent(QPaintEvent *event) {
    QComboBox::paintEvent(event);
    if (!m_production)
        return;
    QPainter painter(this);
    painter.setPen(QPen(tint(palette(), Tint::Bad), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace walkabout
