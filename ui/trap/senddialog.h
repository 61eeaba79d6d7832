// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/sender.h"
#include "core/trap/trapstation.h"
#include "ui/shared/palette.h"
#include "ui/shared/poolrun.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace walkabout {

class NotificationFields;
class Request;
class SendTarget;

/// Sends a notification: any that the library has, its objects typed by the MIB; or one that was received, as it came.
/// Says what became of it. Beside the work; only its button, or Ctrl+Enter, sends. The station outlives it.
class SendDialog final : public QDialog {
    Q_OBJECT

public:
    explicit SendDialog(TrapStation &station, QWidget *parent = nullptr);
    ~SendDialog() override;

    void again(const TrapRecord &record);

signals:
    void traffic(const walkabout::Traffic &traffic);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void gatherNames();
    [[nodiscard]] Result<TrapDraft> draft() const;
    void follow();
    void judge();
    void send();
    void sendTo(const Device &device, const Secrets &secrets);
    void finish();
    void say(const QString &text, Tint tint);

    TrapStation &m_station;
    std::optional<TrapDraft> m_again;
    SendTarget *m_target;
    QLineEdit *m_notification;
    NotificationFields *m_fields;
    QTableView *m_received;
    QCheckBox *m_inform;
    QLabel *m_message;
    QPushButton *m_send;
    PoolRun<QStringList> m_names;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Request> m_request; // goes first
};

} // namespace walkabout
