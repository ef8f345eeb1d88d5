#include "tests/client/desk/desk_register.h"

namespace desk {

using care::Mark;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;
using indicators::Reason;
using screens::Sending;

namespace {

struct Baby {
    const char* name;
    char sex;
    const char* born;
    std::array<Mark, care::kExclusiveMonths> marks;
    care::HalfYear recap;
    Sending sending;
};

constexpr Mark kYes = Mark::Exclusive, kNo = Mark::Other, kNotAsked = Mark::NotKnown,
               kNotYet = Mark::NotYet;
constexpr std::array<Baby, 6> kBabies = {{
    {"Muhammad Rizki",
     'L',
     "2025-08-21",
     {kYes, kYes, kYes, kYes, kYes, kYes},
     care::HalfYear::Graduated,
     Sending::Sent},
    {"Nur Azizah",
     'P',
     "2025-09-03",
     {kYes, kYes, kNo, kNo, kNo, kNo},
     care::HalfYear::NotGraduated,
     Sending::Sent},
    {"Hasan Basri",
     'L',
     "2025-11-14",
     {kYes, kNotAsked, kYes, kYes, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Sent},
    {"Fatimah Az-Zahra Kusumaningrum",
     'P',
     "2025-12-02",
     {kYes, kYes, kNo, kNotYet, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Troubled},
    {"Budi Santoso",
     'L',
     "2026-01-09",
     {kYes, kYes, kNotYet, kNotYet, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Waiting},
    {"Aisyah Putri",
     'P',
     "2026-02-12",
     {kYes, kNotYet, kNotYet, kNotYet, kNotYet, kNotYet},
     care::HalfYear::Running,
     Sending::Sent},
}};

base::RecordId id_of(std::size_t baby) {
    return base::RecordId("01890000-0000-7000-8000-00000000000" + std::to_string(baby + 1));
}

}  // namespace

void DeskRegister::want(base::Month of, const std::string& unit) {
    if (wanted.empty() || wanted.back() != std::pair(of, unit)) wanted.emplace_back(of, unit);
}

std::string DeskRegister::on_paper(const screens::RegisterMonth& of) {
    return "<p>" + base::to_text(of.month) + " " + of.unit + "</p>";
}

void DeskRegister::fill(base::Month of, const std::string& family) {
    screens::RegisterMonth made;
    made.month = of;
    made.unit = "P03";
    made.not_sent = 3;
    made.troubled = 1;
    for (std::size_t i = 0; i < kBabies.size(); ++i) {
        const Baby& baby = kBabies[i];
        indicators::RegisterRow row;
        row.infant = id_of(i);
        row.name = baby.name;
        row.sex = baby.sex;
        row.birth_date = *base::parse_date(baby.born);
        row.marks = baby.marks;
        row.recap = baby.recap;
        made.lines.push_back({row, family, baby.sending});
        const auto add = [&](Indicator indicator, bool is_counted, Reason why) {
            Fact fact;
            fact.indicator = indicator;
            fact.part = is_counted ? Part::Numerator : Part::Excluded;
            fact.reason = is_counted ? Reason::None : why;
            if (why == Reason::OtherYesterday && !is_counted) fact.detail = "susu formula";
            fact.person = id_of(i);
            fact.unit = made.unit;
            fact.sex = baby.sex;
            made.behind.push_back({fact, baby.name, family, baby.sending});
        };
        const bool is_young = i >= 2;
        add(Indicator::IdF1Row1, is_young && i != 3, Reason::OtherYesterday);
        add(Indicator::IdF1Row2, i == 3, Reason::DidNotCome);
        add(Indicator::IdF1Row4, i == 1, Reason::SixMonthsInAnotherMonth);
        add(Indicator::Sigizi21, is_young, Reason::OlderThanFiveMonths);
        add(Indicator::Sigizi22, is_young && i != 2, Reason::NotRecalled);
    }
    month = std::move(made);
    so_far = {120, 120};
    ++changes;
}

}  // namespace desk
