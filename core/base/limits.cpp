// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace walkabout::limits {

namespace {

// A core that is piped to a program ignores RLIMIT_CORE (core(5)): no kind of mapping is dumped then. PR_SET_DUMPABLE
// would do it too, and shut out the desktop's portals, which look at who asks.
void emptyCoreFiles() {
    const int filter = ::open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter < 0)
        return;
    [[maybe_unused]] const ssize_t written = ::write(filter, "0", 1);
    ::close(filter);
}

} // namespace

void raise() {
    rlimit files = {};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    const rlimit none = {};
    ::setrlimit(RLIMIT_CORE, &none);
    emptyCoreFiles();
}

} // namespace walkabout::limits
