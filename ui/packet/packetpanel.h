// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/snmp/packetring.h"
#include "ui/packet/packetmodel.h"
#include "ui/packet/packettext.h"

#include <QFutureWatcher>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QTableView;

namespace walkabout {

class PacketDetails;

/// Every message in and out: the list, and what the current one is made of. It can be filtered, paused, copied as hex
/// and saved as pcap; communities are masked unless they are asked for. Follows the end while the end is in view. The
/// ring outlives it.
class PacketPanel final : public QWidget {
    Q_OBJECT

public:
    explicit PacketPanel(PacketRing &ring, QWidget *parent = nullptr);
    ~PacketPanel() override;

    void setLibrary(Library::Pointer library);
    void setDecrypt(Decrypt decrypt);
    /// Keys came or went: what is shown is looked at anew.
    void refresh();
    /// Makes the message with these bytes current, the latest of them; false: it is not held, or not in the list.
    bool reveal(const QByteArray &bytes);
    /// Writes those in the list, on the pool; ends in saved() or failed().
    void save(const QString &path);

signals:
    void countChanged(qint64 count);
    void saved(const QString &path, int packets, bool masked);
    void failed(const walkabout::Failure &failure);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &key);
    QWidget *buildBar();
    void buildList();
    void showCurrent();
    /// From a question to its answer and back.
    void goToPartner(const QModelIndex &index);
    void sayCount();
    void askWhere();
    void copyRows() const;
    void copyHex() const;
    [[nodiscard]] std::vector<const Packet *> chosen() const;
    [[nodiscard]] bool isMasked() const { return m_communities == packettext::Communities::Masked; }

    PacketRing &m_ring;
    PacketModel *m_model;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTableView *m_list;
    PacketDetails *m_details;
    QAction *m_pause;
    QAction *m_show;
    QAction *m_copy;
    QAction *m_save;
    QAction *m_clear;
    packettext::Communities m_communities = packettext::Communities::Masked;
    qint64 m_current = 0; // the number of the one in the details
    QFutureWatcher<std::optional<Failure>> m_saving;
};

} // namespace walkabout
