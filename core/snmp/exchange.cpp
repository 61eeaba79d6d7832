// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/exchange_p.h"

#include "core/snmp/session_p.h"

namespace walkabout {

void Exchange::ask(Session &session, Message question) {
    cancel();
    m_question = std::move(question);
    m_session = &session;
    session.d->begin(*this);
}

void Exchange::cancel() {
    if (m_session)
        m_session->d->forget(*this);
}

} // namespace walkabout
