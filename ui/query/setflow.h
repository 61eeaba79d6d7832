// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace walkabout {

class DeviceEditing;
class OpenDevice;
class ResultTab;
class SetDialog;

/// From the wish to change an instance to the outcome: the dialog asks, this sends once, reads back and shows. Owned by
/// the window.
class SetFlow final : public QObject {
    Q_OBJECT

public:
    SetFlow(DeviceEditing &editing, QWidget *window);
    ~SetFlow() override;

    void setLibrary(Library::Pointer library) { m_library = std::move(library); }
    /// tab: where the new value is shown.
    void open(ResultTab &tab, const Oid &instance, const std::optional<Value> &current);

signals:
    void refused(const walkabout::Failure &failure);

private:
    void openDialog(ResultTab *tab, const Oid &instance, const std::optional<Value> &current);
    void send(SetDialog *dialog, ResultTab *tab, const VarBinds &changes);
    /// dialog: where no answer came, it says what stands there now; else nullptr.
    void readBack(ResultTab *tab, const VarBinds &changes, SetDialog *dialog);
    /// Runs it, tells how it ended, lets it go.
    Result<Operation *> run(
        OpenDevice &device, const Query &query, const std::function<void(const Operation &)> &ended);

    DeviceEditing &m_editing;
    QWidget *m_window;
    Library::Pointer m_library = Library::empty();
    std::vector<std::unique_ptr<Operation>> m_running;
};

} // namespace walkabout
