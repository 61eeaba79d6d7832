// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/changesheet.h"
#include "core/work/donechange.h"
#include "ui/device/opendevices.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QTableView;
class QTabWidget;
class QToolButton;

namespace walkabout {

class CellEditing;
class DoneModel;
class NameButton;
class PendingModel;
class SheetFacts;

/// What is to be changed on the device that is looked at, and what was changed in this session. Only its button, which
/// names the device, and Ctrl+Enter send. The open devices outlive it.
class ChangePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ChangePanel(OpenDevices &devices, QWidget *parent = nullptr);
    ~ChangePanel() override;

    void setLibrary(Library::Pointer library);
    /// The device whose sheet is shown; nullptr: none.
    void show(OpenDevice *device);
    void add(const QList<DoneChange> &done);
    /// Below the sheet, until it changes: why it was not sent, what was made of it.
    void say(const QString &text, bool bad);
    /// Sends what is shown; to be reached from the views of results too.
    [[nodiscard]] QAction *sendAction() const { return m_send; }
    /// Edits the chosen change in its place; false: the sheet has not the focus.
    bool edit();
    /// The sheet comes to the front.
    void showPending();
    void showDone();

signals:
    void sendRequested(walkabout::OpenDevice *device);
    /// On all devices.
    void countChanged(int count);
    void refused(const walkabout::Failure &failure);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QAction *add(const QString &text, const QString &tip, const QKeySequence &key, QWidget *in);
    [[nodiscard]] QWidget *buildPending();
    [[nodiscard]] QWidget *buildDone();
    void follow();
    void removeChosen();
    void moveChosen(int step);
    void undoChosen();
    [[nodiscard]] QList<Oid> chosen() const;
    [[nodiscard]] QString elsewhere() const;

    OpenDevices &m_devices;
    SheetFacts *m_facts;
    PendingModel *m_pending;
    DoneModel *m_done;
    QPointer<OpenDevice> m_device;
    QTabWidget *m_parts;
    QTableView *m_sheet;
    QTableView *m_log;
    CellEditing *m_editing = nullptr;
    QLabel *m_warning;
    QLabel *m_message;
    QLabel *m_elsewhere;
    QLabel *m_undone; // what an undo made of the log
    NameButton *m_button;
    QAction *m_send;
    QAction *m_undo = nullptr;
    QList<QAction *> m_sheetActions;
};

} // namespace walkabout
