// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/mib/library.h"

namespace walkabout {

/// translate NAME-or-OID...: both ways, with everything known about the object.
class TranslateVerb final : public Command {
    Q_OBJECT

public:
    void addTo(CLI::App &app) override;

private:
    void start() override;
    void print(const QString &text, const NodeRef &node, const Oid &oid);

    std::vector<std::string> m_words;
    bool m_any = false;
};

} // namespace walkabout
