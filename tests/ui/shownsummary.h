// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/engine.h"
#include "core/store/devicestore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "tests/ui/keptjournal.h"
#include "tests/ui/named.h"
#include "tests/ui/testlibrary.h"
#include "ui/trap/timestrip.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/trappanel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

namespace walkabout::test {

inline TrapRecord recordAt(int number, std::chrono::minutes ago, const QString &source = u"192.0.2.1"_s, char arc = 3) {
    TrapRecord record = madeRecord(number, source, arc);
    record.notification.time -= ago;
    return record;
}

/// A panel over a journal on disk, its summary on show.
class ShownSummary {
    QTemporaryDir m_folder;
    Engine m_engine;
    DeviceStore m_devices{m_folder.path()};
    MemorySecretStore m_secrets;
    Settings m_settings{m_folder.path()};
    KeptJournal m_kept;

public:
    TrapPanel panel{{m_engine, m_devices, m_secrets, m_settings, m_kept.path()}};
    QTableView &table = *named<QTableView>(panel, u"Trap summary"_s);
    TimeStrip &strip = *panel.findChild<TimeStrip *>();
    QLineEdit &line = *named<QLineEdit>(panel, u"Filter traps"_s);
    QToolButton &button = *named<QToolButton>(panel, u"Summary of traps"_s);
    TrapModel &rows = *panel.findChild<TrapModel *>();

    explicit ShownSummary(const QList<TrapRecord> &records, const TestLibrary &library) {
        add(records);
        panel.setLibrary(library.get());
        panel.resize(1366, 300);
        panel.show();
        button.click();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
    }
    void add(const QList<TrapRecord> &records) { m_kept.add(records); }
    [[nodiscard]] QString cell(int row, int column) const {
        return table.model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList column(int column) const {
        QStringList cells;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            cells += cell(row, column);
        return cells;
    }
    void clickHeader(int column) const {
        const QHeaderView &header = *table.horizontalHeader();
        QTest::mouseClick(
            header.viewport(), Qt::LeftButton, {}, {header.sectionViewportPosition(column) + 8, header.height() / 2});
    }
};

} // namespace walkabout::test
