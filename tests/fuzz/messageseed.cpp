// SPDX-License-Identifier: GPL-3.0-or-later
// Writes messages, a file each: some of every kind made here, and those of captures: what messagefuzz starts from.
#include "core/snmp/codec_p.h"
#include "tests/support/capture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cstdio>

using namespace walkabout;

namespace {

QByteArrayList made() {
    Engine engine;
    Message message;
    message.community = Secret("public");
    message.requestId = 4711;
    message.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}, Value()}};
    QByteArrayList list{*codec::encode(message, engine)};
    message.pdu = Pdu::GetBulk;
    message.maxRepetitions = 10;
    list << *codec::encode(message, engine);
    message.pdu = Pdu::Response;
    message.varBinds = {};
    const QList<Value> values{Value(), Value::integer(-7), Value::octets("octets"), Value::oid(Oid{1, 3, 6, 1, 4, 1}),
        *Value::ipAddress(QByteArray(4, '\1')), Value::counter32(1), Value::gauge32(2), Value::timeTicks(3),
        Value::opaque("\1\2"), Value::counter64(~quint64(0)), Value::opaqueFloat(1), Value::opaqueDouble(2),
        Value::opaqueInteger64(-3), Value::opaqueUnsigned64(4), Value::exception(Value::Type::NoSuchObject),
        Value::exception(Value::Type::NoSuchInstance), Value::exception(Value::Type::EndOfMibView)};
    for (const Value &value : values)
        message.varBinds.append({Oid{1, 3, 6, 1, 4, 1, 99999, Oid::Part(message.varBinds.size())}, value});
    list << *codec::encode(message, engine);
    message.pdu = Pdu::Inform;
    list << *codec::encode(message, engine);
    message.version = Version::V1;
    message.pdu = Pdu::TrapV1;
    message.trapV1 = {Oid{1, 3, 6, 1, 4, 1, 99999}, QHostAddress(QStringLiteral("192.0.2.1")), 6, 42, 4711};
    message.varBinds = message.varBinds.first(6);
    list << *codec::encode(message, engine);

    message.version = Version::V3;
    message.pdu = Pdu::Get;
    message.v3.messageId = 12;
    message.v3.engineId = QByteArray("\x80\0\x1f\x88\4walk", 9);
    list << *codec::encode(message, engine); // discovery
    message.v3.user = "operator";
    for (const auto level : {SecurityLevel::NoAuthNoPriv, SecurityLevel::AuthNoPriv, SecurityLevel::AuthPriv}) {
        for (const auto priv : {PrivProtocol::Aes128, PrivProtocol::Des}) {
            message.v3.level = level;
            const UsmUser user{message.v3.engineId, message.v3.user, level, AuthProtocol::Sha256, priv,
                Secret(QByteArray(32, 'a')), Secret(QByteArray(32, 'p'))};
            list << *codec::encode(message, engine, &user);
        }
    }
    return list;
}

} // namespace

int main(int count, char **arguments) {
    if (count < 2) {
        std::fputs("usage: messageseed FOLDER [CAPTURE-OR-FOLDER]...\n", stderr);
        return 2;
    }
    QByteArrayList messages = made();
    for (int i = 2; i < count; ++i) {
        QDirIterator files(QFile::decodeName(arguments[i]), {QStringLiteral("*.bin"), QStringLiteral("*.pcap")},
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                messages << test::messagesIn(file.readAll());
        }
    }
    const QDir folder(QFile::decodeName(arguments[1]));
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        QFile file(folder.filePath(QStringLiteral("message-%1").arg(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(messages.at(i)) != messages.at(i).size())
            return 1;
    }
    std::printf("%d messages\n", int(messages.size()));
    return 0;
}
