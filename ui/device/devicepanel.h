// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"

#include <QWidget>

class QLayout;
class QLineEdit;
class QMenu;
class QToolButton;
class QTreeView;

namespace walkabout {

class DeviceTreeModel;
enum class Glyph;

/// The devices to choose from, one or several, in their groups, with what can be done to the saved ones. Asks; the
/// window does.
class DevicePanel final : public QWidget {
    Q_OBJECT

public:
    explicit DevicePanel(DeviceTreeModel &model, QWidget *parent = nullptr);

    /// In the order in which they stand; of a group all that is inside.
    [[nodiscard]] QList<Device> selected() const;
    /// A group that was just made is given its name.
    void nameGroup(const QString &group);
    [[nodiscard]] QLineEdit &search() { return *m_search; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void chosen(const walkabout::Device &device);
    /// Those selected, with one question; no verb: the obvious one.
    void togetherRequested(const QList<walkabout::Device> &devices, std::optional<walkabout::Verb> verb);
    void addRequested();
    void editRequested(const walkabout::Device &device);
    void duplicateRequested(const walkabout::Device &device);
    void removeRequested(const walkabout::Device &device);
    void recordRequested(const walkabout::Device &device);
    void pasteRequested();
    void groupRequested(const QString &into);
    void groupRenameRequested(const QString &group, const QString &name);
    void groupRemovalRequested(const QString &group);
    void moveRequested(const QList<QUuid> &devices, const QStringList &groups, const QString &into);

private:
    QAction *add(const QString &text);
    QAction *addButton(QLayout &buttons, Glyph glyph, const QString &text);
    void addDevices(QLayout &buttons);
    void addGroups(QLayout &buttons);
    void addTogether(QLayout &buttons);
    void fillMove();
    void moveSelected(const QString &into);
    [[nodiscard]] const Device *current() const;
    [[nodiscard]] QModelIndexList rows() const;
    void filter(const QString &text);
    void follow();

    DeviceTreeModel &m_model;
    QLineEdit *m_search;
    QTreeView *m_tree;
    QMenu *m_move;
    QList<QAction *> m_onSaved; // one of them
    QAction *m_record = nullptr;
    QList<QAction *> m_onGroup; // one of them
    QToolButton *m_together;
};

} // namespace walkabout
