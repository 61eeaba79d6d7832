// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/support/madelibrary.h"
#include "tests/ui/named.h"
#include "ui/mib/objectdetails.h"
#include "ui/mib/paragraphs.h"
#include "ui/mib/typetext.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

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
    void tellsAModuleWithoutIdentity();
    void followsLinks();
    void staysOnItsObjectWhenALibraryArrives();
    void makesParagraphs_data();
    void makesParagraphs();
    void writesUnsignedRangesExactly();
    void tellsWhereAnObjectBelongs();
    void tellsRivalsOfItsOid();
    void tellsTheChainOfItsType();
    void unfoldsRevisions();
    void looksBackOverAHundredObjects();

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
            u"down"_s, u"TEST-MIB::TestState"_s, u"How a port stands."_s, u"Source\nTEST-MIB:"_s})
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
    const QString text = textOf(details).replace(u'\u2028', u'\n');
    QVERIFY2(text.contains(u"Objects\ntestState TestState\ntestDescr DisplayString"), qPrintable(text));
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

namespace {

const QByteArray RelatedModules = R"(
REL-MIB DEFINITIONS ::= BEGIN
IMPORTS
    MODULE-IDENTITY, OBJECT-TYPE, NOTIFICATION-TYPE, Integer32, enterprises FROM SNMPv2-SMI
    TEXTUAL-CONVENTION FROM SNMPv2-TC
    MODULE-COMPLIANCE, OBJECT-GROUP FROM SNMPv2-CONF;
relMib MODULE-IDENTITY
    LAST-UPDATED "202611220000Z"
    ORGANIZATION "The Test Makers"
    CONTACT-INFO "nobody@example.org"
    DESCRIPTION "Objects that belong together."
    REVISION "202611220000Z"
    DESCRIPTION "The latest change."
    REVISION "202511220000Z"
    DESCRIPTION "The first edition."
    ::= { enterprises 99997 }
RelColour ::= TEXTUAL-CONVENTION
    STATUS current
    DESCRIPTION "A colour."
    SYNTAX INTEGER { red(1), green(2) }
relShade OBJECT-TYPE
    SYNTAX RelColour
    MAX-ACCESS read-write
    STATUS current
    DESCRIPTION "Its shade."
    REFERENCE "The book of shades, page 7."
    DEFVAL { green }
    ::= { relMib 1 }
relGroup OBJECT-GROUP
    OBJECTS { relShade }
    STATUS current
    DESCRIPTION "All."
    ::= { relMib 2 }
relCompliance MODULE-COMPLIANCE
    STATUS current
    DESCRIPTION "What must be there."
    MODULE MANDATORY-GROUPS { relGroup }
    ::= { relMib 3 }
END
RIVAL-MIB DEFINITIONS ::= BEGIN
IMPORTS OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI;
rivalShade OBJECT-TYPE
    SYNTAX Integer32
    MAX-ACCESS read-only
    STATUS deprecated
    DESCRIPTION "The shade as others have it."
    ::= { enterprises 99997 1 }
END
)";
const Oid RelShade{1, 3, 6, 1, 4, 1, 99997, 1};

} // namespace

void TestObjectDetails::tellsWhereAnObjectBelongs() {
    ObjectDetails details;
    details.setLibrary(madeLibrary(RelatedModules));
    details.showObject(RelShade);
    const QString text = textOf(details).replace(u'\u2028', u'\n');
    QVERIFY2(text.contains(u"Member of\nrelGroup group\nrelCompliance compliance"), qPrintable(text));
    QVERIFY2(text.contains(u"The book of shades, page 7."), qPrintable(text));
    QVERIFY2(text.contains(u"Default\ngreen"), qPrintable(text));
    QVERIFY2(text.contains(u"Label\nNumber\nred\n1\ngreen\n2"), qPrintable(text));
    QVERIFY2(text.contains(u"Updated\n2026-11-22"), qPrintable(text));
    QVERIFY2(text.contains(u"Organization\nThe Test Makers"), qPrintable(text));
}

void TestObjectDetails::tellsRivalsOfItsOid() {
    const Library::Pointer library = madeLibrary(RelatedModules);
    ObjectDetails details;
    details.setLibrary(library);
    details.showObject(RelShade);
    const QString text = textOf(details);
    const QString shown = library->node(RelShade).name();
    const QString other = shown == u"relShade" ? u"RIVAL-MIB::rivalShade"_s : u"REL-MIB::relShade"_s;
    QVERIFY2(text.contains(u"Also defined as\n"_s + other), qPrintable(text));
    QVERIFY2(text.contains(u"The shade as others have it."), qPrintable(text));
}

