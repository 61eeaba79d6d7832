// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/traprecord.h"
#include "ui/trap/sourceinterfaces.h"

#include <QSplitter>

class QTableView;

namespace walkabout {

class BindingModel;
class ObjectDetails;

/// What one notification carried, and beside it what that, or one of its bindings, means.
class TrapDetails final : public QSplitter {
    Q_OBJECT

public:
    explicit TrapDetails(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void setInterfaces(const SourceInterfaces &interfaces);
    /// nullptr: none.
    void show(const TrapRecord *record);
    /// Of the binding that is current, else of the notification; empty: none.
    [[nodiscard]] Oid object() const;

signals:
    void sourceRequested(const QString &file, int line);
    void objectRequested(const walkabout::Oid &oid);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();

    BindingModel *m_bindings;
    QTableView *m_view;
    ObjectDetails *m_definition;
    quint32 m_shown = 0; // the row; 0: none
    Oid m_notification;
};

} // namespace walkabout
