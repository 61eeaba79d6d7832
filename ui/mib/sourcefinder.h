// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/finder.h"

#include <QTimer>

class QPlainTextEdit;

namespace walkabout {

/// Finds in a long plain text and selects what it found, in slices of the event loop. The view outlives it.
class SourceFinder final : public Finder {
    Q_OBJECT

public:
    SourceFinder(QPlainTextEdit &view, QObject *parent);

    /// What the view shows, its lines ended by LF.
    void setText(const QString &text);
    void find(const QString &text, bool forward, bool onwards) override;
    void stop() override { m_timer.stop(); }
    [[nodiscard]] QWidget &view() const override;

private:
    void slice();
    void end(qsizetype found);

    QPlainTextEdit &m_view;
    QString m_all;
    QString m_wanted;
    bool m_forward = true;
    bool m_wrapped = false;
    qsizetype m_start = 0; // where this search began
    qsizetype m_at = 0;
    QTimer m_timer;
};

} // namespace walkabout
