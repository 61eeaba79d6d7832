// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/limits.h"

#include <sys/resource.h>

namespace walkabout::limits {

void raise() {
    rlimit files = {};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    const rlimit none = {};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace walkabout::limits
