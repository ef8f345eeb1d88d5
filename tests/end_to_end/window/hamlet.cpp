#include "tests/end_to_end/window/hamlet.h"

#include "shared/base/fields.h"

#include <cstdio>
#include <utility>

namespace smoke {

namespace {

using Answers = std::vector<std::pair<std::string, std::string>>;

// `counts`: an answer that is a number.
std::string line(const std::string& type, const std::string& id, const Answers& answers,
                 const std::string& counts = "", std::size_t number = 0) {
    base::Fields fields;
    for (const auto& [name, text] : answers) fields.set(name, text);
    if (!counts.empty()) fields.set_integer(counts, static_cast<std::int64_t>(number));
    return R"({"type":")" + type + R"(","id":")" + id + R"(","unit":"MELATI-1","fields":)" +
           fields.to_json() + "}\n";
}

std::string adult(const KnownFamily& family, const std::string& id, const std::string& name,
                  bool is_mother) {
    return line("person", id,
                {{"household_id", family.household()},
                 {"full_name", name},
                 {"sex", is_mother ? "P" : "L"},
                 {"is_mother", is_mother ? "1" : "0"},
                 {"is_infant", "0"},
                 {"is_supporter", is_mother ? "0" : "1"},
                 {"birth_date", "1996-05-06"},
                 {"birth_date_precision", "D"},
                 {"nik_status", "NONE"},
                 {"relation_to_head", is_mother ? "PASANGAN" : "KEPALA"},
                 {"vital_status", "ALIVE"}});
}

std::string birth(const KnownFamily& family, const std::string& day) {
    return line("birth_event", family.id(4),
                {{"mother_id", family.mother_id()},
                 {"delivery_date", day},
                 {"delivery_time", "08:00"},
                 {"place", "PKM"},
                 {"attendant", "BIDAN"},
                 {"mode", "VAGINAL"},
                 {"complications", "NONE"}},
                "fetus_count", family.babies.size());
}

std::string baby(const KnownFamily& family, int order, const std::string& day) {
    const auto nth = static_cast<std::size_t>(order);
    const std::string& name = family.babies[nth - 1];
    const std::string sex = order % 2 == 1 ? "L" : "P";
    const std::string person = line("person", family.baby_id(order),
                                    {{"household_id", family.household()},
                                     {"full_name", name},
                                     {"sex", sex},
                                     {"is_mother", "0"},
                                     {"is_infant", "1"},
                                     {"is_supporter", "0"},
                                     {"birth_date", day},
                                     {"birth_date_precision", "D"},
                                     {"nik_status", "NONE"},
                                     {"relation_to_head", "ANAK"},
                                     {"mother_person_id", family.mother_id()},
                                     {"vital_status", "ALIVE"}},
                                    "birth_order", nth);
    return person + line("birth_outcome", family.id(20 + order),
                         {{"birth_event_id", family.id(4)},
                          {"outcome", "LIVE"},
                          {"infant_id", family.baby_id(order)},
                          {"sex", sex},
                          {"imd", "1"},
                          {"bf_start_unit", "IMM"},
                          {"prelacteal_2d", "0"}},
                         "birth_order", nth);
}

}  // namespace

std::string KnownFamily::id(int part) const {
    char text[40];
    std::snprintf(text, sizeof text, "01990000-0000-7000-8000-%04d%08d", number, part);
    return text;
}

std::vector<KnownFamily> hamlet() {
    std::vector<KnownFamily> all = {{"Slamet", "Sri Wahyuni", {"Adi"}, 60},
                                    {"Bambang", "Yuliana", {"Bima"}, 100},
                                    {"Karno", "Dewi Lestari", {"Rama", "Sinta"}, 45},
                                    {"Joko", "Rina Marlina", {"Laras"}, 10},
                                    {"Hadi", "Murniati", {"Tegar"}, 5},
                                    {"Parno", "Wulandari", {"Ayu"}, 80},
                                    {"Eko", "Tini Suhartini", {"Putra"}, 30}};
    for (std::size_t i = 0; i < all.size(); ++i) all[i].number = static_cast<int>(i) + 1;
    return all;
}

std::string as_lines(const std::vector<KnownFamily>& families, base::Date today) {
    std::string lines;
    for (const KnownFamily& family : families) {
        const std::string day = base::to_text(base::add_days(today, -family.age_days));
        lines += line("household", family.household(),
                      {{"head_name", family.head},
                       {"rt", "00" + std::to_string(family.number % 3 + 1)},
                       {"rw", "001"},
                       {"status", "ACTIVE"}});
        lines += adult(family, family.father_id(), family.head, false);
        lines += adult(family, family.mother_id(), family.mother, true);
        lines += birth(family, day);
        for (int order = 1; order <= static_cast<int>(family.babies.size()); ++order) {
            lines += baby(family, order, day);
        }
    }
    return lines;
}

}  // namespace smoke
