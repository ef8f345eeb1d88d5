// The work list in memory: what a test puts in, and what the screens said of it.
#pragma once

#include "client/screens/ports/agenda.h"

#include <string>
#include <vector>

namespace desk {

class DeskAgenda final : public screens::Agenda {
public:
    const std::vector<screens::Stop>& stops() override { return all; }
    screens::AgendaProgress progress() override { return so_far; }
    std::int64_t version() override { return changes; }
    void read_again() override { so_far = {}; }
    base::Status say(const screens::Stop& stop, const screens::AgendaTask& task,
                     const screens::TaskWord& word) override;
    std::optional<base::Instant> newest_record() override { return newest; }

    screens::Stop& add(screens::Stop stop);
    screens::Stop& at(const std::string& family);  // which must be there

    struct Said {
        std::string family, task;
        screens::TaskWord word;
    };
    std::vector<screens::Stop> all;
    screens::AgendaProgress so_far;
    std::int64_t changes = 0;
    std::optional<base::Instant> newest;
    std::vector<Said> said;
    bool disk_refuses = false;
};

// A task due from three days before to `days_left` days after today; negative: late.
screens::AgendaTask task(const std::string& code, const std::string& who, base::Date today,
                         int days_left);

}  // namespace desk
