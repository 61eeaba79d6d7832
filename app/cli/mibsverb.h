// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace walkabout {

class Library;

/// mibs list, mibs dump, mibs check FILE-or-DIR... and mibs compile.
class MibsVerb final : public Command {
    Q_OBJECT

public:
    void addTo(CLI::App &app) override;
    [[nodiscard]] bool needsLibrary() const override;

private:
    void start() override;
    void list();
    static void sayWhatIsMissing(const Library &library);
    void dump();
    void compile();

    CLI::App *m_list = nullptr;
    CLI::App *m_dump = nullptr;
    CLI::App *m_check = nullptr;
    std::vector<std::string> m_paths;
};

} // namespace walkabout
