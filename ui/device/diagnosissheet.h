// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/diagnosis.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace walkabout {

class Engine;

/// The sheet below the address bar that finds out why a device does not answer: says what it will send, begins when a
/// person says so, lists each step, and ends with one sentence and a button for what can be changed. Owned by the
/// window; the engine outlives it.
class DiagnosisSheet final : public QFrame {
    Q_OBJECT

public:
    explicit DiagnosisSheet(Engine &engine, QWidget *parent = nullptr);
    ~DiagnosisSheet() override;

    /// Shows what would be sent to the device of this name; nothing is sent yet.
    void ask(const QString &name, DiagnosisPlan plan);
    /// false: nothing ran.
    bool stop();

signals:
    void remedyChosen(const walkabout::Remedy &remedy);

private:
    void build();
    void showWarning();
    void start();
    void addStep(const DiagnosisStep &step);
    void finish();
    void close();

    Engine &m_engine;
    DiagnosisPlan m_plan;
    std::unique_ptr<Diagnosis> m_diagnosis;
    QLabel *m_title;
    QLabel *m_warning;
    QCheckBox *m_others;
    QPushButton *m_start;
    QPushButton *m_remedy;
    QListWidget *m_steps;
    QLabel *m_sentence;
};

} // namespace walkabout
