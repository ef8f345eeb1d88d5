// Reads along what passes between one laptop and the server, and says which rules it came to.
#pragma once

#include "sync-server/accept/service.h"
#include "tests/simulation/weeks/rules.h"

#include <map>
#include <string>

namespace simulation {

class Watch {
public:
    explicit Watch(RuleHits& hits) : hits_(&hits) {}
    void passed(const std::string& request, const accept::Reply& reply);

    bool has_differed = false;  // the laptop found that it and the server do not hold the same

private:
    void asked(const std::string& request);
    void answered(const std::string& text);

    RuleHits* hits_;
    std::int64_t acknowledged_ = 0;
    std::map<std::int64_t, std::string> outcomes_;  // the last one said, by n
};

}  // namespace simulation
