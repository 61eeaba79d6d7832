// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/groupresult.h"
#include "ui/device/interfacelookout.h"
#include "ui/query/querytab.h"

namespace walkabout {

class GroupModel;
class GroupOpening;

/// One tab of several devices: what was asked of all at once, and their answers in one list as they arrive. Begins anew
/// with each run. Owned by the tabs; the open devices outlive it.
class GroupTab final : public QueryTab {
    Q_OBJECT

public:
    GroupTab(QList<OpenDevice *> devices, Library::Pointer library, QWidget *parent = nullptr);
    ~GroupTab() override;

    [[nodiscard]] const QList<OpenDevice *> &devices() const { return m_devices; }
    [[nodiscard]] OpenDevice &device() const override { return *m_devices[m_part]; }
    [[nodiscard]] QString title() const override;
    /// Of the device that is looked at.
    [[nodiscard]] QString command(const Secrets &revealed = {}) const override;
    [[nodiscard]] bool isRunning() const override { return m_group != nullptr; }
    [[nodiscard]] QString colour() const override { return {}; }
    [[nodiscard]] const GroupResult &result() const { return *m_result; }
    [[nodiscard]] GroupModel &model() { return *m_model; }

    [[nodiscard]] ResultExport exported(ExportScope scope) const override;

    void setLibrary(Library::Pointer library) override;
    void start(const Query &query, const QString &address) override;
    void stop() override;
    void secretsDeclined(const QUuid &device) override;

protected:
    void filter(const QString &text) override;
    void showProgress() override;
    void follow() override;
    void noteActivated() override;
    void why() override;

private:
    void clear();
    void finish();
    void lookAt(int part);
    void seekInterfaces(int part, const VarBinds &varBinds);
    void showInterfaces(int part);
    [[nodiscard]] bool hasFailed(int part) const;
    [[nodiscard]] QString progress() const;

    QList<OpenDevice *> m_devices;
    int m_part = 0; // that is looked at
    std::unique_ptr<GroupResult> m_before;
    std::unique_ptr<GroupResult> m_result;
    std::unique_ptr<GroupModel> m_model;
    std::unique_ptr<GroupRead> m_group;
    std::unique_ptr<GroupOpening> m_opening;
    Describe m_seen; // what arrives is looked at through it
    std::vector<InterfaceLookout> m_lookouts; // by part
};

} // namespace walkabout
