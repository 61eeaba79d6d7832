// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace walkabout {

namespace {

std::array<int, 2> ends = {-1, -1}; // a handler sees nothing but globals

std::atomic<bool> come = false;
static_assert(std::atomic<bool>::is_always_lock_free); // what a handler may touch

extern "C" void walkaboutOnSignal(int number) {
    come = true;
    const char byte = char(number);
    [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent) {
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupt::read);
    struct sigaction action = {};
    action.sa_handler = walkaboutOnSignal;
    action.sa_flags = SA_RESETHAND; // a second Ctrl+C ends the program the hard way
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int &end : ends) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

const std::atomic<bool> &Interrupt::hasCome() { return come; }

void Interrupt::read() {
    char byte = 0;
    if (::read(ends[0], &byte, 1) == 1)
        emit interrupted(byte);
}

} // namespace walkabout
