// A family of the desk with a visit, its checks and its referrals, as the tests of danger need it.
#pragma once

#include "client/screens/danger/alarms.h"
#include "client/screens/frame/ways.h"
#include "tests/client/desk/desk.h"

#include <string>
#include <vector>

namespace danger_house {

using namespace screens;

inline constexpr const char* kNow = "2026-03-05T09:00:00+07:00";

struct House {
    desk::Desk desk;
    desk::Village village = desk::settle(desk);

    std::string visit(const std::string& at = kNow) {
        return desk.put("visit", R"({"household_id":")" + village.household + R"(","mother_id":")" +
                                     village.mother + R"(","started_at":")" + at +
                                     R"(","outcome":"DONE"})");
    }
    std::string check(const std::string& type, const std::string& visit, const std::string& signs) {
        const bool is_mother = type == "mother_check";
        const std::string who =
            is_mother ? R"("mother_id":")" + village.mother : R"("infant_id":")" + village.infant;
        return desk.put(type, R"({"visit_id":")" + visit + R"(",)" + who + R"(",)" + signs + "}");
    }
    std::string refer(const std::string& person, const std::string& visit,
                      const std::string& reasons, const std::string& rest = "") {
        return desk.put("referral", R"({"person_id":")" + person + R"(","visit_id":")" + visit +
                                        R"(","raised_at":")" + kNow + R"(","reasons":")" + reasons +
                                        R"(","urgency":"MERAH_SEKARANG")" + rest + "}");
    }
    Family family() { return desk.family(village.household).value(); }
    std::vector<Alarm> alarms() { return open_alarms(family(), desk.ports().today()); }
    FormStart check_start(const std::string& type, const std::string& visit) {
        FormStart start;
        start.type = type;
        start.family = village.household;
        start.known.set("visit_id", visit);
        start.known.set(type == "mother_check" ? "mother_id" : "infant_id",
                        type == "mother_check" ? village.mother : village.infant);
        return start;
    }
};

}  // namespace danger_house
