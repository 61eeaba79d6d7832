// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chosensecretstore.h"
#include "core/store/devicestore.h"
#include "core/store/settings.h"
#include "tests/core/store/asked.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using Place = ChosenSecretStore::Place;

namespace {

const Secrets kept{Secret("read-me-not"), Secret("write-me-not"), {}, {}};

struct OpenVault {
    explicit OpenVault(const QString &folder)
        : vault(folder, sealing::Cost::least())
        , asked(vault) {}
    std::optional<Failure> unlock(const char *passphrase) {
        return asked.done([&](const auto &done) { vault.unlock(Secret(passphrase), asked.context(), done); });
    }
    std::optional<Failure> change(const char *before, const char *after) {
        return asked.done(
            [&](const auto &done) { vault.changePassphrase(Secret(before), Secret(after), asked.context(), done); });
    }
    VaultSecretStore vault;
    Asked asked;
};

} // namespace

/// Another master pass-phrase for the vault: all is sealed anew at once, or nothing is touched.
class TestVaultPassphrase final : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        OpenVault vault(folder());
        QCOMPARE(vault.unlock("open sesame"), std::nullopt);
        QCOMPARE(vault.asked.write(m_device, kept), std::nullopt);
    }

    void theNewOneOpensItAndTheOldOneDoesNot() {
        const QByteArray before = content();
        OpenVault vault(folder()); // locked: the old one is asked for, not that it is open
        QCOMPARE(vault.change("open sesame", "open barley"), std::nullopt);
        QCOMPARE(*vault.asked.read(m_device), kept);
        QCOMPARE(vault.asked.write(m_other, kept), std::nullopt);
        QVERIFY(root(before)[u"key"][u"salt"] != root(content())[u"key"][u"salt"]);

        OpenVault later(folder());
        QCOMPARE(later.unlock("open sesame")->kind(), Failure::Kind::WrongPassphrase);
        QCOMPARE(later.unlock("open barley"), std::nullopt);
        QCOMPARE(*later.asked.read(m_device), kept);
        QCOMPARE(*later.asked.read(m_other), kept);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(vault.vault.path()) & others));
    }

    void aWrongOldOneChangesNothing() {
        const QByteArray before = content();
        OpenVault vault(folder());
        QCOMPARE(vault.change("open barley", "open rye")->kind(), Failure::Kind::WrongPassphrase);
        QCOMPARE(content(), before);
        QVERIFY(!vault.vault.isOpen());
        QCOMPARE(vault.unlock("open sesame"), std::nullopt);
        QCOMPARE(vault.change("open barley", "open rye")->kind(), Failure::Kind::WrongPassphrase);
        QCOMPARE(content(), before);
        QVERIFY(vault.vault.isOpen()); // as it was
        QCOMPARE(*vault.asked.read(m_device), kept);
    }

    void anotherProgramThatHadItOpenIsAskedAgain() {
        OpenVault window(folder());
        QCOMPARE(window.unlock("open sesame"), std::nullopt);
        OpenVault commandLine(folder());
        QCOMPARE(commandLine.change("open sesame", "open barley"), std::nullopt);
        const QByteArray before = content();
        QCOMPARE(window.asked.write(m_other, kept)->kind(), Failure::Kind::Locked);
        QCOMPARE(content(), before); // nothing sealed with the key before stands in it
        QCOMPARE(window.unlock("open barley"), std::nullopt);
        QCOMPARE(*window.asked.read(m_device), kept);
    }

    void whatIsKeptMeanwhileIsSealedAnewToo() {
        OpenVault vault(folder());
        QCOMPARE(vault.unlock("open sesame"), std::nullopt);
        std::optional<std::optional<Failure>> changed;
        vault.vault.changePassphrase(
            Secret("open sesame"), Secret("open barley"), this, [&changed](const auto &failure) { changed = failure; });
        QVERIFY(!changed);
        QCOMPARE(vault.asked.write(m_other, kept), std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(changed, 30'000);
        QCOMPARE(*changed, std::nullopt);
        QCOMPARE(*vault.asked.read(m_other), kept);
        OpenVault later(folder());
        QCOMPARE(later.unlock("open barley"), std::nullopt);
        QCOMPARE(*later.asked.read(m_other), kept);
    }

    void aNewerFileOrNoneIsLeftAlone() {
        QJsonObject newer = root(content());
        newer[u"version"] = 2;
        const QByteArray text = QJsonDocument(newer).toJson();
        write(text);
        QCOMPARE(OpenVault(folder()).change("open sesame", "open barley")->kind(), Failure::Kind::NewerFile);
        QCOMPARE(content(), text);
        QVERIFY(QFile::remove(path()));
        QCOMPARE(OpenVault(folder()).change("open sesame", "open barley")->kind(), Failure::Kind::BadUsage);
        QVERIFY(!QFile::exists(path()));
    }

    void theChosenPlaceIsOpenWithIt() {
        DeviceStore devices(folder());
        Settings settings(folder());
        ChosenSecretStore chosen(devices, settings, folder(), sealing::Cost::least());
        Device device;
        device.id = m_device;
        device.name = u"core1"_s;
        QCOMPARE(devices.save(device), std::nullopt);
        QVERIFY(!settings.set({{u"secrets"_s, u"vault"_s}}));
        QVERIFY(chosen.isLocked());
        Asked asked(chosen);
        const auto change = [&](const char *before, const char *after) {
            return asked.done([&](const auto &done) {
                chosen.changePassphrase(Secret(before), Secret(after), asked.context(), done);
            });
        };
        QCOMPARE(change("open barley", "open rye")->kind(), Failure::Kind::WrongPassphrase);
        QVERIFY(chosen.isLocked());
        const QSignalSpy changed(&chosen, &ChosenSecretStore::changed);
        QCOMPARE(change("open sesame", "open rye"), std::nullopt);
        QVERIFY(!chosen.isLocked());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(*asked.read(m_device), kept);
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->path() + u"/config"_s; }
    [[nodiscard]] QString path() const { return folder() + u"/secrets.vault"_s; }
    [[nodiscard]] QByteArray content() const {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QJsonObject root(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }
    void write(const QByteArray &text) const {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QUuid m_device = QUuid::createUuid();
    const QUuid m_other = QUuid::createUuid();
};

QTEST_GUILESS_MAIN(TestVaultPassphrase)
#include "tst_vaultpassphrase.moc"
