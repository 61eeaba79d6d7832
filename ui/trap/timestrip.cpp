// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/timestrip.h"

#include "core/base/count.h"
#include "ui/shared/palette.h"
#include "ui/trap/timescale.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr int BarHeight = 28;
constexpr int LeastHeight = 3; // one trap beside ten thousand is still seen
constexpr double MostWidth = 28;
constexpr int TickApart = 90;

QColor severityColour(const QPalette &palette, Severity severity) {
    switch (severity) {
    case Severity::Normal: return tint(palette, Tint::Good);
    case Severity::Notice: return tint(palette, Tint::Dim);
    case Severity::Warning: return isDark(palette) ? 0xffe3c04a : 0xffc99a1a;
    case Severity::Major: return isDark(palette) ? 0xfff0883e : 0xffe0701c;
    case Severity::Critical: return tint(palette, Tint::Bad);
    }
    return {};
}

quint64 sum(const std::array<quint32, 5> &part) { return std::accumulate(part.begin(), part.end(), quint64(0)); }

} // namespace

TimeStrip::TimeStrip(QWidget *parent)
    : QAbstractSlider(parent) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Traps over time"));
    setRange(0, 0);
}

QSize TimeStrip::sizeHint() const { return {240, BarHeight + fontMetrics().height() + 1}; }

int TimeStrip::barsHeight() const { return height() - fontMetrics().height() - 1; }

double TimeStrip::partWidth() const { return std::min(MostWidth, double(width()) / std::max(parts(), 1)); }

int TimeStrip::partAt(double x) const { return int(std::floor(x / partWidth())); }

QRect TimeStrip::rectOf(int part) const {
    const int left = int(std::lround(part * partWidth()));
    return {left, 0, std::max(int(std::lround((part + 1) * partWidth())) - left, 1), barsHeight()};
}

void TimeStrip::show(const TrapStrip &strip) {
    const bool isFirst = m_strip.parts.isEmpty();
    const bool isOther = strip.step != m_strip.step;
    const UtcMicroseconds marked = isFirst ? UtcMicroseconds() : timeOf(value());
    const UtcMicroseconds anchored = isFirst ? UtcMicroseconds() : timeOf(m_anchor);
    m_strip = strip;
    const int last = std::max(parts() - 1, 0);
    setRange(0, last);
    const auto placeOf = [&](UtcMicroseconds time) {
        return parts() == 0 ? 0 : int(std::clamp<qint64>((time - strip.begin) / strip.step, 0, last));
    };
    setValue(isFirst ? last : placeOf(marked)); // at first where one would look first
    m_anchor = isFirst || isOther ? value() : placeOf(anchored);
    say();
    update();
}

QString TimeStrip::textOf(int from, int to) const {
    std::array<quint32, 5> counts{};
    for (int part = from; part <= to; ++part) {
        for (size_t i = 0; i < counts.size(); ++i)
            counts.at(i) += m_strip.parts[part].at(i);
    }
    QStringList each;
    for (size_t i = counts.size(); i-- > 0;) {
        if (counts.at(i) > 0)
            each += u"%1 %2"_s.arg(grouped(counts.at(i)), severity::text(Severity(i)));
    }
    const QString all = counted(qint64(sum(counts)), tr("%1 trap"), tr("%1 traps"));
    const QString time = timescale::stretch(timeOf(from), timeOf(to + 1));
    return each.isEmpty() ? u"%1\n%2"_s.arg(time, all) : u"%1\n%2: %3"_s.arg(time, all, each.join(u", "_s));
}

// The value is a number of a bar: what a person wants to hear is its time.
void TimeStrip::say() {
    const bool isEmpty = parts() == 0;
    setAccessibleDescription(
        isEmpty ? tr("no traps") : textOf(std::min(m_anchor, value()), std::max(m_anchor, value())));
}

void TimeStrip::sliderChange(SliderChange change) {
    QAbstractSlider::sliderChange(change);
    m_anchor = std::min(m_anchor, maximum());
    if (change == SliderValueChange && value() < std::max(parts(), 1))
        say();
}

void TimeStrip::choose() {
    if (parts() > 0)
        emit chosen(timeOf(std::min(m_anchor, value())), timeOf(std::max(m_anchor, value()) + 1));
}

