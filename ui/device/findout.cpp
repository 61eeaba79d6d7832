// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/findout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace walkabout {

FindOut::FindOut(Engine &engine, std::function<Result<ProtocolSearch::Plan>()> wanted, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_wanted(std::move(wanted))
    , m_button(new QPushButton(tr("&Find Out"), this))
    , m_text(new QLabel(this)) {
    m_button->setAccessibleName(tr("Find out protocols"));
    m_button->setToolTip(tr("Tries which protocols go with these pass-phrases"));
    m_button->setAutoDefault(false);
    m_text->setAccessibleName(tr("What was found out"));
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_button);
    layout->addWidget(m_text, 1);
    connect(m_button, &QPushButton::clicked, this, &FindOut::toggle);
}

FindOut::~FindOut() = default;

void FindOut::toggle() {
    if (m_search) {
        m_search.reset();
        m_button->setText(tr("&Find Out"));
        m_text->setText(tr("Stopped."));
        return;
    }
    Result<ProtocolSearch::Plan> plan = m_wanted();
    if (!plan) {
        m_text->setText(plan.failure().text());
        return;
    }
    m_search = std::make_unique<ProtocolSearch>(m_engine, *std::move(plan));
    m_button->setText(tr("&Stop"));
    m_text->setText(tr("Sends at most %1 packets …").arg(m_search->packets()));
    connect(m_search.get(), &ProtocolSearch::tested, this, [this](const QString &protocol, bool accepted) {
        m_text->setText(accepted ? tr("%1 is accepted …").arg(protocol) : tr("%1 is not accepted …").arg(protocol));
    });
    connect(m_search.get(), &ProtocolSearch::finished, this, &FindOut::finish);
}

void FindOut::finish() {
    const std::unique_ptr<ProtocolSearch, void (*)(ProtocolSearch *)> search(
        m_search.release(), [](ProtocolSearch *done) { done->deleteLater(); }); // its signal brought us here
    m_button->setText(tr("&Find Out"));
    if (search->failure()) {
        m_text->setText(search->failure()->text());
        return;
    }
    if (!search->auth()) {
        m_text->setText(search->sawWrongDigest()
                ? tr("The user is known, and the authentication pass-phrase fits with no protocol.")
                : tr("The device says nothing to this user."));
        return;
    }
    const QString auth = Credential::name(*search->auth());
    m_text->setText(search->priv() ? tr("%1 and %2 work.").arg(auth, Credential::name(*search->priv()))
                                   : tr("%1 works; no privacy protocol with this pass-phrase.").arg(auth));
    emit found(search->level(), *search->auth(), search->priv().value_or(PrivProtocol::None));
}

} // namespace walkabout
