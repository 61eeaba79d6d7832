// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stormsender.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <limits>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace walkabout::bench {

using Clock = std::chrono::steady_clock;

StormSender::StormSender(QList<QByteArray> messages, quint16 port)
    : m_messages(std::move(messages))
    , m_socket(socket(AF_INET, SOCK_DGRAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int room = 8 << 20;
    setsockopt(m_socket, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room);
    (void)connect(m_socket, reinterpret_cast<const sockaddr *>(&to), sizeof to);
}

StormSender::~StormSender() { close(m_socket); }

qint64 StormSender::atRate(int rate, int seconds) {
    const auto began = Clock::now();
    const qint64 total = qint64(rate) * seconds;
    qint64 sent = 0;
    while (sent < total) {
        const double passed = std::chrono::duration<double>(Clock::now() - began).count();
        const qint64 due = std::min(total, qint64(passed * rate) + 1);
        for (; sent < due; ++sent) {
            const QByteArray &message = m_messages[sent % m_messages.size()];
            (void)send(m_socket, message.constData(), size_t(message.size()), 0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    return sent;
}

qint64 StormSender::acknowledged(int outstanding, int rate, int seconds, qsizetype idAt) {
    const auto began = Clock::now();
    const auto end = began + std::chrono::seconds(seconds);
    std::array<char, 2048> answer{};
    quint32 next = 1;
    qint64 waiting = 0;
    qint64 answers = 0;
    while (Clock::now() < end || waiting > 0) {
        const double passed = std::chrono::duration<double>(Clock::now() - began).count();
        const qint64 due = rate > 0 ? qint64(passed * rate) + 1 : std::numeric_limits<qint64>::max();
        while (waiting < outstanding && qint64(next) <= due && Clock::now() < end) {
            QByteArray message = m_messages[next % quint32(m_messages.size())];
            qToBigEndian(next++, message.data() + idAt);
            (void)send(m_socket, message.constData(), size_t(message.size()), 0);
            ++waiting;
        }
        pollfd wait{m_socket, POLLIN, 0};
        if (poll(&wait, 1, waiting < outstanding ? 1 : 1000) == 0 && Clock::now() > end + std::chrono::seconds(2))
            break; // the rest was lost
        while (recv(m_socket, answer.data(), answer.size(), MSG_DONTWAIT) > 0) {
            ++answers;
            --waiting;
        }
    }
    return answers;
}

} // namespace walkabout::bench
