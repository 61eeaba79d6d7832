// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "ui/palette/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// What the palette offers, told as an indented list: headings, and below them names with what stands beside them.
class TestPaletteModel final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = madeLibrary(); }

    void init() {
        m_model = std::make_unique<PaletteModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->setLibrary(m_library);
        m_model->setThings(things(), {}, u"core1"_s);
    }

    void withoutAWordEverythingButObjectsIsOffered() {
        QCOMPARE(
            offered({}), u"Actions\n  Find\n  New Tab\nSettings and panels\n  Dark\nDevices\n  core1\n  mac-lab\n"_s);
    }

    void whatWasUsedStandsFirst() {
        m_model->setThings(things(), {u"object:1.3.6.1.2.1.2.2"_s, u"action:File:New Tab"_s, u"gone"_s}, u"core1"_s);
        QVERIFY(offered({}).startsWith(u"Used lately\n  ifTable\n  New Tab\nActions\n"_s));
    }

    void ofEqualFitsTheOneUsedLatelyIsFirst() {
        QList<PaletteEntry> alike{
            thing(u"Copy A"_s, PaletteEntry::Group::Action), thing(u"Copy B"_s, PaletteEntry::Group::Action)};
        m_model->setThings(alike, {alike[1].id}, {});
        QCOMPARE(offered(u"> copy"_s), u"Actions\n  Copy B\n  Copy A\n"_s);
    }

    void tablesAreFoundByWhatTheySpeakOf() {
        const QString all = offered(u"mac"_s);
        const QString tables = all.mid(all.indexOf(u"Tables\n"_s));
        QVERIFY2(tables.contains(u"  dot1dTpFdbTable\n"_s), qPrintable(all));
        QVERIFY2(all.startsWith(u"Devices\n  mac-lab\nTables\n"_s), qPrintable(all));
    }

    void anExactNameLeadsTheList() {
        QVERIFY(offered(u"ifTable"_s).startsWith(u"Tables\n  ifTable\n"_s));
        QCOMPARE(m_model->index(1).data(PaletteModel::DetailRole).toString(), u"IF-MIB, as a grid on core1"_s);
        QVERIFY(offered(u"ifOperStatus"_s).startsWith(u"Objects\n  ifOperStatus\n"_s));
        QVERIFY(offered(u"find"_s).startsWith(u"Actions\n  Find\n"_s));
    }

    void anObjectIsFoundByItsNumber() { QVERIFY(offered(u"1.3.6.1.2.1.2.2.1.8"_s).contains(u"  ifOperStatus\n"_s)); }

    void aMarkAsksForOneKindAlone() {
        QCOMPARE(offered(u">"_s), u"Actions\n  Find\n  New Tab\nSettings and panels\n  Dark\n"_s);
        QCOMPARE(offered(u"> da"_s), u"Settings and panels\n  Dark\n"_s);
        QCOMPARE(offered(u"@"_s), u"Devices\n  core1\n  mac-lab\n"_s);
        QCOMPARE(offered(u"@ core1"_s), u"Devices\n  core1\n"_s);
    }

    void anAddressAfterTheMarkIsADevice() {
        QCOMPARE(offered(u"@192.0.2.1:1161"_s), u"Devices\n  Open 192.0.2.1:1161\n"_s);
        const PaletteEntry *entry = m_model->entry(1);
        QCOMPARE(std::get<PaletteEntry::Place>(entry->target).device, u"192.0.2.1:1161"_s);
        QVERIFY(entry->id.isEmpty()); // a pasted command may hold a community: it is not remembered
    }

    void whatCannotBeDoneNowComesAfterWhatCan() {
        QList<PaletteEntry> alike{
            thing(u"Copy A"_s, PaletteEntry::Group::Action), thing(u"Copy B"_s, PaletteEntry::Group::Action)};
        alike[0].isEnabled = false;
        m_model->setThings(alike, {}, {});
        QCOMPARE(offered(u"> copy"_s), u"Actions\n  Copy B\n  Copy A\n"_s);
    }

    void headingsAreNoOffers() {
        offered(u">"_s);
        QVERIFY(!m_model->entry(0));
        QVERIFY(!(m_model->flags(m_model->index(0)) & Qt::ItemIsSelectable));
        QVERIFY(m_model->entry(1));
    }

    void aRowIsReadWhole() {
        offered(u"> find"_s);
        QCOMPARE(m_model->index(1).data(Qt::AccessibleTextRole).toString(), u"Find, Go, Ctrl+F"_s);
    }

    void aNewerWordTakesTheOldersPlace() {
        const QSignalSpy found(m_model.get(), &PaletteModel::found);
        m_model->look(u"sysName"_s);
        m_model->look(u"ifTable"_s);
        QTRY_VERIFY(!m_model->isWaiting());
        QCOMPARE(found.size(), 1);
        QVERIFY(told().startsWith(u"Tables\n  ifTable\n"_s));
    }

private:
    static PaletteEntry thing(const QString &text, PaletteEntry::Group group, const QString &detail = {}) {
        PaletteEntry entry;
        entry.group = group;
        entry.text = text;
        entry.detail = detail;
        entry.id = u"action:%1:%2"_s.arg(detail, text);
        return entry;
    }

    static QList<PaletteEntry> things() {
        using Group = PaletteEntry::Group;
        QList<PaletteEntry> all{thing(u"core1"_s, Group::Device), thing(u"mac-lab"_s, Group::Device),
            thing(u"Find"_s, Group::Action, u"Go"_s), thing(u"New Tab"_s, Group::Action, u"File"_s),
            thing(u"Dark"_s, Group::Setting, u"View: Theme"_s)};
        all[2].keys = u"Ctrl+F"_s;
        return all;
    }

    QString offered(const QString &text) {
        m_model->look(text);
        if (!QTest::qWaitFor([this] { return !m_model->isWaiting(); }, 30'000))
            return u"nothing came"_s;
        return told();
    }

    [[nodiscard]] QString told() const {
        QString all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row);
            const bool isHeading = index.data(PaletteModel::HeadingRole).toBool();
            all += (isHeading ? QString() : u"  "_s) + index.data().toString() + u'\n';
        }
        return all;
    }

    Library::Pointer m_library;
    std::unique_ptr<PaletteModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
