// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/engine.h"
#include "core/trap/journal.h"
#include "core/trap/journalreader.h"
#include "core/trap/receiver.h"
#include "core/trap/trapusers.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QToolButton;

namespace walkabout {

class BindingModel;
class DeviceStore;
class ListenBar;
class ObjectDetails;
class SecretStore;
class Settings;
class TrapModel;
class TrapView;

/// The trap journal in three panes: the list, what one carried, and what that means; and the receiver that fills it.
/// The journal's file is opened when the panel is first seen, and written while it listens. What it stands
/// on outlives it.
class TrapPanel final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        Engine &engine;
        DeviceStore &devices;
        SecretStore &secrets;
        Settings &settings;
        QString journal; // its path
    };
    explicit TrapPanel(const Parts &parts, QWidget *parent = nullptr);
    ~TrapPanel() override;

    void setLibrary(Library::Pointer library);

signals:
    void traffic(const walkabout::Traffic &traffic);
    void countChanged(int count);
    void sourceRequested(const QString &file, int line);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildLine();
    void connectReceiver();
    void openJournal();
    void closeJournal();
    void sayJournal();
    void sayProblem();
    void nameSources();
    void filter();
    void buildList();
    void buildBindings();
    void showCurrent();
    void sayCount();

    Parts m_parts;
    std::unique_ptr<Journal> m_journal; // from the first listening on; the receiver goes first
    Receiver m_receiver;
    JournalReader m_reader;
    TrapUsers m_users;
    TrapModel *m_model;
    BindingModel *m_bindings;
    ListenBar *m_listen;
    QLineEdit *m_filter;
    QLabel *m_problem;
    QLabel *m_count;
    QPushButton *m_newer;
    QToolButton *m_clear;
    TrapView *m_list;
    QTableView *m_bindingView;
    ObjectDetails *m_definition;
    Library::Pointer m_library = Library::empty();
    QTimer m_typing;
    QString m_filterProblem;
    quint32 m_shown = 0; // the row in the panes
    int m_came = 0; // since the start
    bool m_isOpen = false;
};

} // namespace walkabout
