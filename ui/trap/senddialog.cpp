// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/senddialog.h"

#include "core/snmp/request.h"
#include "core/trap/objectscheck.h"
#include "ui/shared/rowlist.h"
#include "ui/trap/bindingmodel.h"
#include "ui/trap/notificationfields.h"
#include "ui/trap/sendtarget.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace walkabout {

SendDialog::SendDialog(TrapStation &station, QWidget *parent)
    : QDialog(parent)
    , m_station(station)
    , m_target(new SendTarget(station, this))
    , m_notification(new QLineEdit(this))
    , m_fields(new NotificationFields(this))
    , m_received(new QTableView(this))
    , m_inform(new QCheckBox(tr("Ask for an &acknowledgement (inform)"), this))
    , m_message(new QLabel(this))
    , m_send(new QPushButton(tr("Send"), this)) {
    setWindowTitle(tr("Send Notification"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    m_fields->setLibrary(station.library());
    gatherNames();
    connect(m_target, &SendTarget::changed, this, &SendDialog::judge);
    connect(m_fields, &NotificationFields::changed, this, &SendDialog::judge);
    connect(m_inform, &QCheckBox::toggled, this, &SendDialog::judge);
    connect(m_notification, &QLineEdit::textChanged, this, &SendDialog::follow);
    connect(m_send, &QPushButton::clicked, this, &SendDialog::send);
    judge();
}

SendDialog::~SendDialog() = default;

void SendDialog::build() {
    m_notification->setAccessibleName(tr("Notification"));
    m_notification->setPlaceholderText(tr("linkDown, or any other that the modules define"));
    m_inform->setAccessibleName(tr("Ask for an acknowledgement (inform)"));
    m_received->hide();
    m_received->setAccessibleName(tr("Varbinds as received"));
    asRowList(*m_received);
    m_received->setMinimumHeight(fontMetrics().height() * 12);
    m_message->setAccessibleName(tr("Message"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setMinimumHeight(fontMetrics().height() * 2 + 4);
    m_message->setAlignment(Qt::AlignTop);
    m_send->setAutoDefault(false);
    m_send->setToolTip(tr("Send it (Ctrl+Enter)"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->addRow(tr("&Notification"), m_notification);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_target);
    layout->addLayout(form);
    layout->addWidget(m_fields);
    layout->addWidget(m_received, 1);
    layout->addWidget(m_inform);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
}

// Of 800,000 nodes: not in the event loop.
void SendDialog::gatherNames() {
    auto *completer = new QCompleter(QStringList(), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_notification->setCompleter(completer);
    m_names.start(
        [library = m_station.library()](const std::atomic<bool> &cancelled) {
            QStringList names;
            for (qsizetype i = 0; i < library->nodeCount() && !cancelled; ++i) {
                if (library->at(i).kind() == NodeKind::Notification)
                    names.append(library->at(i).qualifiedName());
            }
            names.sort();
            return names;
        },
        [completer](
            const QStringList &names) { qobject_cast<QStringListModel *>(completer->model())->setStringList(names); });
}

void SendDialog::again(const TrapRecord &record) {
    auto draft = TrapDraft::again(record.notification);
    if (!draft)
        return say(draft.failure().text(), Tint::Bad);
    m_again = *std::move(draft);
    setWindowTitle(tr("Send Again"));
    m_notification->setText(Describe(m_station.library()).name(record.notification.oid));
    m_notification->setReadOnly(true);
    m_fields->hide();
    auto *bindings = new BindingModel(this);
    bindings->setLibrary(m_station.library());
    bindings->show(record.notification);
    m_received->setModel(bindings);
    m_received->horizontalHeader()->setStretchLastSection(true);
    m_received->resizeColumnsToContents();
    m_received->show();
    m_inform->setChecked(m_again->isInform);
    judge();
}

Result<TrapDraft> SendDialog::draft() const {
    TrapDraft made;
    if (m_again) {
        made = *m_again;
    } else {
        auto named = TrapDraft::parse(*m_station.library(), m_notification->text().trimmed(), {});
        if (!named)
            return named;
        auto varBinds = m_fields->varBinds();
        if (!varBinds)
            return varBinds.failure();
        made = *std::move(named);
        made.varBinds = *std::move(varBinds);
    }
    made.isInform = m_inform->isChecked();
    if (const auto obstacle = made.obstacle(m_target->version()))
        return *obstacle;
    return made;
}

void SendDialog::follow() {
    const auto named = TrapDraft::parse(*m_station.library(), m_notification->text().trimmed(), {});
    m_fields->setNotification(named ? named->oid : Oid());
    judge();
}

void SendDialog::judge() {
    const QString label = m_target->label();
    m_send->setText(label.isEmpty() ? tr("Send") : tr("Send to %1").arg(QString(label).replace(u'&', u"&&"_s)));
    m_send->setAccessibleName(label.isEmpty() ? tr("Send") : tr("Send to %1").arg(label));
    const bool isEmpty = m_notification->text().trimmed().isEmpty();
    const auto made = draft();
    m_send->setEnabled(made.ok() && !label.isEmpty() && !m_request);
    if (m_request)
        return;
    if (isEmpty || made) {
        const auto check = made ? ObjectsCheck::of(made->oid, made->varBinds, *m_station.library()) : ObjectsCheck();
        say(check.missing.isEmpty() ? QString() : tr("Its definition lists %1 too.").arg(check.missing.join(u", "_s)),
            Tint::Dim);
    } else {
        say(made.failure().text(), Tint::Bad);
    }
}

void SendDialog::send() {
    if (!m_send->isEnabled())
        return;
    m_target->find([this](const Result<SendTarget::Receiver> &receiver) {
        if (receiver)
            sendTo(receiver->device, receiver->secrets);
        else
            say(receiver.failure().text(), Tint::Bad);
    });
}

void SendDialog::sendTo(const Device &device, const Secrets &secrets) {
    const auto made = draft();
    auto sender = Sender::to(m_station.engine(), device, secrets);
    auto request = !made ? Result<std::unique_ptr<Request>>(made.failure())
        : !sender        ? Result<std::unique_ptr<Request>>(sender.failure())
                         : (*sender)->send(*made);
    if (!request)
        return say(request.failure().text(), Tint::Bad);
    m_sender = *std::move(sender);
    m_request = *std::move(request);
    connect(m_sender.get(), &Sender::traffic, this, &SendDialog::traffic);
    connect(m_request.get(), &Request::trying, this, [this](int attempt, int of) {
        if (attempt > 1)
            say(tr("Try %1 of %2").arg(attempt).arg(of), Tint::Dim);
    });
    connect(m_request.get(), &Request::finished, this, &SendDialog::finish);
    judge();
    say(tr("Sending …"), Tint::Dim);
}

void SendDialog::finish() {
    Request *const request = m_request.release(); // its signal brought us here
    request->deleteLater();
    judge();
    if (request->ending() != Ending::Whole) {
        say(request->failure() ? request->failure()->text() : tr("Not sent."), Tint::Bad);
    } else if (request->question().pdu == Pdu::Inform) {
        const double ms = double(request->figures().roundTrip.count()) / 1000.0;
        say(tr("Acknowledged after %1 ms.").arg(ms, 0, 'f', 1), Tint::Good);
    } else {
        say(tr("Sent, and refused by no one; a trap is not acknowledged."), Tint::Good);
    }
}

void SendDialog::say(const QString &text, Tint tint) {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, walkabout::tint(colours, tint));
    m_message->setPalette(colours);
    m_message->setText(text);
}

void SendDialog::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        send();
    else if (!enter)
        QDialog::keyPressEvent(event);
}

} // namespace walkabout
