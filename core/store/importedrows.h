// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/deviceimport.h"

#include <QCoreApplication>

namespace walkabout {

class DeviceStore;

/// What an import means for the devices that are saved: a row for each offer, told apart by UUID, then by name and
/// address; a person may leave rows out. A value; the store is asked again when it is done.
class ImportedRows final {
    Q_DECLARE_TR_FUNCTIONS(ImportedRows)

public:
    enum class Fate {
        New,
        Changed, // the UUID is saved with other settings, which the file's replace
        Same, // all of it is there, and nothing is done
        There // another one of this address or name: nothing is done
    };
    struct Row {
        enum class Kind { Device, Profile };
        Kind kind = Kind::Device;
        qsizetype offer = 0; // in the import's list
        Fate fate = Fate::New;
        QString name; // which it will have
        QString where; // address, or what a profile is
        QString remark;
        int line = 0;
        bool isWanted = true; // a New or Changed one

        friend bool operator==(const Row &, const Row &) = default;
    };

    ImportedRows(DeviceImport import, const DeviceStore &store);

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const DeviceImport &import() const { return m_import; }
    void want(qsizetype row, bool wanted);
    /// What is saved, should nobody object.
    [[nodiscard]] DeviceChanges changes() const;
    /// And the secrets that came with it, under whose UUID.
    [[nodiscard]] QList<std::pair<QUuid, Secrets>> secrets() const;
    [[nodiscard]] qsizetype count(Fate fate) const;

private:
    [[nodiscard]] bool isTaken(const Row &row) const {
        return row.isWanted && (row.fate == Fate::New || row.fate == Fate::Changed);
    }

    DeviceImport m_import;
    QList<Row> m_rows;
};

} // namespace walkabout
