#include "shared/indicators/count/families.h"

#include <array>

namespace indicators {

namespace {

// A birth written down twice would make two facts of one mother: the one that counts stays.
void drop_doubles(std::vector<Fact>& facts) {
    std::array<const Fact*, kIndicators> best{};
    const auto place = [](const Fact& fact) { return static_cast<std::size_t>(fact.indicator); };
    for (const Fact& fact : facts) {
        const Fact*& known = best[place(fact)];
        if (known == nullptr || fact.part < known->part) known = &fact;
    }
    std::vector<Fact> kept;
    kept.reserve(facts.size());
    for (const Fact& fact : facts) {
        if (counts_events(fact.indicator) || best[place(fact)] == &fact) kept.push_back(fact);
    }
    facts = std::move(kept);
}

}  // namespace

std::vector<Fact> count_families(const care::Family& family, const records::Record& record,
                                 Month month, const Settings& settings) {
    if (record.type != "person" || records::is_retracted(record)) return {};
    if (!care::code(record.fields, "merged_into").empty()) return {};
    const care::Person* person = family.person(record.id.text());
    if (person == nullptr) return {};
    Placed placed(family, *person, month);
    const Counted of{family, *person, month, settings};
    count_births(of, placed);
    count_contacts(of, placed);
    if (person->is_infant) {
        count_growth(of, placed);
        count_infant(of, placed);
    } else {
        count_mother(of, placed);
    }
    count_following(of, placed);
    count_recalls(of, placed);  // last: it takes other ages
    std::vector<Fact> facts = placed.take();
    drop_doubles(facts);
    return facts;
}

}  // namespace indicators
