// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/trapgroups.h"

#include <QAbstractSlider>

namespace walkabout {

/// When traps came, as bars by severity. A click on one chooses its time, a drag over several theirs; by keys, arrows
/// move a marker (with Shift they stretch it) and Enter chooses. To assistive technology it is a slider over the bars.
class TimeStrip final : public QAbstractSlider {
    Q_OBJECT

public:
    explicit TimeStrip(QWidget *parent = nullptr);

    /// The marker stays at its time.
    void show(const TrapStrip &strip);
    /// Where the bar of a part stands.
    [[nodiscard]] QRect rectOf(int part) const;

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(walkabout::UtcMicroseconds from, walkabout::UtcMicroseconds to);

protected:
    void sliderChange(SliderChange change) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int parts() const { return int(m_strip.parts.size()); }
    [[nodiscard]] double partWidth() const;
    [[nodiscard]] int barsHeight() const;
    /// Also left and right of all: less than 0, parts() or more.
    [[nodiscard]] int partAt(double x) const;
    [[nodiscard]] UtcMicroseconds timeOf(int part) const { return m_strip.begin + part * m_strip.step; }
    [[nodiscard]] QString textOf(int from, int to) const;
    void say();
    void choose();
    void paintBar(QPainter &painter, int part, quint64 most) const;
    void paintScale(QPainter &painter) const;

    TrapStrip m_strip;
    int m_anchor = 0; // where what is marked began; value() is its other end
    bool m_isDragged = false;
};

} // namespace walkabout
