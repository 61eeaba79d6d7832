// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/protocolsearch.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace walkabout {

class Engine;

/// The button that finds out which SNMPv3 protocols go with the pass-phrases that were typed, and says beside it what
/// it does. Pressed again it stops. The engine outlives it.
class FindOut final : public QWidget {
    Q_OBJECT

public:
    /// wanted: what is to be asked, or why it cannot be.
    FindOut(Engine &engine, std::function<Result<ProtocolSearch::Plan>()> wanted, QWidget *parent = nullptr);
    ~FindOut() override;

signals:
    void found(walkabout::SecurityLevel level, walkabout::AuthProtocol auth, walkabout::PrivProtocol priv);

private:
    void toggle();
    void finish();

    Engine &m_engine;
    std::function<Result<ProtocolSearch::Plan>()> m_wanted;
    std::unique_ptr<ProtocolSearch> m_search;
    QPushButton *m_button;
    QLabel *m_text;
};

} // namespace walkabout
