// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace walkabout {

class DeviceModel;

/// The Device box: choose a saved device, or type a name, an address, a recording's path, or a pasted snmpwalk line.
class DeviceBox final : public QComboBox {
    Q_OBJECT

public:
    explicit DeviceBox(DeviceModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return currentText().trimmed(); }
    void showDevice(const QString &text);
    /// A device of production stands in a red frame.
    void setProduction(bool production);

signals:
    void entered(const QString &text);
    /// Several lines, which the box cannot hold.
    void pasted(const QString &text);

public:
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_production = false;
};

} // namespace walkabout
