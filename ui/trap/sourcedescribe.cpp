// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/sourcedescribe.h"

namespace walkabout {

void SourceDescribe::setLibrary(Library::Pointer library) {
    m_plain = Describe(std::move(library));
    make();
}

void SourceDescribe::setInterfaces(SourceInterfaces interfaces) {
    m_interfaces = std::move(interfaces);
    make();
}

void SourceDescribe::make() {
    m_named.clear();
    for (auto each = m_interfaces.cbegin(); each != m_interfaces.cend(); ++each)
        m_named.emplace(each.key(), m_plain).first->second.setInterfaces(each.value());
}

QString SourceDescribe::deviceOf(const Notification &notification) {
    const QHostAddress origin = notification.origin();
    return (origin.isNull() ? notification.source() : origin).toString();
}

const Describe &SourceDescribe::of(const QString &address) const {
    const auto named = m_named.find(address);
    return named == m_named.end() ? m_plain : named->second;
}

} // namespace walkabout
