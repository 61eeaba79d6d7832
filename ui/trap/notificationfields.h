// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/work/describe.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace walkabout {

class ValueEditor;

/// What a notification carries, as its definition lists it: for each object its instance and a value, typed by the MIB
/// as in Set; and whatever else a person adds, a line each.
class NotificationFields final : public QWidget {
    Q_OBJECT

public:
    explicit NotificationFields(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// Empty: none.
    void setNotification(const Oid &notification);
    /// Those that are filled in, in order; objects without an instance are left out. What is wrong with one.
    [[nodiscard]] Result<VarBinds> varBinds() const;

signals:
    void changed();

private:
    struct Field {
        Oid object;
        QString name;
        QLineEdit *instance; // nullptr: a scalar's
        ValueEditor *editor;
    };
    void add(const NodeRef &object);

    Describe m_describe;
    Oid m_notification;
    QList<Field> m_fields;
    QWidget *m_area = nullptr;
    QFormLayout *m_form = nullptr;
    QPlainTextEdit *m_more;
};

} // namespace walkabout
