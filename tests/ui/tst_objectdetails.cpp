// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "ui/mib/objectdetails.h"
#include "ui/mib/paragraphs.h"
#include "ui/mib/typetext.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

class TestObjectDetails : public QObject {
    Q_OBJECT

private slots:
    void tellsEverythingOfAColumn();
    void tellsTheIndexOfAnInstance();
    void tellsWhatANotificationCarries();
    void tellsAModule();
    void followsLinks();
    void staysOnItsObjectWhenALibraryArrives();
    void makesParagraphs_data();
    void makesParagraphs();
    void writesUnsignedRangesExactly();

private:
    static QString textOf(const ObjectDetails &details) {
        return details.findChild<QTextBrowser *>()->toPlainText().replace(QChar::Nbsp, u' ');
    }

    TestLibrary m_library;
};

void TestObjectDetails::tellsEverythingOfAColumn() {
    ObjectDetails details;
    details.setLibrary(m_library.get());
    details.showObject(TestEntryOid + 4);
    const QString text = textOf(details);
    for (const QString &part :
        {u"testState"_s, u"TEST-MIB · column"_s, u"1.3.6.1.4.1.99999.1.3.1.4"_s, u"TestState"_s, u"read-write"_s,
            u"current"_s, u"testTable"_s, u"testEntry"_s, u"testPort, testAddress"_s, u"How it stands."_s, u"up"_s,
            u"down"_s, u"TEST-MIB::TestState"_s, u"How a port stands."_s, u"/TEST-MIB:"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\nis not in\n"_s + text));
    details.showObject(TestEntryOid + 5);
    QVERIFY(textOf(details).contains(u"frames"));
}

void TestObjectDetails::tellsTheIndexOfAnInstance() {
    ObjectDetails details;
    details.setLibrary(m_library.get());
    details.showObject(TestEntryOid + Oid{4, 7, 10, 0, 0, 1});
    const QString text = textOf(details);
    QVERIFY2(text.contains(u"7.10.0.0.1"), qPrintable(text));
    QVERIFY2(text.contains(u"testAddress\n10.0.0.1"), qPrintable(text));
}

void TestObjectDetails::tellsWhatANotificationCarries() {
    ObjectDetails details;
    details.setLibrary(m_library.get());
    details.showObject(TestRoot + Oid{0, 1});
    QVERIFY2(textOf(details).contains(u"Objects\ntestState\u2028testDescr"_s)
            || textOf(details).contains(u"Objects\ntestState\ntestDescr"_s),
        qPrintable(textOf(details)));
}

void TestObjectDetails::tellsAModule() {
    ObjectDetails details;
    details.setLibrary(m_library.get());
    details.showObject(TestRoot);
    const QString text = textOf(details);
    for (const QString &part : {u"The Test Makers"_s, u"nobody@example.org"_s, u"2026-11-22"_s, u"SNMPv2-SMI"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\nis not in\n"_s + text));
}

void TestObjectDetails::followsLinks() {
    ObjectDetails details;
    details.setLibrary(m_library.get());
    details.showObject(TestEntryOid + 4);
    const QSignalSpy followed(&details, &ObjectDetails::linkActivated);
    auto *browser = details.findChild<QTextBrowser *>();
    QVERIFY(browser->toHtml().contains(u"oid:1.3.6.1.4.1.99999.1.3\""));
    emit browser->anchorClicked(QUrl(u"oid:1.3.6.1.4.1.99999.1.3"_s));
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed.first().first().value<Oid>(), TestEntryOid.parent());
}

void TestObjectDetails::staysOnItsObjectWhenALibraryArrives() {
    ObjectDetails details;
    details.showObject(TestRoot + Oid{1, 1});
    QVERIFY(textOf(details).contains(u"No loaded MIB module knows this OID."));
    details.setLibrary(m_library.get());
    QVERIFY(textOf(details).contains(u"The name of it. It goes on in the same paragraph."));
    QVERIFY(textOf(details).contains(u"A second paragraph <with> marks."));
}

void TestObjectDetails::makesParagraphs_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    QTest::newRow("lines flow") << u"One\n     line\n     more."_s << u"<p>One line more.</p>"_s;
    QTest::newRow("blank lines part") << u"One.\n\n   Two."_s << u"<p>One.</p><p>Two.</p>"_s;
    QTest::newRow("items keep their lines")
        << u"Either\n   - this or\n   - that"_s << u"<p>Either<br>- this or<br>- that</p>"_s;
    QTest::newRow("marks are text") << u"a < b & c"_s << u"<p>a &lt; b &amp; c</p>"_s;
    QTest::newRow("a table stays as it was set")
        << u"bit    name\n  0      up"_s << u"<pre>bit    name\n0      up</pre>"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestObjectDetails::makesParagraphs() {
    QFETCH(QString, text);
    QFETCH(QString, html);
    QCOMPARE(paragraphs(text), html);
}

void TestObjectDetails::writesUnsignedRangesExactly() {
    QCOMPARE(typetext::ranges({{0, -1, true}}), u"0..18446744073709551615"_s);
    QCOMPARE(typetext::ranges({{-5, 20, false}, {30, 30, false}}), u"-5..20 | 30"_s);
}

QTEST_MAIN(TestObjectDetails)
#include "tst_objectdetails.moc"
