// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/rawtypeeditor.h"

#include "core/base/bytes.h"
#include "ui/shared/fonts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHostAddress>
#include <QLineEdit>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

ValueEditor::Input inputOf(const Value &value) {
    switch (value.type()) {
    case Value::Type::Integer32: return {QString::number(value.toSigned()), u'i'};
    case Value::Type::Gauge32: return {QString::number(value.toUnsigned()), u'u'};
    case Value::Type::Counter32: return {QString::number(value.toUnsigned()), u'c'};
    case Value::Type::Counter64: return {QString::number(value.toUnsigned()), u'C'};
    case Value::Type::TimeTicks: return {QString::number(value.toUnsigned()), u't'};
    case Value::Type::ObjectIdentifier: return {value.toOid().toString(), u'o'};
    case Value::Type::IpAddress:
        return {QHostAddress(qFromBigEndian<quint32>(value.octets().constData())).toString(), u'a'};
    default: break;
    }
    const auto text = bytes::printableText(value.octets());
    return text && text->toUtf8() == value.octets() ? ValueEditor::Input{*text, u's'}
                                                    : ValueEditor::Input{bytes::toHex(value.octets()), u'x'};
}

} // namespace

RawTypeEditor::RawTypeEditor(const std::optional<Value> &current, QWidget *parent)
    : ValueEditor(parent)
    , m_type(new QComboBox(this))
    , m_line(new QLineEdit(this)) {
    m_type->setAccessibleName(tr("Type"));
    m_type->addItem(tr("Integer"), QChar(u'i'));
    m_type->addItem(tr("Unsigned"), QChar(u'u'));
    m_type->addItem(tr("Text"), QChar(u's'));
    m_type->addItem(tr("Hex"), QChar(u'x'));
    m_type->addItem(tr("IP address"), QChar(u'a'));
    m_type->addItem(tr("OID"), QChar(u'o'));
    m_type->addItem(tr("TimeTicks"), QChar(u't'));
    m_type->addItem(tr("Counter32"), QChar(u'c'));
    m_type->addItem(tr("Counter64"), QChar(u'C'));
    m_line->setAccessibleName(tr("New value"));
    m_line->setFont(monospaced());
    if (current && !current->isException() && current->type() != Value::Type::Null) {
        const Input now = inputOf(*current);
        m_type->setCurrentIndex(m_type->findData(now.letter));
        m_line->setText(now.text);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_type);
    layout->addWidget(m_line, 1);
    setFocusProxy(m_line);
    connect(m_type, &QComboBox::currentIndexChanged, this, &ValueEditor::changed);
    connect(m_line, &QLineEdit::textChanged, this, &ValueEditor::changed);
}

ValueEditor::Input RawTypeEditor::input() const { return {m_line->text(), m_type->currentData().toChar()}; }

} // namespace walkabout
