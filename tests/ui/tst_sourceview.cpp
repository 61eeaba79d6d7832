// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/support/waiting.h"
#include "ui/mib/sourcediagnostics.h"
#include "ui/mib/sourceruns.h"
#include "ui/mib/sourceview.h"
#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBlock>
#include <QTextLayout>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 LongestBusy = 500;
#elif defined(__OPTIMIZE__)
constexpr qint64 LongestBusy = 10;
#else
constexpr qint64 LongestBusy = 100;
#endif

} // namespace

/// The text of a module's file, with what is wrong at its line.
class TestSourceView final : public WindowTest {
    Q_OBJECT

private slots:
    void cleanup() { closeWindow(); }

    void coloursKeywordsStringsAndComments() {
        const QString text = u"a OBJECT-TYPE--note\n  DESCRIPTION \"one\n two\" OBJECT-TYPES\n"_s;
        const std::vector<SourceRun> runs = sourceRuns(text);
        QStringList parts;
        for (const SourceRun &run : runs)
            parts.append(u"%1 %2"_s.arg(int(run.kind)).arg(text.mid(run.begin, run.size)));
        QCOMPARE(
            parts, (QStringList{u"0 OBJECT-TYPE"_s, u"2 --note"_s, u"0 DESCRIPTION"_s, u"1 \"one"_s, u"1  two\""_s}));
    }

    void linesCountAsDiagnosticsCountThem() {
        const auto lines = [this](const QByteArray &bytes) { return SourceText::read(write(bytes)).text; };
        QCOMPARE(lines("a\r\nb\rc\n"), u"a\nb c\n"_s);
        QCOMPARE(lines("a\rb\r"), u"a\nb\n"_s);
        QCOMPARE(lines("caf\xe9\n"), u"café\n"_s);
        const SourceText utf8 = SourceText::read(write("-- caf\xc3\xa9 x\n"));
        QVERIFY(utf8.isUtf8);
        QCOMPARE(utf8.place(u"-- café x", 10), 8);
    }

    void aLongFileIsCutAtALine() {
        const SourceText cut = SourceText::read(write("one\ntwo\nthree\n"), 10);
        QCOMPARE(cut.text, u"one\ntwo"_s);
        QCOMPARE(cut.cutFrom, 14);
    }

    void opensFromTheWindowAtTheLineWithItsDiagnostics() {
        m_library = m_test.get();
        openWindow();
        const ModuleInfo *module = m_library->module(u"TEST-MIB");
        QVERIFY(module && module->errors > 0);
        const QList<Diagnostic> expected = m_library->diagnosticsOf(module->file);
        m_window->showSource(module->file, 12);
        auto *view = m_window->findChild<SourceView *>();
        QVERIFY(view);
        QSignalSpy shown(view, &SourceView::shown);
        QVERIFY(shown.wait(Patience));
        auto *edit = named<QPlainTextEdit>(u"MIB source"_s, true, view);
        QVERIFY(edit && edit->isReadOnly());
        QCOMPARE(edit->textCursor().blockNumber() + 1, 12);
        auto *list = named<QTableView>(u"Source diagnostics"_s, true, view);
        QVERIFY(list);
        QCOMPARE(list->model()->rowCount(), int(expected.size()));
        const auto row = std::ranges::find(expected, Diagnostic::Severity::Error, &Diagnostic::severity);
        list->setCurrentIndex(list->model()->index(int(row - expected.begin()), 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(edit->textCursor().blockNumber() + 1, row->line);
        QVERIFY(edit->textCursor().block().text().contains(u"nowhere"));
        QVERIFY(isUnderlined(edit->textCursor().block(), u"testLost"_s));
        QVERIFY(!isUnderlined(edit->document()->firstBlock().next(), u"TEST"_s));
        QTest::keyClick(view, Qt::Key_G, Qt::ControlModifier);
        auto *line = named<QSpinBox>(u"Go to line"_s, true, view);
        QTRY_VERIFY(line->hasFocus());
        line->selectAll();
        QTest::keyClicks(line, u"7"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(edit->textCursor().blockNumber() + 1, 7);
    }

    void findsAndGoesOnFromTheTop() {
        SourceView view;
        QSignalSpy shown(&view, &SourceView::shown);
        view.open(write("first Word\nsecond\nlast wORD\n"), 2);
        QVERIFY(shown.wait(Patience));
        auto *edit = named<QPlainTextEdit>(u"MIB source"_s, true, &view);
        QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
        auto *line = named<QLineEdit>(u"Find"_s, true, &view);
        QVERIFY(line);
        QTest::keyClicks(line, u"word"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(edit->textCursor().selectedText(), u"wORD"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(edit->textCursor().selectedText(), u"Word"_s);
        QCOMPARE(named<QLabel>(u"Find: outcome"_s, true, &view)->text(), u"Went on from the top"_s);
        QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(edit->textCursor().selectedText(), u"wORD"_s);
    }

    void aFileThatVanishedSaysSo() {
        SourceView view;
        QSignalSpy shown(&view, &SourceView::shown);
        const QString path = write("text\n");
        view.open(path, 1);
        QVERIFY(shown.wait(Patience));
        QVERIFY(!named<QLabel>(u"Source notice"_s, true, &view));
        QVERIFY(QFile::remove(path));
        view.open(path, 1);
        QVERIFY(shown.wait(Patience));
        auto *notice = named<QLabel>(u"Source notice"_s, true, &view);
        QVERIFY(notice && notice->text().contains(path));
        QVERIFY(named<QPlainTextEdit>(u"MIB source"_s, true, &view)->toPlainText().isEmpty());
    }

    void fiveMegabytesHoldNothingUp() {
        const QByteArray lines = "anObject OBJECT-TYPE SYNTAX Integer32 -- a comment\n    DESCRIPTION \"some words\"\n";
        QByteArray text;
        while (text.size() < 5'000'000)
            text += lines;
        SourceView view;
        QSignalSpy shown(&view, &SourceView::shown);
        view.open(write(lines.repeated(60)), 1); // the window itself, and each glyph once
        QVERIFY(shown.wait(Patience));
        const QString file = write(text);
        const Ticker ticker;
        view.open(file, 60'000);
        QVERIFY(shown.wait(Patience));
        QTest::qWait(100);
        qInfo().noquote() << u"the loop was busy for %1 ms at most"_s.arg(ticker.longestBusy());
        QVERIFY(ticker.longestBusy() < LongestBusy);
        auto *edit = named<QPlainTextEdit>(u"MIB source"_s, true, &view);
        QCOMPARE(edit->textCursor().blockNumber() + 1, 60'000);
        QVERIFY(!edit->document()->findBlockByNumber(60'000).layout()->formats().isEmpty());
    }

    void diagnosticsAreAProperModel() {
        SourceDiagnostics model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(m_test.get()->diagnostics());
        QVERIFY(model.rowCount() > 0);
        model.set({});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    QString write(const QByteArray &bytes) {
        QFile file(m_files.filePath(u"file%1"_s.arg(++m_count)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    static bool isUnderlined(const QTextBlock &block, const QString &word) {
        const qsizetype at = block.text().indexOf(word);
        return std::ranges::any_of(block.layout()->formats(), [&](const QTextLayout::FormatRange &range) {
            return range.format.underlineStyle() == QTextCharFormat::WaveUnderline && range.start <= at
                && range.start + range.length >= at + word.size();
        });
    }

    TestLibrary m_test;
    QTemporaryDir m_files;
    int m_count = 0;
};

QTEST_MAIN(TestSourceView)
#include "tst_sourceview.moc"
