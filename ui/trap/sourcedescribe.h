// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/notification.h"
#include "core/work/describe.h"
#include "ui/trap/sourceinterfaces.h"

#include <map>

namespace walkabout {

/// Describes what notifications carry: interfaces by the names of the device that each is from, where those are held.
class SourceDescribe final {
public:
    void setLibrary(Library::Pointer library);
    void setInterfaces(SourceInterfaces interfaces);
    /// As anyone's: what is sought, sent again or written to a file is told so.
    [[nodiscard]] const Describe &plain() const { return m_plain; }
    /// Of one that was forwarded, the names of where it began.
    [[nodiscard]] const Describe &of(const Notification &notification) const { return of(deviceOf(notification)); }
    [[nodiscard]] const Describe &of(const QString &address) const;
    /// Whose interfaces it tells of.
    [[nodiscard]] static QString deviceOf(const Notification &notification);

private:
    void make();

    Describe m_plain{Library::empty()};
    SourceInterfaces m_interfaces;
    std::map<QString, Describe> m_named; // by address
};

} // namespace walkabout
