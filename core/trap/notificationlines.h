// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/sourcenames.h"
#include "core/trap/traprecord.h"
#include "core/work/varbindlines.h"

namespace walkabout {

/// Rows of the journal as text that leaves the program. By one library; made once for many rows.
class NotificationLines final {
public:
    /// Whether communities that were received stand in it.
    enum class Communities { Left, Shown };

    explicit NotificationLines(const Library::Pointer &library);

    /// One as one line for a person: when, from where, what, with which varbinds.
    [[nodiscard]] QString text(const TrapRecord &record) const;
    /// As one JSON object.
    [[nodiscard]] QByteArray json(const TrapRecord &record, Communities communities = Communities::Shown) const;
    /// The columns of csv(), as its first line.
    [[nodiscard]] static QByteArray csvHead();
    /// One row for a spreadsheet, without communities.
    [[nodiscard]] QByteArray csv(const TrapRecord &record, const SourceNames &names) const;
    /// As snmptrapd -On prints it: a line of its sender and its time, then its varbinds; the community masked. The port
    /// that it came to is not kept, and not told.
    [[nodiscard]] static QByteArray trapd(const TrapRecord &record);

private:
    Describe m_describe;
    VarBindLines m_text;
    VarBindLines m_json;
};

} // namespace walkabout
