// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/objectentries.h"
#include "ui/palette/palettewords.h"
#include "ui/shared/poolrun.h"

#include <QAbstractListModel>

namespace walkabout {

/// What the palette offers for a text: groups below their headings, the group with the best fit first; in each the best
/// fit first, of equal ones what was used lately. "> …" asks for actions and settings alone, "@ …" for devices. Objects
/// are looked for on a pool thread: what was offered before stays until all is found.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, KeysRole, HeadingRole };

    using QAbstractListModel::QAbstractListModel;

    void setLibrary(Library::Pointer library);
    /// things: actions, settings and devices. used: ids, the latest first. device: the one that a table is asked of.
    void setThings(QList<PaletteEntry> things, QStringList used, const QString &device);
    void look(const QString &text);
    void cancel() { m_run.cancel(); }
    [[nodiscard]] bool isWaiting() const { return m_run.isRunning(); }

    /// nullptr: the row is a heading.
    [[nodiscard]] const PaletteEntry *entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The rows are those for what was looked for last.
    void found();

private:
    struct Ranked {
        PaletteEntry entry;
        int rank = 0;
    };
    struct Row {
        PaletteEntry entry; // of a heading only the group counts
        bool isHeading = false;
    };
    void offerUsed();
    void offer(const QString &text, const paletteentries::FoundObjects &objects, const Library::Pointer &searched);
    [[nodiscard]] bool isAsked(PaletteEntry::Group group) const;
    [[nodiscard]] QList<Row> grouped(QList<Ranked> all, int most) const;
    void show(QList<Row> rows);

    PoolRun<paletteentries::FoundObjects> m_run;
    Library::Pointer m_library = Library::empty();
    QList<PaletteEntry> m_things;
    QStringList m_used;
    QString m_device;
    QChar m_kind; // '>' or '@'; null: everything
    QList<Row> m_rows;
};

} // namespace walkabout
