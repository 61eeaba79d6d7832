// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <QWidget>

class QTableView;

namespace walkabout {

class LogModel;

/// What the program said, with levels and a filter line; it follows the end while the end is in view. The log outlives
/// it.
class LogPanel final : public QWidget {
    Q_OBJECT

public:
    explicit LogPanel(Log &log, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildView();
    void copy() const;

    LogModel *m_model;
    QTableView *m_view;
};

} // namespace walkabout
