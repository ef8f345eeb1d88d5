#include "tests/client/desk/desk.h"

#include <algorithm>

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

Stop& stop(Desk& desk, const std::string& family, const std::string& name, const std::string& rt) {
    Stop stop;
    stop.family = family;
    stop.name = name;
    stop.unit = "P03";
    stop.rt = rt;
    stop.rw = "001";
    return desk.agenda.add(stop);
}

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
    Stop& first = stop(desk, village.household, "Agus Prasetyo", "003");
    first.mother = "Siti Aminah";
    first.babies = {"Aisyah Putri"};
    first.tasks = {task("KF3", "Siti Aminah", today, -3), task("ASI0", "Aisyah Putri", today, 6)};
    const std::string second = household(desk, "Bambang Sutrisno", "003");
    person(desk, second, "Dewi Kartikasari", kMother);
    desk.due_of[second] = {{"KV4", "", base::add_days(today, 2), false}};
    stop(desk, second, "Bambang Sutrisno", "003").tasks = {
        task("KV4", "Dewi Kartikasari", today, 2)};
    const std::string third = household(desk, "Joko Susilo", "004");
    person(desk, third, "Nur Hidayati", kMother);
    person(desk, third, "Muhammad Rizki", kInfant);
    household(desk, "Slamet Riyadi", "005");
    const std::string fifth = household(desk, "", "005");
    person(desk, fifth, "Ny. Sumarni", kMother);
    return village;
}

void fill_agenda(Desk& desk, const Village& village) {
    const Date today = base::date_in(desk.clock.now(), base::Zone{});
    Stop& first = desk.agenda.at(village.household);
    first.address = "Gang Mawar, rumah cat hijau dekat musala Al-Ikhlas";
    first.tasks.insert(first.tasks.begin(), task("REFERRAL_FU", "Siti Aminah", today, -1));
    Stop& second = stop(desk, "family-6", "Muhammad Nur Kholis Hidayatullah", "001");
    second.tasks = {task("BIRTH_ASK", "Fatimah Az-Zahra Kusumaningrum", today, -4)};
    Stop& twins = stop(desk, "family-7", "Yusuf Maulana", "001");
    twins.tasks = {task("KV2", "Rina Wati", today, 0), task("KN2", "Hasan", today, 3),
                   task("KN2", "Husein", today, 3),    task("ASI0", "Hasan", today, 20),
                   task("ASI0", "Husein", today, 20),  task("KF2", "Rina Wati", today, 3)};
    Stop& away = stop(desk, "family-8", "Darmin", "002");
    away.tasks = {task("RETRY", "Sulastri", today, 1), task("BIRTH_ASK", "Sulastri", today, 9)};
    Stop& off = stop(desk, "family-9", "Karto Wijoyo", "002");
    off.tasks = {task("ASI3", "Budi Santoso", today, 9), task("KV7", "Painem", today, 2)};
    off.tasks[1].postponed_to = base::add_days(today, 2);
    off.was_visited_today = true;
    std::stable_sort(desk.agenda.all.begin(), desk.agenda.all.end(),
                     [](const Stop& a, const Stop& b) { return a.rt < b.rt; });
}

}  // namespace desk
