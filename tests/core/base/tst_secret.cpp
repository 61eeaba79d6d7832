// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <QTest>

#include <concepts>

using namespace Qt::StringLiterals;
using walkabout::Secret;

template <class T>
concept Printable = requires(QDebug debug, const T &value) {
    debug << value;
};

class TestSecret : public QObject {
    Q_OBJECT

private slots:
    void cannotBePrinted();
    void holdsItsOwnBytes();
    void wipesWhatItTakes();
    void movesWithoutLeavingACopy();
    void comparesByBytes();
};

void TestSecret::cannotBePrinted() {
    static_assert(Printable<QByteArray>);
    static_assert(!Printable<Secret>);
}

void TestSecret::holdsItsOwnBytes() {
    QByteArray source("sesame");
    const Secret secret{QByteArrayView(source)};
    source.fill('x');
    QCOMPARE(secret.reveal().toByteArray(), QByteArray("sesame"));
    const Secret copy = secret;
    QVERIFY(copy.reveal().data() != secret.reveal().data());
    QCOMPARE(copy.reveal().toByteArray(), QByteArray("sesame"));
}

void TestSecret::wipesWhatItTakes() {
    QByteArray source("open sesame");
    const Secret secret = Secret::take(std::move(source));
    QCOMPARE(secret.reveal().toByteArray(), QByteArray("open sesame"));
    QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
}

void TestSecret::movesWithoutLeavingACopy() {
    Secret from{QByteArrayView("sesame")};
    const Secret to = std::move(from);
    QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
    QCOMPARE(to.size(), 6);
}

void TestSecret::comparesByBytes() {
    QVERIFY(Secret("sesame") == Secret("sesame"));
    QVERIFY(!(Secret("sesame") == Secret("sesamf")));
    QVERIFY(!(Secret("sesame") == Secret("sesam")));
    QVERIFY(Secret() == Secret(""));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
