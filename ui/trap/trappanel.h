// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/engine.h"
#include "core/trap/receiver.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace walkabout {

class BindingModel;
class ListenBar;
class ObjectDetails;
class TrapModel;
class TrapView;

/// Live traps in three panes: the list, what one carried, and what that means. Nothing is kept on disk. The engine
/// outlives it.
class TrapPanel final : public QWidget {
    Q_OBJECT

public:
    explicit TrapPanel(Engine &engine, QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);

signals:
    void traffic(const walkabout::Traffic &traffic);
    void countChanged(int count);
    void sourceRequested(const QString &file, int line);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    void buildBindings();
    void take();
    void showCurrent();
    void sayCount();

    Receiver m_receiver;
    TrapModel *m_model;
    BindingModel *m_bindings;
    ListenBar *m_listen;
    QLineEdit *m_filter;
    QLabel *m_count;
    QPushButton *m_newer;
    TrapView *m_list;
    QTableView *m_bindingView;
    ObjectDetails *m_definition;
    QList<Notification> m_pending;
    QTimer m_flush;
};

} // namespace walkabout
