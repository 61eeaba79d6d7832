// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The text of all files below a folder of the source tree.
QString textOfFiles(const QString &folder, const QString &suffix) {
    QString text;
    QDirIterator files(
        QStringLiteral(WALKABOUT_SOURCE_DIR "/") + folder, {suffix}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll());
    }
    return text;
}

} // namespace

/// The codes of what is told of MIB files are promises: each is held by a test.
class TestDiagnosticCodes final : public QObject {
    Q_OBJECT

private slots:
    /// A new one cannot arrive without a test that expects it.
    void everyCodeOfTheSourcesStandsInATest() {
        // Words of the language that look like codes.
        const QStringList words{u"accessible-for-notify"_s, u"itu-t"_s, u"joint-iso-ccitt"_s, u"joint-iso-itu-t"_s,
            u"mib-2"_s, u"no-access"_s, u"not-accessible"_s, u"not-implemented"_s, u"read-create"_s, u"read-only"_s,
            u"read-write"_s, u"write-only"_s};
        static const QRegularExpression code(u"\"([a-z0-9]+(?:-[a-z0-9]+)+)\""_s);
        const QString tests = textOfFiles(u"tests"_s, u"*.cpp"_s);
        QStringList untested;
        int count = 0;
        for (const auto &match : code.globalMatch(textOfFiles(u"core/mib"_s, u"*.cpp"_s))) {
            const QString found = match.captured(1);
            if (words.contains(found))
                continue;
            ++count;
            // Whole: "missing-import" is no test of "missing-import-list".
            const QRegularExpression expected(u"[\" ]"_s + found + u"[\",]"_s);
            if (!tests.contains(expected) && !untested.contains(found))
                untested.append(found);
        }
        QVERIFY(count > 90);
        QVERIFY2(untested.isEmpty(), qPrintable(untested.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestDiagnosticCodes)
#include "tst_diagnosticcodes.moc"
