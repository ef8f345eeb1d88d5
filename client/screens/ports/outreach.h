// What was done for many at once: classes, talks, posyandu days; and the mothers who are only
// counted, since they refused a record.
#pragma once

#include "client/screens/ports/common.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct Gathering {
    std::string id;
    Date on;
    Fields fields;
    bool is_sent = false;
};

struct Tally {
    std::string id;
    std::string month;  // "2026-03"
    Fields fields;
    bool is_sent = false;
};

class Outreach {
public:
    virtual ~Outreach() = default;
    virtual std::vector<Gathering> gatherings() = 0;  // newest first
    virtual std::vector<Tally> tallies() = 0;         // newest month first
    virtual std::int64_t outreach_version() = 0;
};

}  // namespace screens
