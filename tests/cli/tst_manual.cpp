// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// The man pages tell of every verb and option that --help has, and of no other.
class TestManual final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_program.environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        m_line = page(u"walkabout-cli.1"_s);
        m_window = page(u"walkabout.1"_s);
        QVERIFY(m_line.size() > 1000 && m_window.size() > 500);
    }

    void everyVerbIsThere() {
        const QStringList verbs = verbsOf(help({}));
        QVERIFY(verbs.size() >= 16);
        for (const QString &verb : verbs) {
            const QStringList below = verbsOf(help({verb}));
            for (const QString &one : below.isEmpty() ? QStringList{verb} : below) {
                const QString name = below.isEmpty() ? verb : verb + u' ' + one;
                QVERIFY2(m_line.contains(QRegularExpression(
                             u"(^|\\s|\")%1(\\s|\"|$)"_s.arg(name), QRegularExpression::MultilineOption)),
                    qPrintable(name + u" is not in the man page"_s));
            }
        }
    }

    void everyOptionIsThere() {
        const QSet<QString> options = allOptions();
        QVERIFY(options.size() > 30);
        for (const QString &option : options)
            QVERIFY2(tells(m_line, option), qPrintable(option + u" is not in the man page"_s));
    }

    void nothingElseIsThere() {
        const QSet<QString> options = allOptions();
        for (const QString &told : longOptions(m_line))
            QVERIFY2(options.contains(told), qPrintable(told + u" is in the man page alone"_s));
    }

    void theWindowsOptionsAreThereAndNoOthers() {
        const Ran ran = m_program.runOther(QStringLiteral(WALKABOUT_BIN_DIR "/walkabout"), {u"--help"_s});
        QCOMPARE(ran.status, 0);
        const QSet<QString> options = optionsOf(QString::fromUtf8(ran.out));
        QVERIFY(options.size() > 8);
        for (const QString &option : options)
            QVERIFY2(tells(m_window, option), qPrintable(option + u" is not in the man page"_s));
        for (const QString &told : longOptions(m_window))
            QVERIFY2(options.contains(told), qPrintable(told + u" is in the man page alone"_s));
    }

private:
    /// Without the marks of roff.
    static QString page(const QString &name) {
        QFile file(QStringLiteral(WALKABOUT_SOURCE_DIR "/packaging/man/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QString text = QString::fromUtf8(file.readAll());
        text.replace(u"\\-"_s, u"-"_s);
        text.remove(QRegularExpression(u"\\\\f[A-Z]"_s));
        return text;
    }

    [[nodiscard]] QString help(QStringList verbs) const {
        verbs += u"--help"_s;
        return QString::fromUtf8(m_program.run(verbs).out);
    }

    static QStringList verbsOf(const QString &help) {
        QStringList verbs;
        const qsizetype at = help.indexOf(u"\nSubcommands:\n"_s);
        if (at < 0)
            return verbs;
        static const QRegularExpression line(u"^  ([a-z]+) "_s, QRegularExpression::MultilineOption);
        for (auto each = line.globalMatch(help.mid(at)); each.hasNext();)
            verbs += each.next().captured(1);
        return verbs;
    }

    static QSet<QString> optionsOf(const QString &help) {
        QSet<QString> options;
        static const QRegularExpression line(
            u"^ +(-[-A-Za-z]+)(?:,(-[-A-Za-z]+))?"_s, QRegularExpression::MultilineOption);
        for (auto each = line.globalMatch(help); each.hasNext();) {
            const QRegularExpressionMatch match = each.next();
            const QString name = match.captured(2).isEmpty() ? match.captured(1) : match.captured(2);
            options.insert(name);
        }
        return options;
    }

    [[nodiscard]] QSet<QString> allOptions() const {
        QSet<QString> options = optionsOf(help({}));
        for (const QString &verb : verbsOf(help({}))) {
            const QString told = help({verb});
            options += optionsOf(told);
            for (const QString &below : verbsOf(told))
                options += optionsOf(help({verb, below}));
        }
        return options;
    }

    static QSet<QString> longOptions(const QString &text) {
        QSet<QString> options;
        static const QRegularExpression option(u"(?<![-\\w])--[a-z][-a-z]+"_s);
        for (auto each = option.globalMatch(text); each.hasNext();)
            options.insert(each.next().captured());
        return options;
    }

    // "-O" is told as -On, -Oq ...; "-C" as -Cn and -Cr.
    static bool tells(const QString &text, const QString &option) {
        const QString end = option.size() == 2 ? QString() : u"(?![-\\w])"_s;
        return text.contains(QRegularExpression(u"(?<![-\\w])"_s + option + end));
    }

    Program m_program;
    QString m_line;
    QString m_window;
};

QTEST_GUILESS_MAIN(TestManual)
#include "tst_manual.moc"
