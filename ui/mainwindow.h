// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packetring.h"
#include "core/work/donechange.h"
#include "core/work/query.h"
#include "ui/device/opendevices.h"
#include "ui/mib/favourites.h"
#include "ui/query/octetmemory.h"
#include "ui/shared/columnmemory.h"
#include "ui/windowmemory.h"

#include <QMainWindow>

class QStackedWidget;

namespace walkabout {

class Actions;
class AddressBar;
class Asking;
class BadLineSheet;
class ChangeFlow;
class ChangePanel;
class ChosenSecretStore;
class CommandPalette;
class ConfirmBar;
class DeviceEditing;
class DeviceImporting;
class DeviceImportSheet;
class DeviceModel;
class DevicePanel;
class DeviceStates;
class Diagnosing;
class DiagnosisSheet;
class Docks;
class Exporting;
class ExportBar;
class GroupEditing;
class Importing;
class ImportSheet;
class KeepingBar;
class LogPanel;
class MibPanel;
class ModulePanel;
class NoticeBar;
class PacketPanel;
class ObjectDetails;
class QueryTab;
struct PaletteEntry;
class RecordBar;
class ResultTabs;
class SecretKeeping;
class SecretsBar;
class SourceView;
class StatusLine;
class TrapPanel;
class VaultBar;

/// The window: puts the panels together and lets each know what the others say. What it stands on outlives it.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        Engine &engine;
        DeviceStore &devices;
        ChosenSecretStore &secrets;
        Log &log;
        Settings &settings;
        Theme &theme;
        QString mibFolder; // where imported modules go; empty: nothing can be imported
        QString trapJournal; // its path
        QString recordingFolder; // where pasted walks are kept
    };
    explicit MainWindow(const Parts &parts);
    ~MainWindow() override;

    /// All modules are read.
    void setLibrary(Library::Pointer library);
    void showLibraryProgress(int done, int of);
    /// Device and object as typed; no verb: the obvious one.
    void visit(const QString &device, const QString &object, std::optional<Verb> verb);
    void complain(const Failure &failure);
    /// Files and folders dropped or named: a recording opens as a device, the rest is imported.
    void take(const QStringList &paths);
    /// A module's file in a window of its own; lines count from 1.
    void showSource(const QString &file, int line);

    [[nodiscard]] ResultTabs &tabs() { return *m_tabs; }

signals:
    void firstPaint();
    /// What was asked for has ended, or cannot begin.
    void settled();
    /// Module files came or went: the library should be read again.
    void modulesChanged();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void connectBar();
    void connectPanels();
    void connectPackets();
    void connectPalette(Settings &settings);
    void connectChanges();
    /// Changes were not sent, and nobody was told that closing lets them go.
    [[nodiscard]] bool keepsChanges();
    void connectSecrets(ChosenSecretStore &secrets);
    void connectTraps();
    void connectTables(Settings &settings);
    void connectActions();
    void connectDevices();
    void connectGroups();
    void recordDevice(const Device &device);
    void recordInto(const Device &device, const QString &path);
    /// What snmpwalk printed becomes a device, a command is asked, anything else is a list of objects.
    void takeText(const QString &text);
    void keepPasted(const QString &text);
    void tellBadLines(OpenDevice &device);
    void pickDevices();
    void exportProject();
    void connectImport(const QString &folder);
    [[nodiscard]] QList<PaletteEntry> thingsToOffer();
    void choose(const PaletteEntry &entry, bool asks);
    void connectResults();
    void follow(QueryTab *tab);
    void askWhy();
    void showTab();
    void showObject(const Oid &oid);
    /// And where it stands in the tree.
    void reveal(const Oid &oid);
    void edit();
    void editAlone(OpenDevice &device, const Oid &instance);
    void openIdleMenu(const QPoint &at);
    void createRow();
    void destroyRow();
    void send(OpenDevice &device);
    void showReadBack(OpenDevice &device, const QList<DoneChange> &done, const VarBinds &readBack);
    void find();
    void filter();
    void stopOrClear();
    void goBack(int step);
    void openRecording();
    void openDemo();
    void pickModules(bool folder);
    [[nodiscard]] QString promiseOf(const QStringList &paths) const;

    WindowMemory m_memory;
    ColumnMemory m_columns;
    OctetMemory m_octets;
    Favourites m_favourites;
    PacketRing m_ring;
    OpenDevices m_open;
    Library::Pointer m_library = Library::empty();
    Theme &m_theme;
    Settings &m_settings;
    QString m_recordingFolder;
    DeviceStates *m_states;
    DeviceModel *m_deviceModel;
    AddressBar *m_bar;
    KeepingBar *m_keepingBar;
    VaultBar *m_vaultBar;
    SecretsBar *m_secretsBar;
    ConfirmBar *m_confirmBar;
    NoticeBar *m_notice;
    ExportBar *m_exportBar;
    DiagnosisSheet *m_diagnosis;
    RecordBar *m_recordBar;
    BadLineSheet *m_badLines;
    DeviceImportSheet *m_deviceImportSheet;
    ImportSheet *m_importSheet;
    ResultTabs *m_tabs;
    StartPage *m_start;
    QStackedWidget *m_pages;
    MibPanel *m_mib;
    ObjectDetails *m_details;
    DevicePanel *m_devices;
    ModulePanel *m_modules;
    TrapPanel *m_traps;
    PacketPanel *m_packets;
    LogPanel *m_log;
    ChangePanel *m_changes;
    StatusLine *m_status;
    Docks *m_docks = nullptr;
    Actions *m_actions = nullptr;
    CommandPalette *m_palette = nullptr;
    SecretKeeping *m_keeping = nullptr;
    DeviceEditing *m_editing = nullptr;
    GroupEditing *m_groups = nullptr;
    DeviceImporting *m_deviceImporting = nullptr;
    Asking *m_asking = nullptr;
    Exporting *m_exporting = nullptr;
    ChangeFlow *m_changing = nullptr;
    Diagnosing *m_diagnosing = nullptr;
    Importing *m_importing = nullptr; // nullptr: there is no folder for it
    SourceView *m_source = nullptr; // once it was asked for
    bool m_painted = false;
    qsizetype m_toldUnsent = 0; // changes
    bool m_opensDemo = false; // its interfaces are asked for, or will be
};

} // namespace walkabout
