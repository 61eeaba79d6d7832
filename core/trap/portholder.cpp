// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/portholder.h"

#include "core/base/clock.h"
#include "core/trap/boundport.h"
#include "core/trap/username.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr auto LongestSearch = 500ms;
constexpr qint64 FirstProcess = 1; // opens sockets for services, and keeps them beside the service

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

QByteArray contents(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// false too where its descriptors are another person's to read.
bool hasOpen(const QByteArray &process, const QByteArray &link) {
    const Folder folder(::opendir(("/proc/" + process + "/fd").constData()));
    if (!folder)
        return false;
    std::array<char, 64> target{};
    while (const dirent *entry = ::readdir(folder.get())) {
        const ssize_t length = ::readlinkat(::dirfd(folder.get()), entry->d_name, target.data(), target.size());
        if (length > 0 && QByteArrayView(target.data(), length) == link)
            return true;
    }
    return false;
}

qint64 processWith(quint64 inode) {
    const Folder processes(::opendir("/proc"));
    if (!processes)
        return 0;
    const QByteArray link = "socket:[" + QByteArray::number(inode) + ']';
    const auto end = Monotonic::now() + LongestSearch;
    qint64 found = 0;
    while (const dirent *entry = ::readdir(processes.get())) {
        if (Monotonic::now() > end)
            break;
        const QByteArray name(entry->d_name);
        bool isProcess = false;
        const qint64 process = name.toLongLong(&isProcess);
        if (!isProcess || !hasOpen(name, link))
            continue;
        found = process;
        if (process != FirstProcess)
            break;
    }
    return found;
}

bool isInstalled(const QString &unit) {
    const QStringList folders{u"/etc"_s, u"/run"_s, u"/usr/lib"_s, u"/lib"_s};
    return std::any_of(folders.cbegin(), folders.cend(),
        [&](const QString &folder) { return QFile::exists(folder + "/systemd/system/"_L1 + unit); });
}

// The last line's path, such as 0::/system.slice/snmptrapd.service.
QStringList unitsOf(qint64 process) {
    const QString group = QString::fromUtf8(contents(u"/proc/%1/cgroup"_s.arg(process))).trimmed();
    const QStringList parts = group.section(u':', -1).split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.first() != "system.slice"_L1)
        return {};
    const auto service = std::find_if(
        parts.crbegin(), parts.crend(), [](const QString &part) { return part.endsWith(".service"_L1); });
    if (service == parts.crend())
        return {};
    const QString socket = service->chopped(qsizetype(qstrlen("service"))) + "socket"_L1;
    return isInstalled(socket) ? QStringList{socket, *service} : QStringList{*service};
}

} // namespace

std::optional<PortHolder> PortHolder::of(const QHostAddress &address, quint16 port) {
    const QList<BoundPort> ports
        = BoundPort::parse(contents(u"/proc/net/udp"_s)) + BoundPort::parse(contents(u"/proc/net/udp6"_s));
    const auto bound = std::find_if(
        ports.cbegin(), ports.cend(), [&](const BoundPort &one) { return one.port == port && one.excludes(address); });
    if (bound == ports.cend())
        return std::nullopt;
    PortHolder holder;
    holder.user = userName(bound->user);
    holder.process = processWith(bound->inode);
    if (holder.process > 0) {
        holder.program = QString::fromUtf8(contents(u"/proc/%1/comm"_s.arg(holder.process))).trimmed();
        holder.units = unitsOf(holder.process);
    }
    return holder;
}

QString PortHolder::text() const {
    return process > 0 ? tr("%1 (pid %2)").arg(program, QString::number(process)) : tr("A program of %1").arg(user);
}

} // namespace walkabout
