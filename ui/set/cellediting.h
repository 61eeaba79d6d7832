// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/work/describe.h"
#include "ui/device/opendevice.h"

#include <QPersistentModelIndex>
#include <QPointer>

#include <functional>

class QAbstractItemView;

namespace walkabout {

class CellEditor;

/// Edits the cells of a view in place: what is accepted goes onto the sheet of the device. An edit is bound to its
/// instance and follows its row; nothing that was typed is lost where the view changes beneath it. Owned by the view's
/// owner; sends nothing itself.
class CellEditing final : public QObject {
    Q_OBJECT

public:
    /// What stands in a cell; nullopt: nothing that has an instance.
    using VarBindAt = std::function<std::optional<VarBind>(const QModelIndex &)>;
    using DeviceOf = std::function<OpenDevice *()>;
    /// isValue: the cell shows the value itself, so that Enter and Delete are about it.
    using IsValue = std::function<bool(const QModelIndex &)>;
    CellEditing(QAbstractItemView &view, VarBindAt at, IsValue isValue, DeviceOf device, QObject *parent);

    void setLibrary(Library::Pointer library);
    /// The cell that is current; false: no instance stands there.
    bool edit();
    [[nodiscard]] bool isOpen() const;
    /// At once, or when the edit that is open has ended.
    void whenClosed(std::function<void()> what);
    /// Ends the edit that is open: what was typed goes onto the sheet, as by Enter. false: it is no value, and stays
    /// open.
    bool settle();
    /// What a person wants that moves rows: the edit that is open ends before.
    void beforeRowsMove(std::function<void()> what);

signals:
    /// Why the current cell cannot be edited.
    void refused(const walkabout::Failure &failure);
    /// Ctrl+Enter: the sheet is to be sent.
    void sendRequested();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] std::optional<VarBind> current() const;
    [[nodiscard]] bool isEditable(const VarBind &varBind) const;
    void open(const VarBind &varBind);
    void place();
    void close();
    void end();
    void followModel();
    bool press(int key, Qt::KeyboardModifiers modifiers);

    QAbstractItemView &m_view;
    VarBindAt m_at;
    IsValue m_isValue;
    DeviceOf m_device;
    Describe m_describe{Library::empty()};
    QPointer<CellEditor> m_editor;
    QPersistentModelIndex m_cell;
    QPointer<QAbstractItemModel> m_model; // that it listens to
};

} // namespace walkabout
