// SPDX-License-Identifier: GPL-3.0-or-later
// Where secrets are kept, asked and shown.
#include "ui/actions.h"
#include "ui/device/keepingbar.h"
#include "ui/device/secretkeeping.h"
#include "ui/device/vaultbar.h"
#include "ui/mainwindow.h"
#include "ui/statusline.h"
#include "ui/trap/trappanel.h"

namespace walkabout {

void MainWindow::connectSecrets(ChosenSecretStore &secrets) {
    m_keeping = new SecretKeeping(secrets, {*m_keepingBar, *m_vaultBar, *m_notice}, this);
    const auto tell = [this] { m_status->showSecrets(m_keeping->text()); };
    connect(m_keeping, &SecretKeeping::changed, this, tell);
    connect(m_status, &StatusLine::secretsClicked, m_keeping, &SecretKeeping::ask);
    connect(m_actions->secrets, &QAction::triggered, m_keeping, &SecretKeeping::ask);
    connect(&secrets, &ChosenSecretStore::changed, &m_traps->station(), &TrapStation::secretsChanged);
    tell();
}

} // namespace walkabout
