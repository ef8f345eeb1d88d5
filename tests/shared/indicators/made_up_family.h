// A made-up mother and child in plain day numbers, and the same as records: what an oracle reads
// and what the program reads.
#pragma once

#include "tests/shared/care/family_of.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace made_up {

using family_of::Records;

// Days of September 2026 as numbers: 1 is the first, 0 is 31 August.
inline constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
inline constexpr int kLastDay = 30;
inline bool is_now(int day) {
    return day >= 1 && day <= kLastDay;
}
inline base::Date date_of(int day) {
    return base::add_days(family_of::day("2026-08-31"), day);
}
inline std::string text_of(int day) {
    return base::to_text(date_of(day));
}

// Completed months on the calendar, counted up one birthday at a time.
inline int months_old(int born, int on) {
    if (on < born) return -1;
    const auto birth = date_of(born);
    const auto then = date_of(on);
    for (int months = 0;; ++months) {
        int year = static_cast<int>(birth.year());
        int month = static_cast<int>(static_cast<unsigned>(birth.month())) + months + 1;
        while (month > 12) month -= 12, ++year;
        static const std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        int days = kDays[static_cast<std::size_t>(month - 1)];
        if (month == 2 && year % 4 == 0) days = 29;
        const int day = std::min(static_cast<int>(static_cast<unsigned>(birth.day())), days);
        const auto next = std::chrono::year(year) / month / day;
        if (std::chrono::sys_days(next) > std::chrono::sys_days(then)) return months;
    }
}

using Answers = std::map<std::string, std::string>;
inline const std::array<const char*, 12> kItems = {"l_water", "l_formula", "l_milk",  "l_yogurt",
                                                   "l_choco", "l_soy",     "l_juice", "l_soda",
                                                   "l_tea",   "l_broth",   "l_other", "f_any"};

struct MadeUp {
    int born = 0, died = 1000;
    std::vector<int> kf, kn;
    std::map<int, std::string> vitamin, methods;  // by day of the check
    std::map<int, int> weights;                   // grams by day
    std::map<int, Answers> recalls;
    Answers outcome, birth;
};

struct Draw {
    std::mt19937 engine;
    int upto(int count) { return static_cast<int>(engine() % static_cast<unsigned>(count)); }
    bool once_in(int count) { return upto(count) == 0; }
    std::string of(std::initializer_list<const char*> codes) {
        return *(codes.begin() + upto(static_cast<int>(codes.size())));
    }
};

inline MadeUp make_up(Draw& draw) {
    MadeUp made;
    made.born = 29 - draw.upto(draw.once_in(3) ? 720 : 90);
    if (draw.once_in(10)) made.died = made.born + draw.upto(200);
    for (int i = draw.upto(6); i > 0; --i) made.kf.push_back(made.born + draw.upto(52));
    for (int i = draw.upto(5); i > 0; --i) made.kn.push_back(made.born + draw.upto(52));
    for (int i = draw.upto(3); i > 0; --i) {
        made.vitamin[made.born + draw.upto(60)] = draw.of({"0", "1", "8"});
    }
    for (int i = draw.upto(3); i > 0; --i) {
        made.methods[made.born + draw.upto(60)] = draw.of({"BELUM", "SUNTIK", "MAL", "LAIN"});
    }
    for (int i = draw.upto(4); i > 0; --i) {
        made.weights[draw.once_in(2) ? 1 + draw.upto(30) : -draw.upto(60)] =
            3000 + 100 * draw.upto(60);
    }
    for (int i = draw.upto(4); i > 0; --i) {
        Answers& answers = made.recalls[draw.once_in(3) ? -draw.upto(40) : 1 + draw.upto(30)];
        answers = {{"bf_ever", draw.of({"1", "1", "1", "0", "8"})},
                   {"bf_yesterday", draw.of({"1", "1", "1", "0", "8"})},
                   {"bottle_yesterday", draw.of({"0", "1", "8"})}};
        for (const char* item : kItems) {
            if (draw.once_in(40)) continue;
            answers[item] = draw.once_in(12) ? draw.of({"1", "8"}) : "0";
        }
    }
    made.outcome = {{"bf_start_unit", draw.of({"IMM", "HOUR", "DAY", "NEVER", "UNK"})},
                    {"bf_start_value", draw.of({"0", "1", "2"})},
                    {"prelacteal_2d", draw.of({"0", "0", "1", "8"})}};
    if (!draw.once_in(5)) {
        made.outcome["birth_weight_g"] = draw.of({"2400", "2499", "2500", "3100"});
    }
    made.birth = {{"attendant", draw.of({"BIDAN", "SPOG", "DUKUN", "UNK"})},
                  {"place", draw.of({"PKM", "RS", "RUMAH", "POLINDES"})}};
    return made;
}

inline Records records_of(const MadeUp& made) {
    Records records;
    records.household();
    records.mother();
    auto& budi = records.infant("budi", text_of(made.born));
    if (made.died < 1000) {
        budi.fields.set("vital_status", "DEAD");
        budi.fields.set("death_date", text_of(made.died));
    }
    auto& birth = records.birth("birth", text_of(made.born));
    for (const auto& [name, value] : made.birth) birth.fields.set(name, value);
    auto& outcome = records.outcome("outcome", "birth", "budi");
    for (const auto& [name, value] : made.outcome) {
        const bool is_number = name == "birth_weight_g" || name == "bf_start_value";
        if (is_number) outcome.fields.set_integer(name, std::stoi(value));
        if (!is_number) outcome.fields.set(name, value);
    }
    int n = 0;
    for (const int day : made.kf) {
        records.contact("KF1", text_of(day)).id = records::RecordId("kf" + std::to_string(n++));
    }
    for (const int day : made.kn) {
        records.contact("KN1", text_of(day), "budi").id =
            records::RecordId("kn" + std::to_string(n++));
    }
    const auto check = [&](int day, const char* field, const std::string& value) {
        const std::string visit = "v" + std::to_string(n++);
        records.visit(visit, text_of(day));
        records.mother_check(visit).fields.set(field, value);
    };
    for (const auto& [day, said] : made.vitamin) check(day, "vit_a_1", said);
    for (const auto& [day, said] : made.methods) check(day, "kb_method", said);
    for (const auto& [day, grams] : made.weights) {
        const std::string visit = "w" + std::to_string(n++);
        records.visit(visit, text_of(day));
        records.infant_check(visit).fields.set_integer("weight_g", grams);
    }
    for (const auto& [day, answers] : made.recalls) {
        const std::string visit = "r" + std::to_string(n++);
        records.visit(visit, text_of(day));
        auto& recall = records.add("feeding_recall", visit + "x",
                                   {{"visit_id", visit}, {"infant_id", "budi"}});
        for (const auto& [name, value] : answers) recall.fields.set(name, value);
    }
    return records;
}

}  // namespace made_up
