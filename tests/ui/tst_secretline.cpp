// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/secretline.h"

#include <QLineEdit>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// What is taken out of a line does not stay in its memory.
class TestSecretLine final : public QObject {
    Q_OBJECT

private slots:
    void takesWhatWasTypedAndLeavesNothing() {
        QLineEdit line;
        QTest::keyClicks(&line, u"seen by nobody"_s);
#ifndef __SANITIZE_ADDRESS__ // which forbids the look
        const QChar *const held = line.text().constData(); // the line's own
#endif
        QCOMPARE(secretline::take(line), Secret("seen by nobody"));
        QVERIFY(line.text().isEmpty());
        QVERIFY(!line.isUndoAvailable());
        // Its memory is given back, and may be used again: by anything but that.
#ifndef __SANITIZE_ADDRESS__
        QVERIFY(held[0] != u's' || held[1] != u'e' || held[2] != u'e');
#endif
    }

    void leavesAloneWhatOthersHold() {
        QLineEdit line;
        line.setText(u"in the program itself"_s);
        secretline::wipe(line);
        QVERIFY(line.text().isEmpty());
        const QString others = QString(u"somebody else's"_s).append(u'!');
        line.setText(others);
        QCOMPARE(secretline::take(line), Secret("somebody else's!"));
        QCOMPARE(others, u"somebody else's!"_s);
        QCOMPARE(secretline::take(line), Secret());
    }
};

QTEST_MAIN(TestSecretLine)
#include "tst_secretline.moc"
