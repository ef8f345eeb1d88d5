#include "tests/client/desk/full_families.h"

#include <array>
#include <utility>

namespace desk {

namespace {

using Answers = std::vector<std::pair<std::string, std::string>>;

std::string put(Desk& desk, const std::string& type, const Answers& answers,
                Sending sending = Sending::Sent) {
    Fields fields;
    for (const auto& [name, value] : answers) {
        const bool is_number = name.ends_with("_g") || name.ends_with("_s") ||
                               name == "birth_order" || name == "fetus_count" ||
                               name == "gestation_weeks";
        is_number ? fields.set_integer(name, std::stoi(value)) : fields.set(name, value);
    }
    return desk.put(type, fields.to_json(), sending);
}

std::string at(const std::string& day, const char* hour = "09:00") {
    return day + "T" + hour + ":00+07:00";
}

std::string home(Desk& desk, const std::string& head) {
    return put(desk, "household",
               {{"head_name", head}, {"rt", "004"}, {"rw", "002"}, {"status", "ACTIVE"}});
}

std::string mother(Desk& desk, const std::string& household, const std::string& name) {
    return put(desk, "person",
               {{"household_id", household},
                {"full_name", name},
                {"sex", "P"},
                {"is_mother", "1"},
                {"is_infant", "0"},
                {"birth_date", "1998-04-02"},
                {"vital_status", "ALIVE"}});
}

Answers infant(const std::string& household, const std::string& name, const std::string& born,
               const std::string& sex) {
    return {{"household_id", household}, {"full_name", name}, {"sex", sex},
            {"is_mother", "0"},          {"is_infant", "1"},  {"birth_date", born},
            {"vital_status", "ALIVE"}};
}

std::string visit(Desk& desk, const FullFamily& family, const std::string& day) {
    return put(desk, "visit",
               {{"household_id", family.household},
                {"mother_id", family.mother},
                {"started_at", at(day)},
                {"ended_at", at(day, "09:40")},
                {"visit_type", "KADER_HOME"},
                {"provider_role", "KADER"},
                {"midwife_told", "1"},
                {"outcome", "DONE"}});
}

std::string weigh(Desk& desk, const FullFamily& family, const std::string& visit,
                  const std::string& grams) {
    return put(desk, "infant_check",
               {{"visit_id", visit},
                {"infant_id", family.infant},
                {"weight_g", grams},
                {"location", "HOME"}});
}

std::string ask(Desk& desk, const FullFamily& family, const std::string& visit,
                const std::string& formula) {
    Answers answers = {{"visit_id", visit},
                       {"infant_id", family.infant},
                       {"bf_ever", "1"},
                       {"bf_yesterday", "1"},
                       {"other_ever", formula}};
    for (const char* item : {"l_water", "l_milk", "l_yogurt", "l_choco", "l_soy", "l_juice",
                             "l_soda", "l_tea", "l_broth", "l_other", "f_any"}) {
        answers.emplace_back(item, "0");
    }
    answers.emplace_back("l_formula", formula);
    return put(desk, "feeding_recall", answers);
}

void massage(Desk& desk, const FullFamily& family, const std::string& day, const char* source,
             const char* hour) {
    put(desk, "massage_session",
        {{"mother_id", family.mother},
         {"performed_at", at(day, hour)},
         {"time_known", "1"},
         {"source", source},
         {"performer_relation", "SUAMI"},
         {"duration_s", "240"}});
}

std::string day_after(const std::string& day, int days) {
    return base::to_text(base::add_days(*base::parse_date(day), days));
}

void give_birth(Desk& desk, const FullFamily& family) {
    const std::string birth = put(desk, "birth_event",
                                  {{"mother_id", family.mother},
                                   {"delivery_date", "2025-12-20"},
                                   {"place", "PKM"},
                                   {"gestation_weeks", "39"},
                                   {"fetus_count", "1"}});
    put(desk, "birth_outcome",
        {{"birth_event_id", birth},
         {"outcome", "LIVE"},
         {"infant_id", family.infant},
         {"sex", "P"},
         {"birth_order", "1"},
         {"birth_weight_g", "3100"}});
}

void teach(Desk& desk, const FullFamily& family, const std::string& visit) {
    const std::string husband = put(desk, "person",
                                    {{"household_id", family.household},
                                     {"full_name", "Hendra Saputra"},
                                     {"sex", "L"},
                                     {"is_mother", "0"},
                                     {"is_infant", "0"},
                                     {"is_supporter", "1"},
                                     {"birth_date", "1995-01-20"},
                                     {"vital_status", "ALIVE"}});
    const std::string teaching = put(desk, "massage_teaching",
                                     {{"visit_id", visit},
                                      {"mother_id", family.mother},
                                      {"trainee_id", husband},
                                      {"trainee_relation", "SUAMI"},
                                      {"safety_result", "GO"},
                                      {"consent_touch", "1"},
                                      {"return_demo", "1"}});
    for (const char* step : {"P01", "P02", "M01", "M02", "M03"}) {
        Fields fields;
        fields.set("teaching_id", teaching);
        fields.set("step_code", step);
        fields.set("score", "3");
        desk.put("massage_teaching_step", fields.to_json());
    }
}

std::string refer(Desk& desk, const FullFamily& family) {
    put(desk, "referral",
        {{"person_id", family.infant},
         {"raised_at", at("2026-01-12")},
         {"reasons", "IDS06"},
         {"urgency", "MERAH_HARI_INI"},
         {"outcome", "TREATED_HOME"},
         {"feedback", "Sudah diperiksa bidan, boleh pulang"}});
    return put(desk, "referral",
               {{"person_id", family.mother},
                {"raised_at", at("2026-03-02")},
                {"reasons", "MDS02 MDS23"},
                {"urgency", "MERAH_SEKARANG"}});
}

void tell_history(Desk& desk, const FullFamily& family) {
    Written made;
    made.at = *base::parse_date_time(at("2026-01-22"));
    made.is_mine = true;
    made.is_creation = true;
    Written changed;
    changed.at = *base::parse_date_time(at("2026-01-24", "15:20"));
    changed.who = "Rina Marlina";
    changed.role = "BIDAN";
    changed.is_last_of_several = true;
    changed.changes = {{"weight_g", "4800", "4200"}};
    Written waiting;
    waiting.at = desk.clock.now();
    waiting.is_mine = true;
    waiting.is_clock_doubtful = true;
    waiting.state = WriteState::Waiting;
    waiting.reason = "Salah ketik";
    waiting.changes = {{"location", "\"HOSP\"", "\"HOME\""}};
    desk.written[family.corrected] = {waiting, changed, made};
}

}  // namespace

FullFamily settle_full(Desk& desk) {
    FullFamily family;
    family.household = home(desk, "Hendra Saputra");
    family.mother = mother(desk, family.household, "Rahmawati");
    family.infant =
        put(desk, "person", infant(family.household, "Nabila Azzahra", "2025-12-20", "P"));
    give_birth(desk, family);
    const std::string first = visit(desk, family, "2025-12-24");
    weigh(desk, family, first, "2980");
    teach(desk, family, first);
    const std::string second = visit(desk, family, "2026-01-22");
    family.corrected = weigh(desk, family, second, "4200");
    ask(desk, family, second, "0");
    const std::string third = visit(desk, family, "2026-02-10");
    weigh(desk, family, third, "14000");
    const std::string fourth = visit(desk, family, "2026-02-23");
    weigh(desk, family, fourth, "4800");
    ask(desk, family, fourth, "1");
    family.withdrawn = visit(desk, family, "2026-02-02");
    desk.retract(family.withdrawn, "Salah keluarga");
    for (int i = 0; i < 20; ++i) {
        massage(desk, family, day_after("2026-02-03", i), "MOTHER", "18:00");
        if (i % 3 == 0) massage(desk, family, day_after("2026-02-03", i), "MOTHER", "06:00");
    }
    massage(desk, family, "2026-02-23", "OBS", "09:20");
    family.open_referral = refer(desk, family);
    tell_history(desk, family);
    return family;
}

void visit_often(Desk& desk, const FullFamily& family, int visits) {
    for (int i = 0; i < visits; ++i) {
        const std::string made = visit(desk, family, day_after("2025-12-26", i));
        weigh(desk, family, made, std::to_string(3100 + 25 * i));
        ask(desk, family, made, "0");
    }
}

namespace {

std::string settle_twins(Desk& desk) {
    const std::string house = home(desk, "Yusuf Hamdani");
    const std::string her = mother(desk, house, "Dian Permata");
    const std::string birth =
        put(desk, "birth_event",
            {{"mother_id", her}, {"delivery_date", "2026-02-01"}, {"fetus_count", "2"}});
    Answers lost = infant(house, "Hasan", "2026-02-01", "L");
    lost.back().second = "DEAD";
    lost.emplace_back("death_date", "2026-02-03");
    const std::string one = put(desk, "person", infant(house, "Husna", "2026-02-01", "P"));
    const std::string two = put(desk, "person", lost);
    const std::array<std::pair<std::string, const char*>, 2> both = {{{one, "LIVE"}, {two, "NND"}}};
    for (std::size_t i = 0; i < both.size(); ++i) {
        put(desk, "birth_outcome",
            {{"birth_event_id", birth},
             {"outcome", both[i].second},
             {"infant_id", both[i].first},
             {"birth_order", std::to_string(i + 1)},
             {"birth_weight_g", "2400"}});
    }
    return house;
}

std::string settle_stillbirth(Desk& desk) {
    const std::string house = home(desk, "Eko Wibowo");
    const std::string her = mother(desk, house, "Lestari");
    const std::string birth =
        put(desk, "birth_event",
            {{"mother_id", her}, {"delivery_date", "2026-02-20"}, {"fetus_count", "1"}});
    put(desk, "birth_outcome",
        {{"birth_event_id", birth}, {"outcome", "STILL"}, {"birth_order", "1"}});
    return house;
}

std::string settle_expecting(Desk& desk) {
    const std::string house = home(desk, "Fajar Nugroho");
    const std::string her = mother(desk, house, "Intan Puspita");
    put(desk, "pregnancy", {{"mother_id", her}, {"expected_date", "2026-04-16"}});
    return house;
}

std::string settle_grandmother(Desk& desk) {
    const std::string away = home(desk, "Rumah Jakarta");
    const std::string her = mother(desk, away, "Maya Sari");
    const std::string house = home(desk, "Mbah Karsinah");
    Answers baby = infant(house, "Bagas", "2025-11-01", "L");
    baby.emplace_back("mother_person_id", her);
    baby.emplace_back("residence", "TEMPORARY");
    baby.emplace_back("residence_from_text", "Jakarta Timur");
    put(desk, "person", baby);
    return house;
}

}  // namespace

OtherFamilies settle_others(Desk& desk) {
    OtherFamilies others;
    others.twins = settle_twins(desk);
    others.stillbirth = settle_stillbirth(desk);
    others.expecting = settle_expecting(desk);
    others.grandmother = settle_grandmother(desk);
    others.nameless = home(desk, "");
    others.many = home(desk, "Panti Kasih Ibu");
    for (int i = 0; i < 10; ++i) {
        put(desk, "person",
            infant(others.many, "Bayi " + std::to_string(i + 1),
                   "2025-12-0" + std::to_string(i % 9 + 1), i % 2 == 0 ? "L" : "P"));
    }
    return others;
}

}  // namespace desk