void TestObjectDetails::tellsTheChainOfItsType() {
    ObjectDetails details;
    details.setLibrary(madeLibrary(RelatedModules));
    details.showObject(RelShade);
    QVERIFY2(textOf(details).contains(u"RelColour → Integer32"), qPrintable(textOf(details)));
    const QString html = details.findChild<QTextBrowser *>()->toHtml();
    QVERIFY2(html.contains(u"href=\"#REL-MIB::RelColour\""), qPrintable(html));
    QVERIFY2(html.contains(u"name=\"REL-MIB::RelColour\""), qPrintable(html));
}

void TestObjectDetails::unfoldsRevisions() {
    ObjectDetails details;
    details.setLibrary(madeLibrary(RelatedModules));
    details.showObject(RelShade);
    QVERIFY(!textOf(details).contains(u"The first edition."));
    emit details.findChild<QTextBrowser *>()->anchorClicked(QUrl(u"show:revisions"_s));
    QVERIFY(textOf(details).contains(u"The first edition."));
    emit details.findChild<QTextBrowser *>()->anchorClicked(QUrl(u"show:revisions"_s));
    QVERIFY(!textOf(details).contains(u"The first edition."));
}

void TestObjectDetails::looksBackOverAHundredObjects() {
    ObjectHistory history;
    QVERIFY(!history.canGo(-1) && !history.canGo(0) && !history.go(1));
    for (quint32 i = 0; i < 150; ++i)
        history.visit({1, i}, {1, i});
    history.visit({1, 149, 5}, {1, 149}); // an instance of the same object takes its place
    for (int i = 1; i < ObjectHistory::Most; ++i)
        QVERIFY(history.go(-1));
    QCOMPARE(history.go(0)->oid, Oid({1, 50}));
    QVERIFY(!history.canGo(-1));
    QCOMPARE(history.go(ObjectHistory::Most - 1)->oid, Oid({1, 149, 5}));
    QVERIFY(!history.canGo(1));
}

void TestObjectDetails::tellsAModuleWithoutIdentity() {
    const auto library
        = madeLibrary("BARE-MIB DEFINITIONS ::= BEGIN\n"
                      "IMPORTS OBJECT-TYPE, enterprises, Integer32 FROM SNMPv2-SMI gone FROM NO-SUCH-MIB;\n"
                      "bare OBJECT IDENTIFIER ::= { enterprises 99997 }\n"
                      "bareLevel OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current "
                      "DESCRIPTION \"\" ::= { bare 1 }\nEND\n");
    const ModuleInfo *module = library->module(u"BARE-MIB");
    QVERIFY(module);
    ObjectDetails details;
    details.setLibrary(library);
    details.showObject({1, 3, 6, 1, 4, 1, 99997, 1});
    auto *browser = details.findChild<QTextBrowser *>();
    QVERIFY(browser->toHtml().contains(u"href=\"module:BARE-MIB\""));
    emit browser->anchorClicked(QUrl(u"module:BARE-MIB"_s));
    const QString text = textOf(details);
    for (const QString &part : {u"BARE-MIB\nmodule · 2 definitions"_s, u"It lacks a MODULE-IDENTITY"_s, module->file,
             u"NO-SUCH-MIB not in the library"_s, u"gone"_s, u"bare, bareLevel"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\nis not in\n"_s + text));
    QSignalSpy source(&details, &ObjectDetails::sourceRequested);
    test::named<QToolButton>(details, u"Show source"_s)->click();
    QCOMPARE(source.size(), 1);
    QCOMPARE(source.first(), (QVariantList{module->file, 1}));
    // It stays when a library comes, and is a step of the way back and forward.
    details.setLibrary(madeLibrary());
    QVERIFY2(textOf(details).startsWith(u"BARE-MIB\nNo such module"), qPrintable(textOf(details)));
    details.setLibrary(library);
    details.go(-1);
    QVERIFY(textOf(details).startsWith(u"bareLevel"));
    details.go(1);
    QVERIFY(textOf(details).startsWith(u"BARE-MIB"));
}

QTEST_MAIN(TestObjectDetails)
#include "tst_objectdetails.moc"
