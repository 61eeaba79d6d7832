// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/octetseditor.h"

#include "core/base/bytes.h"
#include "core/mib/convention.h"
#include "core/work/change.h"
#include "ui/mib/typetext.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// 255a and 255t are text as it is; other hints have a form of their own.
bool isPlainText(const QString &hint) {
    return hint.isEmpty() || ((hint.endsWith(u'a') || hint.endsWith(u't')) && hint.chopped(1).toInt() > 0);
}

QString example(const TypeInfo &type) {
    if (convention::isHardwareAddress(type))
        return u"00:1a:2b:3c:4d:5e"_s;
    return convention::is(type, u"DateAndTime") ? u"2026-11-22 03:04:05 +01:00"_s : QString();
}

bool fits(qsizetype size, const QList<Range> &sizes) {
    return sizes.isEmpty()
        || std::ranges::any_of(sizes, [size](const Range &range) { return size >= range.low && size <= range.high; });
}

} // namespace

OctetsEditor::OctetsEditor(Describe describe, const Oid &instance, const std::optional<Value> &current, QWidget *parent)
    : ValueEditor(parent)
    , m_describe(std::move(describe))
    , m_instance(instance)
    , m_type(m_describe.library()->nearest(instance).type())
    , m_line(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_hex(new QToolButton(this)) {
    m_line->setAccessibleName(tr("New value"));
    m_line->setFont(monospaced());
    m_count->setAccessibleName(tr("Size"));
    m_hex->setText(tr("Hex"));
    m_hex->setAccessibleName(tr("Hex"));
    m_hex->setToolTip(tr("Type the octets in hexadecimal"));
    m_hex->setCheckable(true);

    const QByteArray before = current && current->isOctets() ? current->octets() : QByteArray();
    const auto text = textOf(before);
    m_hex->setChecked(!text);
    m_line->setText(text.value_or(bytes::toHex(before)));
    m_line->setPlaceholderText(m_hex->isChecked() ? QString() : example(m_type));
    m_line->selectAll();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_hex);
    layout->addWidget(m_count);
    setFocusProxy(m_line);
    count();
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        count();
        emit changed();
    });
    connect(m_hex, &QToolButton::toggled, this, &OctetsEditor::setHex);
}

std::optional<QString> OctetsEditor::textOf(const QByteArray &octets) const {
    if (octets.isEmpty())
        return QString();
    if (!isPlainText(m_type.displayHint)) {
        // A form that does not lead back to the same octets would change them unasked.
        const QString text = m_describe.value({m_instance, Value::octets(octets)});
        const Result<VarBind> back = change::make(*m_describe.library(), m_instance, text);
        return back && back->value.octets() == octets ? std::optional(text) : std::nullopt;
    }
    const auto text = bytes::printableText(octets);
    return text && text->toUtf8() == octets && !text->contains(u'\n') && !text->contains(u'\r') ? text : std::nullopt;
}

std::optional<QByteArray> OctetsEditor::octets(bool hex) const {
    const QString text = m_line->text();
    if (hex)
        return bytes::fromHex(text);
    if (isPlainText(m_type.displayHint))
        return text.toUtf8();
    const Result<VarBind> made = change::make(*m_describe.library(), m_instance, text);
    return made ? std::optional(made->value.octets()) : std::nullopt;
}

void OctetsEditor::setHex(bool hex) {
    const auto now = octets(!hex);
    const auto shown = !now ? std::nullopt : hex ? std::optional(bytes::toHex(*now)) : textOf(*now);
    if (shown) {
        m_line->setText(*shown);
    } else if (!hex && now) {
        // These octets have no text: they stay in hex.
        const QSignalBlocker quiet(m_hex);
        m_hex->setChecked(true);
    }
    m_line->setPlaceholderText(m_hex->isChecked() ? QString() : example(m_type));
    count();
    emit changed();
}

void OctetsEditor::count() {
    const auto now = octets(m_hex->isChecked());
    const QString size = typetext::ranges(m_type.sizes);
    QString text = now ? QString::number(now->size()) : u"–"_s;
    text = size.isEmpty() ? tr("%1 octets").arg(text) : tr("%1 of %2 octets").arg(text, size);
    m_count->setText(text);
    QPalette colours = palette();
    colours.setColor(
        QPalette::WindowText, tint(colours, now && fits(now->size(), m_type.sizes) ? Tint::Dim : Tint::Bad));
    m_count->setPalette(colours);
}

ValueEditor::Input OctetsEditor::input() const {
    return m_hex->isChecked() ? Input{m_line->text(), u'x'} : Input{m_line->text()};
}

} // namespace walkabout
