#include "tools/demo/contacts.h"

#include <array>

namespace demo {

namespace {

struct Window {
    std::string_view code;
    bool is_mothers;
    int from_day;
    int to_day;
    double made;
};
// DOMAIN 4.1. Day 1 at the earliest: the first six hours do not count.
constexpr auto kWindows = std::to_array<Window>({{"KF1", true, 1, 2, 0.95},
                                                 {"KF2", true, 3, 7, 0.88},
                                                 {"KF3", true, 8, 28, 0.82},
                                                 {"KF4", true, 29, 42, 0.68},
                                                 {"KN1", false, 1, 2, 0.96},
                                                 {"KN2", false, 3, 7, 0.9},
                                                 {"KN3", false, 8, 28, 0.85}});

}  // namespace

Contacts::Contacts(Dice& dice, const Birth& birth) {
    officer_ = "Bidan " + make_name(dice, 'P', Generation::Parent);
    place_ = dice.pick({"Puskesmas Sayung", "PKD", "PMB", "Kunjungan rumah"});
    for (const Window& window : kWindows) {
        const std::size_t count = window.is_mothers ? 1 : birth.children.size();
        const Date day = base::add_days(birth.on, dice.between(window.from_day, window.to_day));
        if (!dice.chance(window.made)) continue;
        for (std::size_t child = 0; child < count; ++child) {
            if (!window.is_mothers && !birth.children[child].is_living_on(day)) continue;
            all_.push_back({window.code, window.is_mothers, child, day, false});
        }
    }
}

void Contacts::add_seen(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                        const VisitHere& visit) {
    if (!family.has_handbook || !dice.chance(0.75)) return;
    for (One& one : all_) {
        if (one.is_copied || one.day > visit.day()) continue;
        Fields fields;
        fields.set("person_id", one.is_mothers ? family.mother.id : birth.children[one.child].id);
        fields.set("birth_event_id", birth.id);
        fields.set("code", one.code);
        fields.set("contact_date", base::to_text(one.day));
        fields.set("place", place_);
        fields.set("officer", officer_);
        fields.set("source", "SIGHTED");
        fields.set("seen_on", base::to_text(visit.day()));
        fields.set("visit_id", visit.id);
        book.add("service_contact", fields);
        one.is_copied = true;
    }
}

}  // namespace demo
