// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/sourcenames.h"
#include "core/trap/trapgroups.h"
#include "core/trap/traprecord.h"
#include "ui/trap/sourcedescribe.h"

#include <QVariant>

namespace walkabout {

/// What a person reads of the groups of a trap summary, and the filter that finds one. Owned by their model.
class GroupText final {
public:
    enum Column { Level, Count, Source, Name, Subject, First, Last, ColumnCount };
    struct Line {
        TrapGroup group;
        quint32 read = 0; // the row that tells of the others; 0: none is read yet
        Oid subject; // of any of its rows
        QString device; // the address of who calls it so
        QString reason; // where it has none: why its latest row could not be read
    };

    void setLibrary(Library::Pointer library) { m_describe.setLibrary(std::move(library)); }
    void setInterfaces(const SourceInterfaces &interfaces) { m_describe.setInterfaces(interfaces); }
    void setNames(const SourceNames &names) { m_names = names; }
    [[nodiscard]] const Describe &describe() const { return m_describe.plain(); }

    [[nodiscard]] static QString heading(int column);
    [[nodiscard]] QString text(const Line &line, int column) const;
    [[nodiscard]] QString tip(const Line &line, int column) const;
    [[nodiscard]] static QVariant colour(const Line &line, int column);
    /// record: one of its rows, where one was read; isAlone: no other source's address begins with its own.
    [[nodiscard]] QString terms(const Line &line, const TrapRecord *record, bool isAlone) const;

private:
    [[nodiscard]] QString name(const TrapGroup &group) const;
    [[nodiscard]] QString subject(const Line &line) const;

    SourceDescribe m_describe;
    SourceNames m_names;
};

} // namespace walkabout
