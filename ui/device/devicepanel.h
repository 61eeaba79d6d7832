// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"

#include <QWidget>

class QLayout;
class QToolButton;
class QTreeView;

namespace walkabout {

class DeviceModel;

/// The devices to choose from, one or several, with what can be done to the saved ones. Asks; the window does.
class DevicePanel final : public QWidget {
    Q_OBJECT

public:
    explicit DevicePanel(DeviceModel &model, QWidget *parent = nullptr);

    /// In the order in which they stand.
    [[nodiscard]] QList<Device> selected() const;

signals:
    void chosen(const walkabout::Device &device);
    /// Those selected, with one question; no verb: the obvious one.
    void togetherRequested(const QList<walkabout::Device> &devices, std::optional<walkabout::Verb> verb);
    void addRequested();
    void editRequested(const walkabout::Device &device);
    void duplicateRequested(const walkabout::Device &device);
    void removeRequested(const walkabout::Device &device);

private:
    [[nodiscard]] const Device *current() const;
    void addTogether(QLayout &buttons);
    void follow();

    DeviceModel &m_model;
    QTreeView *m_tree;
    QList<QAction *> m_onSaved; // one of them
    QToolButton *m_together;
};

} // namespace walkabout
