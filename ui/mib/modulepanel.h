// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "ui/mib/modulelistrows.h"

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QTreeView;

namespace walkabout {

class ModuleListFilter;
class ModuleListModel;
class ModulePanelTree;
class Settings;

/// The collection: which modules are in use, switched off or missing, which file serves each, and beside the list all
/// that is known of the selected one. Switching writes the settings, which outlive it.
class ModulePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ModulePanel(Settings &settings, QWidget *parent = nullptr);
    ~ModulePanel() override;

    void setLibrary(const Library::Pointer &library);
    /// Selects it, and the filter that hides it is let go.
    void reveal(const QString &module);
    void focusList();

signals:
    void sourceRequested(const QString &file, int line);
    /// What is switched off has changed: the library should be read again.
    void modulesChanged();
    void failed(const walkabout::Failure &failure);
    /// The list shows the library given last.
    void shown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildList();
    void buildTree();
    void arrived();
    void showCurrent();
    void select(const QString &module);
    void switchOff(const QString &module, bool off);
    void showSource();
    void follow(const QModelIndex &index);
    void tell();

    Settings &m_settings;
    ModuleListRows::Pointer m_rows = std::make_shared<ModuleListRows>();
    QFutureWatcher<ModuleListRows::Pointer> m_making;
    QString m_current; // the module's name, over libraries
    ModuleListModel *m_model;
    ModuleListFilter *m_shown;
    ModulePanelTree *m_details;
    QLineEdit *m_filter;
    QLabel *m_summary;
    QTableView *m_list;
    QTreeView *m_tree;
};

} // namespace walkabout
