// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "core/work/rowdraft.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace walkabout {

class ValueEditor;

/// A new row of a table: its index by what its INDEX says, the columns that it needs and those that it may be given,
/// and how its RowStatus makes it. The row goes onto the sheet of the device; sends nothing.
class NewRowForm final : public QDialog {
    Q_OBJECT

public:
    NewRowForm(Library::Pointer library, RowDraft draft, const QString &deviceLabel, QWidget *parent = nullptr);

signals:
    /// All of one row, for one SET.
    void rowMade(const QList<walkabout::VarBind> &changes);

private:
    struct Column {
        QCheckBox *given;
        ValueEditor *editor;
    };
    void addIndexes(QFormLayout &form);
    void addColumns(QFormLayout &form);
    void addStatus(QFormLayout &form);
    void check();
    void put();
    [[nodiscard]] Result<VarBinds> row() const;
    [[nodiscard]] QStringList indexTexts() const;

    const Describe m_describe;
    const RowDraft m_draft;
    QList<QWidget *> m_indexes; // a QComboBox of labels, or a QLineEdit
    QList<Column> m_columns;
    QComboBox *m_how;
    QLabel *m_instance;
    QLabel *m_message;
    QPushButton *m_put;
};

} // namespace walkabout