bool TimeStrip::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QAbstractSlider::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int part = partAt(help->pos().x());
    if (part >= 0 && part < parts())
        QToolTip::showText(help->globalPos(), textOf(part, part), this, rectOf(part));
    else
        QToolTip::hideText();
    return true;
}

void TimeStrip::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose();
        return;
    }
    const int before = value();
    const bool stretches = event->modifiers() & Qt::ShiftModifier;
    QAbstractSlider::keyPressEvent(event);
    if (event->isAccepted() && !stretches)
        m_anchor = value();
    if (before != value() || !stretches)
        say();
    update();
}

void TimeStrip::mousePressEvent(QMouseEvent *event) {
    const int part = partAt(event->position().x());
    m_isDragged = event->button() == Qt::LeftButton && part >= 0 && part < parts();
    if (!m_isDragged)
        return;
    m_anchor = part;
    setValue(part);
    say();
    update();
}

void TimeStrip::mouseMoveEvent(QMouseEvent *event) {
    if (m_isDragged)
        setValue(std::clamp(partAt(event->position().x()), 0, maximum()));
}

void TimeStrip::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton && std::exchange(m_isDragged, false))
        choose();
}

void TimeStrip::wheelEvent(QWheelEvent *event) { event->ignore(); }

void TimeStrip::focusInEvent(QFocusEvent *event) {
    QAbstractSlider::focusInEvent(event);
    update();
}

void TimeStrip::focusOutEvent(QFocusEvent *event) {
    QAbstractSlider::focusOutEvent(event);
    update();
}

void TimeStrip::paintBar(QPainter &painter, int part, quint64 most) const {
    const auto &counts = m_strip.parts[part];
    const quint64 all = sum(counts);
    if (all == 0)
        return;
    QRect bar = rectOf(part);
    if (bar.width() > 3)
        bar.setWidth(bar.width() - 1);
    // By the root: a storm in the night leaves the rest of it to be seen.
    const double share = std::sqrt(double(all) / double(most));
    const int whole = std::max(LeastHeight, int(std::lround(share * (barsHeight() - 3))));
    // The worst at the foot: it is seen even where it is one in a thousand.
    int bottom = barsHeight();
    const int top = bottom - whole;
    for (size_t i = counts.size(); i-- > 0 && bottom > top;) {
        if (counts.at(i) == 0)
            continue;
        const int own = std::max(2, int(std::lround(double(counts.at(i)) * whole / double(all))));
        const int from = std::max(top, bottom - own);
        painter.fillRect(bar.left(), from, bar.width(), bottom - from, severityColour(palette(), Severity(i)));
        bottom = from;
    }
}

void TimeStrip::paintScale(QPainter &painter) const {
    const double step = partWidth();
    const auto apart = std::chrono::microseconds(qint64(TickApart / step * double(m_strip.step.count())));
    const int top = barsHeight();
    for (const timescale::Tick &tick : timescale::ticks(m_strip.begin, timeOf(parts()), apart)) {
        const int x
            = int(std::lround(double((tick.time - m_strip.begin).count()) / double(m_strip.step.count()) * step));
        painter.setPen(tint(palette(), Tint::Dim));
        painter.drawLine(x, top, x, top + 4);
        if (x + 4 + fontMetrics().horizontalAdvance(tick.text) <= width())
            painter.drawText(x + 4, top + 1 + fontMetrics().ascent(), tick.text);
    }
}

void TimeStrip::paintEvent(QPaintEvent * /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.fillRect(0, barsHeight(), width(), 1, tint(palette(), Tint::Line));
    if (parts() == 0)
        return;
    const bool isMarked = hasFocus() || m_isDragged;
    const QRect marked = rectOf(std::min(m_anchor, value())) | rectOf(std::max(m_anchor, value()));
    QColor colour = tint(palette(), Tint::Accent);
    if (isMarked) {
        colour.setAlpha(60);
        painter.fillRect(marked, colour);
    }
    quint64 most = 1;
    for (const auto &part : m_strip.parts)
        most = std::max(most, sum(part));
    for (int part = 0; part < parts(); ++part)
        paintBar(painter, part, most);
    paintScale(painter);
    if (!isMarked)
        return;
    colour.setAlpha(255);
    painter.setPen(colour);
    painter.drawRect(marked.adjusted(0, 0, 0, -1));
}

} // namespace walkabout
