// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QLineEdit>
#include <QTimer>

namespace walkabout {

class CompletionModel;

/// The Address line: objects by name or OID, completed from the library while typing.
class AddressEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit AddressEdit(QWidget *parent = nullptr);

    void setLibrary(const Library::Pointer &library);

signals:
    /// Enter: the obvious verb; walk: Ctrl was held; newTab: Ctrl and Shift.
    void entered(bool walk, bool newTab);
    /// Several lines, or a net-snmp command, were pasted.
    void pasted(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showOffers(const QString &text);
    void forgetOffers();
    void paste();

    CompletionModel *m_offers;
    QTimer m_pause;
    QString m_typed;
};

} // namespace walkabout
