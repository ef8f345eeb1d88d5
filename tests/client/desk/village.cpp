#include "tests/client/desk/desk.h"

namespace desk {

namespace {

std::string household(Desk& desk, const std::string& head, const std::string& rt) {
    return desk.put("household", R"({"head_name":")" + head + R"(","rt":")" + rt +
                                     R"(","rw":"001","status":"ACTIVE"})");
}

std::string person(Desk& desk, const std::string& household, const std::string& name,
                   const std::string& rest) {
    return desk.put("person", R"({"household_id":")" + household + R"(","full_name":")" + name +
                                  R"(",)" + rest + "}");
}

constexpr const char* kMother =
    R"("sex":"P","is_mother":"1","is_infant":"0","birth_date":"1998-04-02","vital_status":"ALIVE")";
constexpr const char* kInfant =
    R"("sex":"P","is_mother":"0","is_infant":"1","birth_date":"2026-02-12","vital_status":"ALIVE")";

}  // namespace

Village settle(Desk& desk) {
    Village village;
    village.household = household(desk, "Agus Prasetyo", "003");
    village.mother = person(desk, village.household, "Siti Aminah", kMother);
    village.infant = person(desk, village.household, "Aisyah Putri", kInfant);
    village.birth = desk.put(
        "birth_event", R"({"mother_id":")" + village.mother + R"(","delivery_date":"2026-02-12"})");
    desk.put("visit", R"({"household_id":")" + village.household + R"(","mother_id":")" +
                          village.mother +
                          R"(","started_at":"2026-02-20T10:00:00+07:00","outcome":"DONE"})");
    const Date today = base::date_in(desk.clock.now(), base::Zone{});
    desk.due_of[village.household] = {{"KF3", village.mother, base::add_days(today, -3), true},
                                      {"ASI0", village.infant, base::add_days(today, 6), false}};
    const std::string second = household(desk, "Bambang Sutrisno", "003");
    person(desk, second, "Dewi Kartikasari", kMother);
    desk.due_of[second] = {{"KV4", "", base::add_days(today, 2), false}};
    const std::string third = household(desk, "Joko Susilo", "004");
    person(desk, third, "Nur Hidayati", kMother);
    person(desk, third, "Muhammad Rizki", kInfant);
    household(desk, "Slamet Riyadi", "005");
    const std::string fifth = household(desk, "", "005");
    person(desk, fifth, "Ny. Sumarni", kMother);
    return village;
}

}  // namespace desk
