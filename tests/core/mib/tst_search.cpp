// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/library.h"

#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestSearch final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary(R"(M DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;
zork OBJECT IDENTIFIER ::= { enterprises 5 }
zorkSpeed OBJECT IDENTIFIER ::= { zork 1 }
myZorkLevel OBJECT IDENTIFIER ::= { zork 2 }
bezorked OBJECT IDENTIFIER ::= { zork 3 }
labelled OBJECT-TYPE SYNTAX INTEGER { zorkOff(1), on(2) } ACCESS read-only STATUS mandatory ::= { zork 4 }
described OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory DESCRIPTION "The Zork and its colour." ::= { zork 5 }
END)");
    }

    void ranksNamesThenLabelsThenDescriptions() {
        QCOMPARE(names(u"zork"_s, 50), u"zork zorkSpeed myZorkLevel bezorked labelled described"_s);
        QCOMPARE(names(u"ZORK"_s, 50), u"zork zorkSpeed myZorkLevel bezorked labelled described"_s);
    }

    void respectsItsLimit() {
        QCOMPARE(names(u"zork"_s, 2), u"zork zorkSpeed"_s);
        QCOMPARE(names(u"zork"_s, 0), QString());
    }

    void wantsAllWordsOfADescription() {
        QCOMPARE(names(u"colour zork"_s, 50), u"described"_s);
        QCOMPARE(names(u"zork nonsense"_s, 50), QString());
    }

    void findsByOid() {
        QCOMPARE(names(u"1.3.6.1.4.1.5"_s, 3), u"zork zorkSpeed myZorkLevel"_s);
        QCOMPARE(names(u".1.3.6.1.2.1.2.2.1.2"_s, 3), u"ifDescr"_s);
        QCOMPARE(names(u"1.3.6.1.4.1.5.77"_s, 3), QString());
    }

    void keepsToAModule() {
        QCOMPARE(names(u"IF-MIB::ifdesc"_s, 3), u"ifDescr"_s);
        QCOMPARE(names(u"M::ifDescr"_s, 3), QString());
    }

    void showsEachObjectOnce() {
        QStringList found = names(u"ifDescr"_s, 50).split(u' ');
        QCOMPARE(found.count(u"ifDescr"_s), 1);
        QCOMPARE(m_library->search(u"ifDescr", 50).front().module(), u"IF-MIB"_s);
    }

    void findsNothingInNothing() {
        QVERIFY(m_library->search(u"", 10).isEmpty());
        QVERIFY(m_library->search(u"   ", 10).isEmpty());
        QVERIFY(m_library->search(u"::", 10).isEmpty());
    }

private:
    QString names(const QString &text, int limit) const {
        QStringList found;
        for (const NodeRef &node : m_library->search(text, limit))
            found.append(node.name());
        return found.join(u' ');
    }
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
