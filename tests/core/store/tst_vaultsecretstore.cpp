// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vaultsecretstore.h"
#include "tests/core/store/asked.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const Secrets everything{
    Secret("read-me-not"), Secret("write-me-not"), Secret("auth pass % phrase"), Secret("Schlüssel\n\x01\xff")};

/// A vault as one program has it.
struct Holder {
    explicit Holder(const QString &folder)
        : vault(folder, sealing::Cost::least())
        , asked(vault) {}
    std::optional<Failure> unlock(const char *passphrase) {
        return asked.done([&](const auto &done) { vault.unlock(Secret(passphrase), asked.context(), done); });
    }
    VaultSecretStore vault;
    Asked asked;
};

} // namespace

/// The encrypted file: what it keeps, from whom, and what becomes of it where it is not as it was written.
class TestVaultSecretStore final : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void givesBackWhatWasKeptToWhoeverHasThePassphrase() {
        Holder first(folder());
        QVERIFY(!first.vault.exists());
        QCOMPARE(first.unlock("open sesame"), std::nullopt);
        QCOMPARE(first.asked.write(m_device, everything), std::nullopt);
        QCOMPARE(*first.asked.read(m_device), everything);
        QCOMPARE(*first.asked.read(QUuid::createUuid()), Secrets{});

