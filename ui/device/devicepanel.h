// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

#include <QWidget>

class QTreeView;

namespace walkabout {

class DeviceModel;

/// The devices to choose from, with what can be done to the saved ones. Asks; the window does.
class DevicePanel final : public QWidget {
    Q_OBJECT

public:
    explicit DevicePanel(DeviceModel &model, QWidget *parent = nullptr);

signals:
    void chosen(const walkabout::Device &device);
    void addRequested();
    void editRequested(const walkabout::Device &device);
    void duplicateRequested(const walkabout::Device &device);
    void removeRequested(const walkabout::Device &device);

private:
    [[nodiscard]] const Device *current() const;

    DeviceModel &m_model;
    QTreeView *m_tree;
};

} // namespace walkabout
