// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secrettext.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace walkabout::secrettext {

namespace {

constexpr int Version = 1;
constexpr QByteArrayView Head = "walkabout-secrets ";
constexpr QByteArrayView DeviceWord = "device";

struct Field {
    QByteArrayView word;
    Secret Secrets::*member;
};
constexpr std::array fields{Field{"read", &Secrets::readCommunity}, Field{"write", &Secrets::writeCommunity},
    Field{"auth", &Secrets::authPassphrase}, Field{"priv", &Secrets::privPassphrase}};

QString tr(const char *text) { return QCoreApplication::translate("SecretText", text); }

void encode(QByteArray &line, QByteArrayView value) {
    constexpr char digits[] = "0123456789abcdef";
    for (const char c : value) {
        if (c > ' ' && c <= '~' && c != '%')
            line += c;
        else
            line.append('%').append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 15]);
    }
}

int digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

std::optional<Secret> decode(QByteArrayView text) {
    QByteArray value;
    value.reserve(text.size()); // grows without a copy that nobody wipes
    bool whole = true;
    for (qsizetype i = 0; i < text.size() && whole; ++i) {
        if (text[i] != '%') {
            value += text[i];
            continue;
        }
        whole = i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
        if (whole)
            value += char(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    Secret secret = Secret::take(std::move(value));
    return whole ? std::optional(std::move(secret)) : std::nullopt;
}

} // namespace

Secret write(const QUuid &device, const Secrets &secrets) {
    qsizetype most = 200;
    for (const Field &field : fields)
        most += 3 * (secrets.*field.member).size();
    QByteArray text;
    text.reserve(most);
    text.append(Head).append(QByteArray::number(Version)).append('\n');
    text.append(DeviceWord).append(' ').append(device.toByteArray(QUuid::WithoutBraces)).append('\n');
    for (const Field &field : fields) {
        const Secret &secret = secrets.*field.member;
        if (secret.isEmpty())
            continue;
        text.append(field.word).append(' ');
        encode(text, secret.reveal());
        text.append('\n');
    }
    return Secret::take(std::move(text));
}

Result<Secrets> read(const QUuid &device, const Secret &text) {
    const auto wrong = [](const QString &what) { return Failure(Failure::Kind::BadUsage, {what}); };
    QByteArrayView rest = text.reveal();
    const auto nextLine = [&rest] {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        return line;
    };
    const QByteArrayView head = nextLine();
    const int version = head.startsWith(Head) ? head.sliced(Head.size()).toInt() : 0;
    if (version < 1)
        return wrong(tr("it is damaged"));
    if (version > Version)
        return wrong(tr("a newer version wrote it"));
    Secrets secrets;
    bool isOurs = false;
    while (!rest.isEmpty()) {
        const QByteArrayView line = nextLine();
        const qsizetype space = line.indexOf(' ');
        if (space < 0)
            return wrong(tr("it is damaged"));
        const QByteArrayView word = line.first(space);
        const QByteArrayView value = line.sliced(space + 1);
        isOurs = isOurs || (word == DeviceWord && value == device.toByteArray(QUuid::WithoutBraces));
        for (const Field &field : fields) {
            if (word != field.word)
                continue;
            auto secret = decode(value);
            if (!secret)
                return wrong(tr("it is damaged"));
            secrets.*field.member = *std::move(secret);
        }
    }
    if (!isOurs)
        return wrong(tr("it belongs to another device"));
    return secrets;
}

} // namespace walkabout::secrettext
