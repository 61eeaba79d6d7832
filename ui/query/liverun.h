// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/poll.h"
#include "core/work/query.h"
#include "ui/device/opendevice.h"

#include <QPointer>

namespace walkabout {

class LiveBar;
class TableResult;

/// The table of a tab, live: begins the poll that its bar asks for, shows the readings in the grid and says below it
/// how they go. Owned by the tab; device and bar outlive it.
class LiveRun final : public QObject {
    Q_OBJECT

public:
    LiveRun(OpenDevice &device, LiveBar &bar, QObject *parent);
    ~LiveRun() override;

    /// nullptr: there is none any more, and what runs ends. It takes what the bar has set.
    void setGrid(TableResult *grid);
    /// isWhole: so is what the grid shows. The device is open.
    [[nodiscard]] std::optional<Failure> begin(const Query &query, const Library &library, bool isWhole);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_poll != nullptr; }
    [[nodiscard]] const QString &summary() const { return m_summary; }

signals:
    /// Its summary, or whether it runs.
    void changed();
    void readingShown();

private:
    void connectBar();
    void take(const std::shared_ptr<const PollReading> &reading);
    void miss(const Failure &failure);
    void ended();
    void say();

    OpenDevice &m_device;
    LiveBar &m_bar;
    QPointer<TableResult> m_grid;
    std::unique_ptr<Poll> m_poll;
    bool m_isWhole = true;
    int m_readings = 0;
    QString m_summary;
};

} // namespace walkabout
