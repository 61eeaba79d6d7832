// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/diagnosis.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace walkabout {

class Engine;

/// The button of the device dialog that asks whether the device answers to what was typed, and says beside it in one
/// sentence how that ended. Pressed again it stops. The engine outlives it.
class DeviceTest final : public QWidget {
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<DiagnosisPlan> &)>;
    /// wanted: gives what is to be tried, or why it cannot be, to the answer, now or later.
    DeviceTest(Engine &engine, std::function<void(Answer)> wanted, QWidget *parent = nullptr);
    ~DeviceTest() override;

private:
    void toggle();
    void start(const Result<DiagnosisPlan> &plan);
    void finish();
    void tell(const QString &text, bool isGood);

    Engine &m_engine;
    std::function<void(Answer)> m_wanted;
    std::unique_ptr<Diagnosis> m_diagnosis;
    QPushButton *m_button;
    QLabel *m_text;
};

} // namespace walkabout
