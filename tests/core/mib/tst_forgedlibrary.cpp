// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/checksum.h"
#include "core/mib/compiler.h"
#include "core/mib/librarycache.h"
#include "core/mib/libraryimage.h"
#include "core/mib/search.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace walkabout;
using namespace walkabout::mib;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Text = R"(F-MIB DEFINITIONS ::= BEGIN
f OBJECT IDENTIFIER ::= { iso 9 }
FKind ::= TEXTUAL-CONVENTION DISPLAY-HINT "d" STATUS current DESCRIPTION "A kind." SYNTAX INTEGER { one(1), two(2) }
fTable OBJECT-TYPE SYNTAX SEQUENCE OF FEntry MAX-ACCESS not-accessible STATUS current DESCRIPTION "T" ::= { f 1 }
fEntry OBJECT-TYPE SYNTAX FEntry MAX-ACCESS not-accessible STATUS current DESCRIPTION "E" INDEX { fIndex } ::= { fTable 1 }
FEntry ::= SEQUENCE { fIndex Integer32, fKind FKind }
fIndex OBJECT-TYPE SYNTAX Integer32 (1..9) MAX-ACCESS not-accessible STATUS current DESCRIPTION "I" ::= { fEntry 1 }
fKind OBJECT-TYPE SYNTAX FKind MAX-ACCESS read-only STATUS current DESCRIPTION "K" DEFVAL { one } ::= { fEntry 2 }
fEvent NOTIFICATION-TYPE OBJECTS { fKind } STATUS current DESCRIPTION "N" ::= { f 2 }
lost OBJECT IDENTIFIER ::= { nowhere 1 }
END
)";

/// One number of the image is another one, and its checksums say that it is well.
QByteArray forged(QByteArray image, qsizetype at, quint32 value) {
    std::memcpy(image.data() + at, &value, sizeof value);
    LibraryImage::Head head;
    std::memcpy(&head, image.constData(), sizeof head);
    head.hotCheck = checksum({image.constData() + head.hotOffset, size_t(head.hotSize)});
    head.check = LibraryImage::checkOf(head);
    std::memcpy(image.data(), &head, sizeof head);
    return image;
}

qsizetype ask(const NodeRef &node) {
    const TypeInfo type = node.type();
    qsizetype seen = node.oid().size() + node.qualifiedName().size() + type.enums.size() + type.chain.size();
    seen += node.description().size() + node.defaultValue().size() + node.objects().size() + node.memberOf().size();
    seen += node.columns().size() + node.indexNodes().size() + node.file().size() + node.row() + node.line();
    seen += node.augments().size() + node.rowNode().name().size() + node.child(1).name().size();
    return seen + std::min<qsizetype>(node.childCount(), 1);
}

qsizetype askAll(const Library &library) {
    qsizetype seen = library.diagnostics().size() + library.unplaced().size();
    for (qsizetype i = 0; i < std::min<qsizetype>(library.nodeCount(), 30); ++i)
        seen += ask(library.at(qint32(i)));
    for (const auto &name : {u"fKind"_s, u"F-MIB::fTable"_s})
        for (const NodeRef &node : library.named(name))
            seen += ask(node) + library.node(node.oid()).name().size();
    for (const ModuleInfo &module : library.modules().first(std::min<qsizetype>(library.modules().size(), 5)))
        seen += library.imports(module.name).size() + qsizetype(library.nodesOf(module.name).size());
    for (const auto part : {SearchQuery::Names, SearchQuery::Descriptions})
        seen += search(library, {u"k"_s, part, {}, 50}).size();
    return seen;
}

} // namespace

/// A compiled file that says what is not so, with checksums that fit: whoever made it, nothing is read outside of it
/// and nothing takes for ever.
class TestForgedLibrary final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QFile file(m_folder.filePath(u"F-MIB"_s));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(Text) == Text.size());
        file.close();
        Collection collection;
        collection.folders.append({file.fileName(), Collection::User});
        const LibraryCache cache(m_folder.filePath(u"cache"_s), collection);
        QVERIFY(cache.current().library);
        QFile compiled(cache.path());
        QVERIFY(compiled.open(QFile::ReadOnly));
        m_image = compiled.readAll();
    }

    void everyNumberMayLie_data() {
        QTest::addColumn<quint32>("value");
        QTest::newRow("most") << quint32(0xffffffff);
        QTest::newRow("most with a sign") << quint32(0x7fffffff);
        QTest::newRow("none") << quint32(0);
        QTest::newRow("a few more") << quint32(40);
        for (quint32 small = 1; small <= 5; ++small) // kinds and the like are single octets
            QTest::addRow("octets of %u", small) << 0x01010101U * small;
    }
    void everyNumberMayLie() {
        QFETCH(quint32, value);
        LibraryImage::Head head;
        std::memcpy(&head, m_image.constData(), sizeof head);
        QVERIFY(head.hotSize > 1000);
        qsizetype opened = 0;
        for (quint64 at = head.hotOffset; at + sizeof value <= head.hotOffset + head.hotSize; at += sizeof value) {
            auto image = LibraryImage::over(forged(m_image, qsizetype(at), value));
            if (!image)
                continue;
            ++opened;
            QElapsedTimer took;
            took.start();
            [[maybe_unused]] volatile qsizetype seen = askAll(*Library::open(*std::move(image)));
            QVERIFY2(took.elapsed() < 2000, qPrintable(u"at byte %1: %2 ms"_s.arg(at).arg(took.elapsed())));
        }
        QVERIFY(opened > 100); // most lies are not seen at open
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_image;
};

QTEST_GUILESS_MAIN(TestForgedLibrary)
#include "tst_forgedlibrary.moc"
