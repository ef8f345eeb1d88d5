#include "tests/client/desk/massage_families.h"

namespace desk {

namespace {

using indicators::MotherPractice;
using indicators::PracticeGroup;
using indicators::SecondVisit;

Date day(const char* text) {
    return *base::parse_date(text);
}

MotherPractice mother(const std::string& id, const std::string& name, PracticeGroup group) {
    MotherPractice mother;
    mother.mother = base::RecordId(id);
    mother.name = name;
    mother.group = group;
    mother.born = day("2026-02-12");
    return mother;
}

void add(Desk& desk, const std::string& family, const char* rt, MotherPractice practice) {
    Stop stop;
    stop.family = family;
    stop.name = practice.name;
    stop.unit = "P03";
    stop.rt = rt;
    stop.rw = "001";
    stop.massages.push_back(std::move(practice));
    desk.agenda.add(std::move(stop));
}

}  // namespace

void fill_massages(Desk& desk, const Village& village) {
    MotherPractice complaint = mother("m1", "Siti Aminah", PracticeGroup::SecondVisit);
    complaint.reasons = {{SecondVisit::Complaint, day("2026-03-02"), {}, {}},
                         {SecondVisit::ShowAgain, day("2026-02-28"), "Bambang Prasetyo", "SUAMI"}};
    add(desk, village.household, "003", complaint);
    MotherPractice overdue = mother("m2", "Dewi Kartikasari", PracticeGroup::SecondVisit);
    overdue.reasons = {{SecondVisit::RetestOverdue, day("2026-02-15"), "Sulastri", "IBU_MERTUA"}};
    add(desk, "f2", "001", overdue);
    MotherPractice daily = mother("m3", "Fatimah Az-Zahra Kusumaningrum", PracticeGroup::Practises);
    daily.last_14 = {1, 12};
    add(desk, "f3", "002", daily);
    MotherPractice sometimes = mother("m4", "Rina Wati", PracticeGroup::Practises);
    sometimes.last_14 = {0, 3};
    add(desk, "f4", "004", sometimes);
    MotherPractice taught = mother("m5", "Nur Hidayah", PracticeGroup::NoPractice);
    taught.taught_on = day("2026-03-01");
    add(desk, "f5", "004", taught);
    add(desk, "f6", "005", mother("m6", "Lestari", PracticeGroup::NotTaught));
    add(desk, "f7", "005", mother("m7", "Yuliana Permatasari", PracticeGroup::NotTaught));
    add(desk, "f8", "006", mother("m8", "Wulandari", PracticeGroup::Declined));
}

}  // namespace desk
