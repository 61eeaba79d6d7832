// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/bitseditor.h"

#include "core/base/bytes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// The highest bit of the first octet is bit 0 (RFC 2578 7.1.4).
char mask(qint64 position) { return char(0x80 >> (position % 8)); }

bool isSet(const QByteArray &bits, qint64 position) {
    return position / 8 < bits.size() && (bits.at(position / 8) & mask(position)) != 0;
}

void put(QByteArray &bits, qint64 position, bool on) {
    if (position / 8 >= bits.size()) {
        if (!on)
            return;
        bits.append(position / 8 + 1 - bits.size(), '\0');
    }
    const char octet = bits.at(position / 8);
    bits[position / 8] = char(on ? octet | mask(position) : octet & ~mask(position));
}

} // namespace

BitsEditor::BitsEditor(const TypeInfo &type, const std::optional<Value> &current, QWidget *parent)
    : ValueEditor(parent)
    , m_before(current && current->isOctets() ? current->octets() : QByteArray()) {
    auto *area = new QScrollArea(this);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(2);
    for (const EnumItem &item : type.enums) {
        auto *box = new QCheckBox(u"%1 (%2)"_s.arg(item.label).arg(item.number), page);
        box->setAccessibleName(item.label);
        box->setChecked(isSet(m_before, item.number));
        connect(box, &QCheckBox::toggled, this, &ValueEditor::changed);
        column->addWidget(box);
        m_bits.append({box, item.number});
    }
    column->addStretch();
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setMaximumHeight(qMin(page->sizeHint().height() + 4, 220));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    if (!m_bits.isEmpty())
        setFocusProxy(m_bits.first().box);
}

ValueEditor::Input BitsEditor::input() const {
    QByteArray bits = m_before;
    for (const Bit &bit : m_bits)
        put(bits, bit.position, bit.box->isChecked());
    return {bytes::toHex(bits), u'x'};
}

} // namespace walkabout
