// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"

namespace walkabout {

ExitStatus exitStatus(const Operation &operation) {
    switch (operation.ending().value_or(Ending::Cancelled)) {
    case Ending::Whole: return ExitStatus::Whole;
    case Ending::Cancelled: return ExitStatus::Interrupted;
    case Ending::AgentError:
        if (const auto &failure = operation.failure()) {
            const QString status = failure->arguments().value(0);
            if (status == QLatin1String("noAccess") || status == QLatin1String("authorizationError"))
                return ExitStatus::Access;
        }
        return ExitStatus::AgentError;
    case Ending::Timeout:
    case Ending::Refused:
    case Ending::Closed: return ExitStatus::NoAnswer;
    case Ending::Authentication: return ExitStatus::Access;
    case Ending::Malformed:
    case Ending::NotIncreasing:
    case Ending::Limit: return ExitStatus::EndedEarly;
    }
    return ExitStatus::EndedEarly;
}

ExitStatus exitStatus(const Failure &failure) {
    switch (failure.kind()) {
    case Failure::Kind::File:
    case Failure::Kind::BadLine:
    case Failure::Kind::Damaged:
    case Failure::Kind::NewerFile: return ExitStatus::File;
    case Failure::Kind::UnknownHost:
    case Failure::Kind::Refused:
    case Failure::Kind::Timeout:
    case Failure::Kind::Unreachable:
    case Failure::Kind::LostSet:
    case Failure::Kind::Closed: return ExitStatus::NoAnswer;
    case Failure::Kind::AgentError: return ExitStatus::AgentError;
    case Failure::Kind::Cancelled: return ExitStatus::Interrupted;
    default: return ExitStatus::Usage;
    }
}

} // namespace walkabout
