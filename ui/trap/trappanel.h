// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"
#include "core/trap/trapstation.h"
#include "ui/trap/sourceinterfaces.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace walkabout {

class ListenBar;
class SummaryPane;
class TrapAlerts;
class TrapCommands;
class TrapDetails;
class TrapFilterLine;
class TrapModel;
class TrapRowActions;
class TrapView;

/// The trap journal: the list, what one carried, and what that means; above them where it listens and what is looked
/// for. Its journal is opened when the panel is first seen, and written while it listens. What it stands on outlives
/// it.
class TrapPanel final : public QWidget {
    Q_OBJECT

public:
    using Parts = TrapStation::Parts;
    explicit TrapPanel(const Parts &parts, QWidget *parent = nullptr);
    ~TrapPanel() override;

    void setLibrary(Library::Pointer library);
    void setInterfaces(const SourceInterfaces &interfaces);
    [[nodiscard]] TrapStation &station() { return m_station; }

signals:
    void traffic(const walkabout::Traffic &traffic);
    /// Rows that came since the panel was last in view.
    void unreadChanged(int count);
    void sourceRequested(const QString &file, int line);
    void objectRequested(const walkabout::Oid &oid);
    void deviceRequested(const walkabout::Device &device);
    /// A device with what is known of an SNMPv3 user who could not be read.
    void userWanted(const walkabout::Device &device);
    void packetRequested(const QByteArray &bytes);
    void told(const QString &text);
    void failed(const walkabout::Failure &failure);
    /// A notice of the desktop was clicked.
    void attentionWanted();

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void buildLine();
    void buildList();
    void connectStation();
    void connectRows();
    void connectSummary();
    void sayProblem();
    void filter();
    void showCurrent();
    void sayCount();
    void count(int rows);
    void goToDevice(const QHostAddress &address);
    void addUser(const TrapRecord &record);

    TrapStation m_station;
    TrapModel *m_model;
    ListenBar *m_listen;
    TrapFilterLine *m_filter;
    QLabel *m_problem;
    QLabel *m_count;
    QPushButton *m_newer;
    QToolButton *m_pause;
    QToolButton *m_clear;
    TrapView *m_list;
    TrapDetails *m_details;
    TrapRowActions *m_rows;
    SummaryPane *m_summary;
    QStackedWidget *m_panes; // list or summary
    TrapCommands *m_commands;
    TrapAlerts *m_alerts;
    QString m_filterProblem;
    int m_unread = 0;
};

} // namespace walkabout
