// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/recording.h"

#include <QFrame>

class QLabel;
class QTreeWidget;

namespace walkabout {

/// The lines of a recording that could not be read, each with its number and what is wrong with it; the device works
/// without them. Owned by the window.
class BadLineSheet final : public QFrame {
    Q_OBJECT

public:
    explicit BadLineSheet(QWidget *parent = nullptr);

    void show(const QString &device, const QList<Recording::BadLine> &lines);

private:
    void copy() const;

    QLabel *m_heading;
    QTreeWidget *m_lines;
};

} // namespace walkabout
