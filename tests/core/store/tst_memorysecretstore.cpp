// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/memorysecretstore.h"

#include <QTest>

using namespace walkabout;

class TestMemorySecretStore final : public QObject {
    Q_OBJECT

private slots:
    void answersFromTheEventLoop() {
        MemorySecretStore store;
        const QUuid device = QUuid::createUuid();
        Secrets secrets;
        secrets.readCommunity = Secret("reading");
        store.write(device, secrets, this, {});
        QObject context;
        std::optional<Secrets> answer;
        store.read(device, &context, [&answer](const Result<Secrets> &found) { answer = *found; });
        QVERIFY(!answer);
        QTRY_VERIFY(answer);
        QCOMPARE(*answer, secrets);
    }

    void knowsNothingOfOthersAndForgets() {
        MemorySecretStore store;
        const QUuid device = QUuid::createUuid();
        store.write(device, {Secret("a"), {}, {}, {}}, this, {});
        store.remove(device, this, {});
        QObject context;
        int answers = 0;
        const auto unknown = [&answers](const Result<Secrets> &found) { answers += *found == Secrets{} ? 1 : 100; };
        store.read(device, &context, unknown);
        store.read(QUuid::createUuid(), &context, unknown);
        QTRY_COMPARE(answers, 2);
        QVERIFY(!store.whereKept().isEmpty());
    }

    void saysNothingToAContextThatHasGone() {
        MemorySecretStore store;
        bool answered = false;
        {
            QObject context;
            store.read(QUuid::createUuid(), &context, [&answered](const Result<Secrets> &) { answered = true; });
        }
        QObject other;
        bool later = false;
        store.read(QUuid::createUuid(), &other, [&later](const Result<Secrets> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestMemorySecretStore)
#include "tst_memorysecretstore.moc"