        Holder later(folder());
        QCOMPARE(later.asked.read(m_device).failure().kind(), Failure::Kind::Locked);
        QCOMPARE(later.unlock("open sesame"), std::nullopt);
        QCOMPARE(*later.asked.read(m_device), everything);
        QCOMPARE(later.asked.remove(m_device), std::nullopt);
        QCOMPARE(*first.asked.read(m_device), Secrets{});
    }

    void holdsNothingInClearAndIsItsOwnersAlone() {
        Holder holder(folder());
        QCOMPARE(holder.unlock("open sesame"), std::nullopt);
        QCOMPARE(holder.asked.write(m_device, everything), std::nullopt);
        const QByteArray text = content();
        for (const QByteArrayView secret : {everything.readCommunity.reveal(), everything.writeCommunity.reveal(),
                 everything.authPassphrase.reveal(), QByteArrayView("open sesame")}) {
            QVERIFY(!text.contains(secret));
            QVERIFY(!text.contains(secret.toByteArray().toBase64(QByteArray::OmitTrailingEquals)));
            QVERIFY(!text.contains(secret.toByteArray().toHex()));
        }
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(holder.vault.path()) & others));
        QVERIFY(text.contains("walkabout-vault") && text.contains("argon2id13"));
    }

    void saysAWrongPassphraseAndStaysLocked() {
        {
            Holder holder(folder());
            QCOMPARE(holder.unlock("open sesame"), std::nullopt);
            QCOMPARE(holder.asked.write(m_device, everything), std::nullopt);
        }
        Holder holder(folder());
        QCOMPARE(holder.unlock("open barley")->kind(), Failure::Kind::WrongPassphrase);
        QVERIFY(!holder.vault.isOpen());
        QCOMPARE(holder.asked.read(m_device).failure().kind(), Failure::Kind::Locked);
        QCOMPARE(holder.asked.write(m_device, everything)->kind(), Failure::Kind::Locked);
        QCOMPARE(holder.unlock("open sesame"), std::nullopt);
        QCOMPARE(*holder.asked.read(m_device), everything);
        holder.vault.lock();
        QCOMPARE(holder.asked.read(m_device).failure().kind(), Failure::Kind::Locked);
    }

    void forgetsADeviceWithoutItsPassphrase() {
        const QUuid other = QUuid::createUuid();
        {
            Holder holder(folder());
            QCOMPARE(holder.unlock("open sesame"), std::nullopt);
            QCOMPARE(holder.asked.write(m_device, everything), std::nullopt);
            QCOMPARE(holder.asked.write(other, everything), std::nullopt);
        }
        Holder holder(folder());
        QCOMPARE(holder.asked.remove(m_device), std::nullopt);
        QVERIFY(!content().contains(m_device.toByteArray(QUuid::WithoutBraces)));
        QCOMPARE(holder.unlock("open sesame"), std::nullopt);
        QCOMPARE(*holder.asked.read(m_device), Secrets{});
        QCOMPARE(*holder.asked.read(other), everything);
    }

    void setsADamagedFileAsideAndNamesIt_data() {
        QTest::addColumn<QByteArray>("damaged");
        QTest::newRow("no JSON") << QByteArray("{\"format\": \"walkabout-vault\", \"version\": 1, \"key\": {");
        QTest::newRow("no lock") << QByteArray(R"({"format": "walkabout-vault", "version": 1})");
        QTest::newRow("asks for a machine") << QByteArray(
            R"({"format": "walkabout-vault", "version": 1, "proof": "eA==", "key": {"derivation":)"
            R"("argon2id13", "salt": "AAAAAAAAAAAAAAAAAAAAAA==", "passes": 3, "memory": 1099511627776}})");
    }

    void setsADamagedFileAsideAndNamesIt() {
        QFETCH(QByteArray, damaged);
        write(damaged);
        Holder holder(folder());
        const auto failure = holder.unlock("open sesame");
        QVERIFY(failure);
        QCOMPARE(failure->kind(), Failure::Kind::Damaged);
        QVERIFY(!holder.vault.isOpen() && !holder.vault.exists());
        QFile aside(failure->arguments().value(1));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), damaged);
        QCOMPARE(holder.unlock("open sesame"), std::nullopt); // a new one
        QCOMPARE(holder.asked.write(m_device, everything), std::nullopt);
    }

    void takesNothingOfWhatWasTamperedWith() {
        const QUuid other = QUuid::createUuid();
        Holder holder(folder());
        QCOMPARE(holder.unlock("open sesame"), std::nullopt);
        QCOMPARE(holder.asked.write(m_device, everything), std::nullopt);
        QCOMPARE(holder.asked.write(other, {Secret("of the other"), {}, {}, {}}), std::nullopt);
        const QJsonObject whole = root();
        const QJsonObject devices = whole[u"devices"].toObject();
        const QByteArray box = QByteArray::fromBase64(devices[name(m_device)].toString().toLatin1());
        for (qsizetype at = 0; at < box.size(); ++at) { // every octet: nonce, tag and what is sealed
            QByteArray changed = box;
            changed[at] = char(changed[at] ^ 1);
            replace(whole, m_device, QString::fromLatin1(changed.toBase64()));
            const auto found = holder.asked.read(m_device);
            QVERIFY(!found);
            QCOMPARE(found.failure().kind(), Failure::Kind::File);
            QCOMPARE(found.failure().arguments().value(0), holder.vault.path());
        }
        QCOMPARE(holder.asked.read(other)->readCommunity, Secret("of the other")); // the rest is as it was
        replace(whole, m_device, devices[name(other)].toString());
        QVERIFY(!holder.asked.read(m_device)); // another device's, sealed as it should be
        QCOMPARE(holder.asked.write(m_device, everything), std::nullopt);
        QCOMPARE(*holder.asked.read(m_device), everything);
    }

    void readsANewerFileButDoesNotChangeIt() {
        {
            Holder holder(folder());
            QCOMPARE(holder.unlock("open sesame"), std::nullopt);
            QCOMPARE(holder.asked.write(m_device, everything), std::nullopt);
        }
        QJsonObject newer = root();
        newer[u"version"] = 2;
        write(QJsonDocument(newer).toJson());
        const QByteArray before = content();
        Holder holder(folder());
        QCOMPARE(holder.unlock("open sesame"), std::nullopt);
        QCOMPARE(*holder.asked.read(m_device), everything);
        const auto failure = holder.asked.write(QUuid::createUuid(), everything);
        QVERIFY(failure && failure->kind() == Failure::Kind::NewerFile);
        QCOMPARE(holder.asked.remove(m_device)->kind(), Failure::Kind::NewerFile);
        QCOMPARE(content(), before);

        newer[u"key"] = QJsonObject{{u"derivation"_s, u"argon3"_s}};
        write(QJsonDocument(newer).toJson());
        QCOMPARE(Holder(folder()).unlock("open sesame")->kind(), Failure::Kind::NewerFile);
        QVERIFY(content().contains("argon3")); // and is not set aside
    }

    void twoProgramsKeepWhatTheOtherWrote() {
        const QUuid other = QUuid::createUuid();
        Holder window(folder());
        QCOMPARE(window.unlock("open sesame"), std::nullopt);
        Holder commandLine(folder());
        QCOMPARE(commandLine.unlock("open sesame"), std::nullopt);
        QCOMPARE(window.asked.write(m_device, everything), std::nullopt);
        QCOMPARE(commandLine.asked.write(other, everything), std::nullopt);
        QCOMPARE(*window.asked.read(other), everything);
        QCOMPARE(*commandLine.asked.read(m_device), everything);
    }

    void twoProgramsThatMakeItAtOnceMakeOne() {
        Holder first(folder());
        Holder second(folder());
        QStringList opened;
        for (auto *holder : {&first, &second}) {
            holder->vault.unlock(Secret(holder == &first ? "open sesame" : "open barley"), this,
                [&opened, holder, &first](const std::optional<Failure> &failure) {
                    opened += (holder == &first ? u"first "_s : u"second "_s)
                        + (failure ? QString::number(int(failure->kind())) : u"open"_s);
                });
        }
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(int(first.vault.isOpen()) + int(second.vault.isOpen()), 1);
        Holder &winner = first.vault.isOpen() ? first : second;
        Holder &loser = first.vault.isOpen() ? second : first;
        QCOMPARE(winner.asked.write(m_device, everything), std::nullopt);
        QCOMPARE(loser.unlock(&winner == &first ? "open sesame" : "open barley"), std::nullopt);
        QCOMPARE(*loser.asked.read(m_device), everything);
    }

    void isLockedAgainWhereAnotherProgramMadeItAnew() {
        Holder first(folder());
        QCOMPARE(first.unlock("open sesame"), std::nullopt);
        QCOMPARE(first.asked.write(m_device, everything), std::nullopt);
        QVERIFY(QFile::remove(first.vault.path()));
        Holder second(folder());
        QCOMPARE(second.unlock("open barley"), std::nullopt);
        const QByteArray before = content();
        QCOMPARE(first.asked.write(m_device, everything)->kind(), Failure::Kind::Locked);
        QCOMPARE(content(), before);
        QCOMPARE(first.asked.read(m_device).failure().kind(), Failure::Kind::Locked);
    }

    void makesItsKeyBesideTheEventLoop() {
        VaultSecretStore vault(folder()); // at what it costs a person's own
        int ticks = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
        ticking.start(5);
        QElapsedTimer clock;
        clock.start();
        bool opened = false;
        vault.unlock(Secret("open sesame"), this, [&opened](const auto &failure) { opened = !failure; });
        QVERIFY(clock.elapsed() < 100 * Slowdown);
        QTRY_VERIFY_WITH_TIMEOUT(opened, 60'000);
        QVERIFY2(ticks >= clock.elapsed() / 100, qPrintable(QString::number(ticks)));
    }

    void goesWhileItsKeyIsBeingMade() {
        bool answered = false;
        {
            VaultSecretStore vault(folder());
            vault.unlock(Secret("open sesame"), this, [&answered](const auto &) { answered = true; });
        }
        QTest::qWait(10);
        QVERIFY(!answered);
        QVERIFY(!QFile::exists(path()));
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->path() + u"/config"_s; }
    [[nodiscard]] QString path() const { return folder() + u"/secrets.vault"_s; }
    static QString name(const QUuid &device) { return device.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QByteArray content() const {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QJsonObject root() const { return QJsonDocument::fromJson(content()).object(); }
    void write(const QByteArray &text) const {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    void replace(QJsonObject whole, const QUuid &device, const QString &box) const {
        QJsonObject devices = whole[u"devices"].toObject();
        devices[name(device)] = box;
        whole[u"devices"] = devices;
        write(QJsonDocument(whole).toJson());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QUuid m_device = QUuid::createUuid();
};

QTEST_GUILESS_MAIN(TestVaultSecretStore)
#include "tst_vaultsecretstore.moc"
