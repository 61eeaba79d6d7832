// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/engine.h"
#include "core/store/devicestore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "tests/bench/stormsender.h"
#include "tests/core/trap/madeinform.h"
#include "tests/support/waiting.h"
#include "ui/trap/trappanel.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QUdpSocket>

#include <cstdio>
#include <sys/resource.h>

// A storm of notifications from another process, received by the trap panel as the window has it: open, listening, its
// journal on disk. Prints what was kept, the longest gap of the event loop beside that of an idle control, CPU and
// memory. usage: bench_storm [v2c|inform|v3] [RATE] [SECONDS]

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Outstanding = 1'000;
constexpr int Messages = 1'000;

/// linkDown with ifIndex, ifAdminStatus, ifOperStatus and ifDescr.
Message linkDown(int number) {
    const quint32 port = quint32(number % 100) + 1;
    const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
    Message message;
    message.pdu = Pdu::TrapV2;
    message.requestId = 0x10000000 + number;
    message.community = Secret("public");
    message.varBinds = {{{1, 3, 6, 1, 2, 1, 1, 3, 0}, Value::timeTicks(quint32(number))},
        {{1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0}, Value::oid({1, 3, 6, 1, 6, 3, 1, 1, 5, 3})},
        {ifEntry + Oid{1, port}, Value::integer(qint32(port))}, {ifEntry + Oid{7, port}, Value::integer(1)},
        {ifEntry + Oid{8, port}, Value::integer(2)},
        {ifEntry + Oid{2, port}, Value::octets("port " + QByteArray::number(port) + " of the bench")}};
    return message;
}

Credential user() {
    return *Credential::user({.name = "storm",
        .auth = AuthProtocol::Sha256,
        .priv = PrivProtocol::Aes128,
        .authPassphrase = Secret("authentic phrase"),
        .privPassphrase = Secret("private phrase")});
}

QList<QByteArray> messages(const QString &kind) {
    Engine engine;
    std::optional<UsmUser> sender;
    if (kind == u"v3") {
        const auto keys = deriveKeys(user().user());
        sender = *localise(*keys, user().user(), QByteArray::fromHex("80001f8880aabbccee"));
    }
    QList<QByteArray> all;
    for (int i = 0; i < Messages; ++i) {
        Message message = linkDown(i);
        if (kind == u"inform")
            message.pdu = Pdu::Inform;
        if (sender) {
            message.version = Version::V3;
            message.v3.level = SecurityLevel::AuthPriv;
            message.v3.engineId = sender->engineId;
            message.v3.user = sender->name;
            message.v3.messageId = i + 1;
            message.v3.engineBoots = 1;
            message.v3.engineTime = 1'000;
        }
        all += *codec::encode(message, engine, sender ? &*sender : nullptr);
    }
    return all;
}

int send(const QStringList &words) {
    const QString kind = words.value(2);
    const QList<QByteArray> all = messages(kind);
    bench::StormSender sender(all, words.value(3).toUShort());
    const int rate = words.value(4).toInt();
    const int seconds = words.value(5).toInt();
    const qsizetype idAt = all[0].indexOf(QByteArray::fromHex("020410000000")) + 2;
    const qint64 count
        = kind == u"inform" ? sender.acknowledged(Outstanding, rate, seconds, idAt) : sender.atRate(rate, seconds);
    std::printf("%lld\n", static_cast<long long>(count));
    return 0;
}

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMegabytes() {
    QFile file(u"/proc/self/statm"_s);
    (void)file.open(QIODevice::ReadOnly);
    return double(file.readAll().split(' ').value(1).toLongLong()) * 4096 / 1e6;
}

quint16 freePort() {
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost, 0);
    return socket.localPort();
}

void pass(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char **argv) {
    if (argc > 1 && qstrcmp(argv[1], "send") == 0) {
        const QCoreApplication application(argc, argv);
        return send(QCoreApplication::arguments());
    }
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString kind = words.value(1, u"v2c"_s);
    const QString usual = kind == u"v3" ? u"10000"_s : kind == u"inform" ? u"5000"_s : u"20000"_s;
    const int rate = words.value(2, usual).toInt();
    const int seconds = words.value(3, u"30"_s).toInt();

    QTemporaryDir folder(QDir::currentPath() + u"/bench-XXXXXX"_s); // on a disk
    Engine engine;
    DeviceStore devices(folder.path());
    MemorySecretStore secrets;
    Settings settings(folder.path());
    TrapPanel panel({engine, devices, secrets, settings, folder.filePath(u"traps.sqlite"_s)});
    panel.resize(1366, 300);
    panel.show();
    panel.findChild<QLineEdit *>()->setText(u"127.0.0.1"_s);
    const quint16 port = freePort();
    panel.findChild<QSpinBox *>()->setValue(port);
    for (auto *button : panel.findChildren<QPushButton *>()) {
        if (button->accessibleName() == u"Start listening")
            button->click();
    }
    panel.station().receiver().setUsers({user()});
    qint64 received = 0;
    qint64 lost = 0;
    QObject::connect(&panel.station().receiver(), &Receiver::received, &panel, [&](const QList<TrapRecord> &records) {
        for (const TrapRecord &record : records) {
            lost += qint64(record.lost);
            received += record.notification.failure ? 0 : 1;
        }
    });
    pass(2'000);
    qint64 idleGap = 0;
    {
        const Ticker control;
        pass(5'000);
        idleGap = control.longestGap();
    }
    const double before = residentMegabytes();
    const double cpuBefore = cpuSeconds();
    const Ticker ticker;
    QProcess sender;
    sender.start(QCoreApplication::applicationFilePath(),
        {u"send"_s, kind, QString::number(port), QString::number(rate), QString::number(seconds)});
    double middle = 0;
    QTimer::singleShot(seconds * 500, &panel, [&] { middle = residentMegabytes(); });
    QEventLoop loop;
    QObject::connect(&sender, &QProcess::finished, &loop, &QEventLoop::quit);
    loop.exec();
    pass(2'000);
    const qint64 count = sender.readAllStandardOutput().trimmed().toLongLong();
    std::printf("%s: sent%s %lld (%lld a second), received %lld, lost %lld\n", qPrintable(kind),
        kind == u"inform" ? " and acknowledged" : "", static_cast<long long>(count),
        static_cast<long long>(count / std::max(seconds, 1)), static_cast<long long>(received),
        static_cast<long long>(lost));
    std::printf("  longest gap %lld ms (idle control %lld ms), busiest %lld ms of CPU; CPU %.1f s; resident %.0f MB "
                "before, %.0f in the middle, %.0f after\n",
        static_cast<long long>(ticker.longestGap()), static_cast<long long>(idleGap),
        static_cast<long long>(ticker.longestBusy()), cpuSeconds() - cpuBefore, before, middle, residentMegabytes());
    return 0;
}
