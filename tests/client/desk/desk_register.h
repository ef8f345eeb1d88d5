// The register's month in memory: what a test puts in, and what the screen asked for.
#pragma once

#include "client/screens/ports/register.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace desk {

class DeskRegister final : public screens::Register {
public:
    void want(const sheets::Period& period, const std::string& unit) override;
    std::shared_ptr<const screens::RegisterMonth> found() override {
        return month ? std::make_shared<screens::RegisterMonth>(*month) : nullptr;
    }
    screens::RegisterProgress progress() override { return so_far; }
    std::int64_t register_version() override { return changes; }
    std::string on_paper(const screens::RegisterMonth& of, screens::Form form) override;
    base::Result<std::string> as_spreadsheet(const screens::RegisterMonth& of,
                                             screens::Form form) override;
    std::vector<std::string> as_csv(const screens::RegisterMonth& of, screens::Form form) override;
    base::Result<std::string> family_on_paper(const std::string& household) override;

    // Six babies of that month: sent, waiting and to be mended.
    void fill(base::Month of, const std::string& family);

    std::optional<screens::RegisterMonth> month;
    screens::RegisterProgress so_far;
    std::int64_t changes = 0;
    std::vector<std::pair<std::string, std::string>> wanted;  // each once in a row
};

}  // namespace desk
