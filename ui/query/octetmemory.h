// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/settings.h"
#include "core/work/octetform.h"

#include <QObject>

class QMenu;

namespace walkabout {

/// What a person wants octets shown as, per object, over restarts. Owned by the window; the settings outlive it.
class OctetMemory final : public QObject {
    Q_OBJECT

public:
    explicit OctetMemory(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const OctetForms &forms() const { return m_forms; }
    void set(const Oid &object, OctetForm form);
    /// "Show As", for this object.
    void addTo(QMenu &menu, const Oid &object);

signals:
    void changed();

private:
    Settings &m_settings;
    OctetForms m_forms;
};

} // namespace walkabout
