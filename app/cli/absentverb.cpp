// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/absentverb.h"

namespace walkabout {

AbsentVerb::AbsentVerb(std::string name, std::string purpose)
    : m_name(std::move(name))
    , m_purpose(std::move(purpose)) {}

void AbsentVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, m_name, m_purpose + " (not in this version)");
    verb->fallthrough(false); // whatever follows is not judged
    verb->allow_extras();
}

void AbsentVerb::start() {
    fail(Failure(Failure::Kind::NotSupported, {QString::fromStdString(m_name + ", " + m_purpose)}));
}

} // namespace walkabout
