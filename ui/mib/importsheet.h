// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importplan.h"
#include "core/mib/importwork.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTreeView;

namespace walkabout {

class ImportModel;

/// The one sheet of an import, inside the window: what was found, file by file, with a choice where there is one, and
/// the complaints of the selected row. It reads and copies nothing: who opened it does that when importAsked says so.
class ImportSheet final : public QFrame {
    Q_OBJECT

public:
    explicit ImportSheet(QWidget *parent = nullptr);
    ~ImportSheet() override;

    /// Work is done that takes a while; of 0: nobody knows how long.
    void showWork(const QString &what, int done, int of);
    /// folder: where the files will be copied to.
    void showPlan(ImportPlan plan, const QString &folder);
    /// Some files could not be copied; the sheet stays until it is closed.
    void showFailures(const QList<ImportResult> &results, const QString &summary);
    [[nodiscard]] const ImportPlan &plan() const;

signals:
    void importAsked();
    /// Stop what is being done, or take the sheet away.
    void cancelAsked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildTree();
    void showSentences();
    void expand();
    void showDetails();
    void setBusy(bool busy);

    QLabel *m_heading;
    QLabel *m_remarks;
    QProgressBar *m_progress;
    QSplitter *m_parts;
    QTreeView *m_tree;
    ImportModel *m_model;
    QPlainTextEdit *m_details;
    QLabel *m_folder;
    QPushButton *m_import;
    QPushButton *m_cancel;
    bool m_busy = true;
};

} // namespace walkabout
