// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/changesheet.h"
#include "core/work/donechange.h"
#include "core/work/instanceread.h"

namespace walkabout {

/// A sheet on its way: what stands there is read, the changes are sent as one SET, once, and read back. Where another
/// value stands there than the sheet was made with, nothing is sent until somebody who was told so begins again. Keeps
/// the sheet true on the way. Owned by whoever sends; begins by itself, ends with one finished(), and what was not yet
/// sent when it is deleted is not.
class ChangeRun final : public QObject {
    Q_OBJECT

public:
    enum class End {
        Made, // the device took it
        Refused, // by the device: nothing was changed
        Silent, // no answer: what stands there was read back, where that was possible
        Moved, // not sent: other values stand there than before
        NotSent, // it could not be
    };

    ChangeRun(ChangeSheet &sheet, Connection &connection, Library::Pointer library);
    ~ChangeRun() override;

    /// After finished().
    [[nodiscard]] End ending() const { return m_end; }
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }
    /// What became of each change; nothing where it was not sent.
    [[nodiscard]] const QList<DoneChange> &done() const { return m_done; }
    /// What stands there now, as far as it was read back.
    [[nodiscard]] VarBinds readBack() const;

signals:
    /// The SET is on its way.
    void sent(const walkabout::Query &query);
    /// Nobody answered it: what stands there is read back.
    void silent(const walkabout::Failure &failure);
    void finished();

private:
    void send();
    void answered();
    void readBackNow();
    void judge();
    void end(End end);

    QPointer<ChangeSheet> m_sheet;
    QPointer<Connection> m_connection;
    Library::Pointer m_library;
    QList<ChangeSheet::Entry> m_entries; // as they were sent
    std::unique_ptr<InstanceRead> m_before;
    std::unique_ptr<Operation> m_set;
    std::unique_ptr<InstanceRead> m_after;
    UtcMicroseconds m_time;
    Device m_device;
    int m_errorIndex = 0;
    bool m_isTaken = false;
    End m_end = End::NotSent;
    std::optional<Failure> m_failure;
    QList<DoneChange> m_done;
};

} // namespace walkabout
