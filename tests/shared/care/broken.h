// Which records break a rule, for the tests of the rules.
#pragma once

#include "shared/care/cross_checks.h"

#include "tests/shared/care/family_of.h"

#include <string>

namespace family_of {

// The records at which the named rule is broken, in their order, joined by a space.
inline std::string broken(const Records& records, std::string_view name) {
    const care::Family family = records.family();
    care::CheckContext context{family, {}, {}, {}};
    std::string found;
    for (const care::Finding& each : care::findings(context, name)) {
        if (!found.empty()) found += ' ';
        found += each.record.text();
    }
    return found;
}

inline Records born(const std::string& day = "2025-03-01") {
    Records records;
    records.born(day);
    return records;
}

inline Record& session(Records& records, const std::string& id, const std::string& at,
                       const std::string& source = "MOTHER") {
    return records.add("massage_session", id,
                       {{"mother_id", "siti"},
                        {"birth_event_id", "birth"},
                        {"performed_at", at},
                        {"time_known", "1"},
                        {"source", source},
                        {"performer_relation", "SUAMI"},
                        {"adverse", "NONE"},
                        {"stopped_early", "0"}});
}

inline Record& weighed(Records& records, const std::string& day, int grams) {
    records.visit("w" + day, day);
    auto& check = records.infant_check("w" + day);
    check.fields.set_integer("weight_g", grams);
    return check;
}

}  // namespace family_of
