// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "core/mib/lexer.h"
#include "core/mib/parser.h"

#include <QDate>
#include <QFileInfo>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Holds the modules that come with the program to what the standards say, where a collection of modules is present
/// beside the source tree: the facts are the same, the words are not.
class TestShippedModules final : public QObject {
    Q_OBJECT

private slots:
    /// Truth: for each module that edition in the collection which bears the same date, else the nearest in time.
    void initTestCase() {
        m_shipped = compileLibrary({{{folder(), Collection::Shipped}}});
        const QString shared = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/mibs");
        if (!QFileInfo::exists(shared))
            return;
        m_standard = compileLibrary({{{shared, Collection::System}}});
        QVERIFY(m_standard->modules().size() > 100);
        Collection chosen{{{shared, Collection::System}}};
        for (const ModuleInfo &ours : m_shipped->modules()) {
            const QStringList files = editions(ours.name);
            if (!files.isEmpty())
                chosen.folders.prepend({nearest(files, ours), Collection::User});
        }
        m_standard = compileLibrary(chosen);
    }

    void needNothingElse() {
        QVERIFY(m_shipped->modules().size() >= 18);
        QStringList wrong;
        // RFC 1628 itself lets two notifications carry an index.
        const auto isOfStandard = [](const Diagnostic &one) {
            return one.module == u"UPS-MIB" && one.code == u"notification-object-access";
        };
        for (const Diagnostic &one : m_shipped->diagnostics())
            if (one.severity != Diagnostic::Severity::Note && !isOfStandard(one))
                wrong.append(u"%1:%2: %3"_s.arg(one.module).arg(one.line).arg(one.message));
        for (const Unplaced &one : m_shipped->unplaced())
            wrong.append(one.module + u"::"_s + one.name + u": "_s + one.reason);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void stateTheFactsOfTheStandard_data() { addModules(); }
    void stateTheFactsOfTheStandard() {
        QFETCH(QString, module);
        if (const char *const why = missing())
            QSKIP(why);
        const ModuleInfo &ours = *m_shipped->module(module);
        const ModuleInfo &theirs = *m_standard->module(module);
        const bool sameEdition = ours.lastUpdated == theirs.lastUpdated;
        const Facts mine = factsOf(*m_shipped, ours);
        const Facts standard = factsOf(*m_standard, theirs);
        QSet<QString> notPlaced;
        for (const Unplaced &one : m_standard->unplaced())
            if (one.module == module)
                notPlaced.insert(one.name);
        QStringList wrong;
        QStringList differing; // between editions
        for (const QString &name : namesOf(mine, standard)) {
            if (!mine.contains(name))
                (sameEdition ? wrong : differing).append(name + u": only the standard has it"_s);
            else if (!standard.contains(name) && notPlaced.contains(name))
                continue; // below a module that the collection lacks
            else if (!standard.contains(name)) // a module without a date may be an excerpt
                (sameEdition && !ours.lastUpdated.isEmpty() ? wrong : differing)
                    .append(name + u": the standard has none"_s);
            else
                for (const QString &fact : namesOf(mine[name], standard[name])) {
                    const QStringList value = mine[name][fact];
                    const QStringList truth = standard[name][fact];
                    if (value != truth)
                        (sameEdition || contradict(fact, value, truth) ? wrong : differing)
                            .append(u"%1 %2: %3 / the standard: %4"_s.arg(
                                name, fact, value.join(u", "_s), truth.join(u", "_s)));
                }
        }
        if (!differing.isEmpty())
            qInfo("%s, dated '%s' here and '%s' there: %s", qPrintable(module), qPrintable(ours.lastUpdated),
                qPrintable(theirs.lastUpdated), qPrintable(differing.join(u'\n')));
        QVERIFY2(wrong.isEmpty(), qPrintable(module + u": "_s + wrong.join(u'\n' + module + u": "_s)));
    }

    void useTheirOwnWords_data() { addModules(); }
    void useTheirOwnWords() {
        QFETCH(QString, module);
        if (const char *const why = missing())
            QSKIP(why);
        QSet<QString> theirs;
        for (const QString &file : editions(module))
            theirs.unite(textsOf(file));
        const QSet<QString> ours = textsOf(m_shipped->module(module)->file);
        QStringList copied;
        for (const QString &text : ours)
            if (text.size() >= 60 && theirs.contains(text))
                copied.append(text);
        QVERIFY2(copied.isEmpty(), qPrintable(module + u": "_s + copied.join(u'\n' + module + u": "_s)));
    }

private:
    using Object = QMap<QString, QStringList>; // fact and value, which is a list where it has parts
    using Facts = QMap<QString, Object>; // by name of node, type or module

    static QString folder() { return QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"); }

    void addModules() const {
        QTest::addColumn<QString>("module");
        for (const ModuleInfo &info : m_shipped->modules()) {
            if (!m_standard || m_standard->module(info.name))
                QTest::newRow(qPrintable(info.name)) << info.name;
            else
                qInfo("%s: not compared, the collection has no such module", qPrintable(info.name));
        }
    }

    /// Why there is nothing to compare the module with; nullptr: there is something.
    [[nodiscard]] const char *missing() const {
        if (!m_standard)
            return "no collection of modules beside the source tree";
        return nullptr;
    }

    /// The files of the collection that define the module.
    [[nodiscard]] QStringList editions(const QString &module) const {
        const ModuleInfo *info = m_standard->module(module);
        return info ? QStringList(info->file) + m_standard->facts(module).rivals : QStringList();
    }

    static QString nearest(const QStringList &files, const ModuleInfo &ours) {
        const auto dateOf = [](const QString &text) { return QDate::fromString(text.first(10), Qt::ISODate); };
        QString best;
        qint64 least = std::numeric_limits<qint64>::max();
        for (const QString &file : files) {
            const Library::Pointer alone = compileLibrary({{{file, Collection::User}}});
            const QString date = alone->module(ours.name)->lastUpdated;
            const qint64 days = date == ours.lastUpdated ? -1
                : date.isEmpty() || ours.lastUpdated.isEmpty()
                ? std::numeric_limits<qint64>::max() - 1
                : std::abs(dateOf(date).daysTo(dateOf(ours.lastUpdated)));
            if (days < least) {
                least = days;
                best = file;
            }
        }
        return best;
    }

    template <class Map>
    static QStringList namesOf(const Map &one, const Map &other) {
        QStringList names = one.keys() + other.keys();
        names.sort();
        names.removeDuplicates();
        return names;
    }

    /// Whether two editions cannot both be right: a value that both have, or the number of a label that both have.
    static bool contradict(const QString &fact, const QStringList &ours, const QStringList &theirs) {
        if (fact == u"enums")
            return std::ranges::any_of(ours, [&](const QString &item) {
                const QString label = item.section(u'=', 0, 0) + u'=';
                return !theirs.contains(item)
                    && std::ranges::any_of(theirs, [&](const QString &other) { return other.startsWith(label); });
            });
        const bool grows = fact == u"revisions" || fact == u"last updated" || fact == u"objects";
        return !grows && !ours.join(QString()).isEmpty() && !theirs.join(QString()).isEmpty();
    }

    static Facts factsOf(const Library &library, const ModuleInfo &module) {
        Facts facts;
        Object &whole = facts[module.name];
        whole[u"last updated"_s] = {module.lastUpdated};
        whole[u"identity"_s] = {module.identity.toString()};
        for (const ModuleFacts::Revision &revision : library.facts(module.name).revisions)
            whole[u"revisions"_s].append(revision.date);
        for (const qint32 i : library.nodesOf(module.name))
            facts[library.at(i).name()] = factsOf(library.at(i));
        for (const QString &name : typesOf(module))
            if (const TypeInfo *const type = library.type(QString(module.name + u"::"_s + name)))
                facts[name] = factsOf(*type);
        return facts;
    }

    static Object factsOf(const NodeRef &node) {
        const TypeInfo type = node.type();
        // What a type of another module says is that module's fact.
        const bool foreign = !type.module.isEmpty() && type.module != node.module();
        Object object = foreign ? Object{{u"hint"_s, {type.displayHint}}} : factsOf(type);
        object[u"oid"_s] = {node.oid().toString()};
        object[u"kind"_s] = {nodeKindName(node.kind())};
        object[u"syntax"_s] = {type.enums.isEmpty() ? node.syntax() : type.name};
        object[u"type"_s] = {type.qualifiedName};
        object[u"base"_s] = {baseTypeName(node.base())};
        object[u"access"_s] = {accessName(node.access())};
        object[u"status"_s] = {statusName(node.status())};
        object[u"units"_s] = {node.units()};
        object[u"default"_s] = {node.defaultValue()};
        object[u"augments"_s] = {node.augments().section(u"::"_s, -1)};
        for (const IndexItem &item :
            node.kind() == NodeKind::Row && node.augments().isEmpty() ? node.indexes() : QList<IndexItem>())
            object[u"index"_s].append((item.implied ? u"IMPLIED "_s : QString()) + item.name);
        // By their bare names: what the collection cannot place has no module there.
        for (const QString &member : node.objects())
            object[u"objects"_s].append(member.section(u"::"_s, -1));
        return object;
    }

    static Object factsOf(const TypeInfo &type) {
        Object object{{u"base"_s, {baseTypeName(type.base)}}, {u"hint"_s, {type.displayHint}},
            {u"status"_s, {statusName(type.status)}}, {u"chain"_s, {type.chain.join(u" < "_s)}}};
        for (const EnumItem &item : type.enums)
            object[u"enums"_s].append(u"%1=%2"_s.arg(item.label).arg(item.number));
        const auto bounds = [](const Range &range) {
            return range.isUnsigned ? u"%1..%2"_s.arg(quint64(range.low)).arg(quint64(range.high))
                                    : u"%1..%2"_s.arg(range.low).arg(range.high);
        };
        for (const Range &range : type.ranges)
            object[u"ranges"_s].append(bounds(range));
        for (const Range &size : type.sizes)
            object[u"sizes"_s].append(bounds(size));
        return object;
    }

    static std::shared_ptr<const mib::Source> read(const QString &file) {
        std::optional<Diagnostic> problem;
        return std::make_shared<const mib::Source>(mib::Source::read(file, problem));
    }

    static QStringList typesOf(const ModuleInfo &module) {
        QStringList names;
        for (const mib::Module &one : mib::Parser(read(module.file)).parse())
            for (const mib::Definition &definition : one.definitions)
                if (one.text(one.name) == module.name && definition.isType())
                    names.append(one.text(definition.name));
        return names;
    }

    /// Every text in quotes, its blanks simplified.
    static QSet<QString> textsOf(const QString &file) {
        const auto source = read(file);
        mib::Lexer lexer(source->bytes());
        QSet<QString> texts;
        for (mib::Token token = lexer.next(); !token.is(mib::TokenKind::End); token = lexer.next())
            if (token.is(mib::TokenKind::String))
                texts.insert(mib::decodeText(source->view(token.span)).remove(u'"').simplified());
        return texts;
    }

    Library::Pointer m_shipped;
    Library::Pointer m_standard; // null: no collection
};

QTEST_GUILESS_MAIN(TestShippedModules)
#include "tst_shippedmodules.moc"
