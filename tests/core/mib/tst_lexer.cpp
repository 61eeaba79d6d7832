// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/lexer.h"

#include <QTest>

using namespace walkabout::mib;
using namespace Qt::StringLiterals;

class TestLexer final : public QObject {
    Q_OBJECT

private slots:
    void splitsADefinition() {
        QCOMPARE(words("ifIndex OBJECT-TYPE ::= { ifEntry 1 }"), u"ifIndex|OBJECT-TYPE|::=|{|ifEntry|1|}"_s);
        QCOMPARE(words("(SIZE(0..255|300))"), u"(|SIZE|(|0|..|255|||300|)|)"_s);
        QCOMPARE(words("(-5..-1)"), u"(|-5|..|-1|)"_s);
    }

    void knowsItsKeywords() {
        QCOMPARE(keywordOf("OBJECT-TYPE"), Keyword::ObjectType);
        QCOMPARE(keywordOf("WRITE-SYNTAX"), Keyword::WriteSyntax);
        QCOMPARE(keywordOf("ACCESS"), Keyword::Access);
        QCOMPARE(keywordOf("OBJECT-TYPES"), Keyword::None);
        QCOMPARE(keywordOf("DisplayString"), Keyword::None);
    }

    void endsCommentsWhereTheirWritersDo_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("at the line's end") << QByteArray("a -- b c\nd") << u"a|d"_s;
        QTest::newRow("not at a second pair of hyphens") << QByteArray("a -- b -- c\nd") << u"a|d"_s;
        QTest::newRow("a line of hyphens") << QByteArray("a ------- b -------\nd") << u"a|d"_s;
        QTest::newRow("where the definition goes on")
            << QByteArray("{ x(1) -- one -- , y(2) -- two -- }\nd") << u"{|x|(|1|)|,|y|(|2|)|}|d"_s;
        QTest::newRow("before a definition")
            << QByteArray("-- old -- a OBJECT IDENTIFIER ::= { b 1 }\nd") << u"a|OBJECT|IDENTIFIER|::=|{|b|1|}|d"_s;
        QTest::newRow("before a clause") << QByteArray("a -- b -- STATUS current\nd") << u"a|STATUS|current|d"_s;
        QTest::newRow("before prose") << QByteArray("a -- b -- Status of it\nd") << u"a|d"_s;
        QTest::newRow("right behind a name") << QByteArray("a--b\nd") << u"a|d"_s;
        QTest::newRow("at CR alone") << QByteArray("a -- b\rd") << u"a|d"_s;
    }
    void endsCommentsWhereTheirWritersDo() {
        QFETCH(QByteArray, text);
        QTEST(words(text), "expected");
    }

    void toleratesWhatEditorsLeave() {
        QCOMPARE(words("\xef\xbb\xbf"
                       "a\f\xc2\xa0"
                       "b\xa0"
                       "c\x1a"),
            u"a|b|c"_s);
        QCOMPARE(words("my_name 10baseT(1) mib-2"), u"my_name|10baseT|(|1|)|mib-2"_s);
        QCOMPARE(words("a := b"), u"a|:=|b"_s);
    }

    void readsStringsAndLiterals() {
        QCOMPARE(kinds("\"two\nlines\" 'ff 0A'H '0101'b"),
            QList<TokenKind>({TokenKind::String, TokenKind::Hex, TokenKind::Binary}));
        Lexer lexer("\"never closed");
        QVERIFY(lexer.next().is(TokenKind::String));
        QVERIFY(lexer.unterminated());
        QVERIFY(lexer.next().is(TokenKind::End));
    }

    void comesToAnEndOnAnyBytes() {
        QByteArray bytes;
        quint32 state = 1;
        for (int i = 0; i < 100'000; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes.append(char(state >> 24U));
        }
        Lexer lexer({bytes.constData(), size_t(bytes.size())});
        quint32 last = 0;
        for (Token token = lexer.next(); !token.is(TokenKind::End); token = lexer.next()) {
            QVERIFY(token.span.end > last);
            last = token.span.end;
        }
    }

private:
    static QString words(const QByteArray &text) {
        QStringList found;
        Lexer lexer({text.constData(), size_t(text.size())});
        for (Token token = lexer.next(); !token.is(TokenKind::End); token = lexer.next())
            found.append(QString::fromLatin1(text.mid(token.span.begin, token.span.end - token.span.begin)));
        return found.join(u'|');
    }
    static QList<TokenKind> kinds(const QByteArray &text) {
        QList<TokenKind> found;
        Lexer lexer({text.constData(), size_t(text.size())});
        for (Token token = lexer.next(); !token.is(TokenKind::End); token = lexer.next())
            found.append(token.kind);
        return found;
    }
};

QTEST_GUILESS_MAIN(TestLexer)
#include "tst_lexer.moc"
