// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/lineeditor.h"

#include "core/mib/displayhint.h"
#include "ui/mib/typetext.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QBoxLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString addressText(const QByteArray &octets) {
    return octets.size() == 4 ? QHostAddress(qFromBigEndian<quint32>(octets.constData())).toString() : QString();
}

QString textOf(const Value &value, const TypeInfo &type) {
    switch (value.type()) {
    case Value::Type::Integer32:
        return displayhint::formatInteger(value.toSigned(), type.displayHint)
            .value_or(QString::number(value.toSigned()));
    case Value::Type::ObjectIdentifier: return value.toOid().toString();
    case Value::Type::IpAddress: return addressText(value.octets());
    default: return value.isInteger() ? QString::number(value.toUnsigned()) : QString();
    }
}

QString accepted(const TypeInfo &type, const QString &units) {
    QStringList parts;
    if (type.base == BaseType::IpAddress || type.base == BaseType::NetworkAddress)
        parts << LineEditor::tr("four numbers, 10.0.0.1");
    else if (type.base == BaseType::ObjectIdentifier)
        parts << LineEditor::tr("an OID or a name");
    else if (type.base == BaseType::TimeTicks)
        parts << LineEditor::tr("hundredths of a second");
    if (!type.ranges.isEmpty())
        parts << typetext::ranges(type.ranges);
    if (!units.isEmpty())
        parts << units;
    return parts.join(u" · "_s);
}

} // namespace

LineEditor::LineEditor(const TypeInfo &type, const QString &units, const std::optional<Value> &current, QWidget *parent)
    : ValueEditor(parent)
    , m_line(new QLineEdit(this)) {
    m_line->setAccessibleName(tr("New value"));
    m_line->setFont(monospaced());
    if (current)
        m_line->setText(textOf(*current, type));
    m_line->selectAll();
    auto *hint = new QLabel(accepted(type, units), this);
    hint->setAccessibleName(tr("Accepted values"));
    QPalette colours = hint->palette();
    colours.setColor(QPalette::WindowText, tint(colours, Tint::Dim));
    hint->setPalette(colours);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(hint);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &ValueEditor::changed);
}

ValueEditor::Input LineEditor::input() const { return {m_line->text().trimmed()}; }

} // namespace walkabout
