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
    void want(base::Month month, const std::string& unit) override;
    const screens::RegisterMonth* found() override { return month ? &*month : nullptr; }
    screens::RegisterProgress progress() override { return so_far; }
    std::int64_t register_version() override { return changes; }
    std::string on_paper(const screens::RegisterMonth& of) override;

    // Six babies of that month: sent, waiting and to be mended.
    void fill(base::Month of, const std::string& family);

    std::optional<screens::RegisterMonth> month;
    screens::RegisterProgress so_far;
    std::int64_t changes = 0;
    std::vector<std::pair<base::Month, std::string>> wanted;  // each once in a row
};

}  // namespace desk
