#include "shared/care/family.h"

#include <set>

namespace care {

namespace {

constexpr int kMergeHopsMax = 16;

}  // namespace

const Record* Family::record(std::string_view id) const {
    for (int hop = 0; hop < kMergeHopsMax; ++hop) {
        const auto found = by_id_.find(id);
        if (found == by_id_.end()) return nullptr;
        const std::string_view next = code(found->second->fields, "merged_into");
        if (next.empty()) return found->second;
        id = next;
    }
    return nullptr;  // a ring of merges, which the server refuses (SYNC 17)
}

const Person* Family::person(std::string_view id) const {
    const Record* found = id.empty() ? nullptr : record(id);
    if (found == nullptr || found->type != "person") return nullptr;
    const auto place = place_.find(found);
    return place == place_.end() ? nullptr : &persons_[place->second];
}

const Record* Family::household_of(const Person& person) const {
    return record(code(person.record->fields, "household_id"));
}

const Outcome* Family::outcome_of(const Person& infant) const {
    const auto found = outcome_by_infant_.find(&infant);
    return found == outcome_by_infant_.end() ? nullptr : found->second;
}

const Person* Family::mother_of(const Person& infant) const {
    const Outcome* outcome = outcome_of(infant);
    if (outcome != nullptr) return outcome->birth->mother;
    return person(infant.record->fields, "mother_person_id");
}

std::vector<const Outcome*> Family::outcomes_of(const Birth& birth) const {
    std::vector<const Outcome*> found;
    for (const Outcome& each : outcomes_) {
        if (each.birth == &birth) found.push_back(&each);
    }
    return found;
}

std::span<const Event> Family::of(const Events& events, const Person& person) {
    const auto first = std::partition_point(events.begin(), events.end(),
                                            [&](const Event& e) { return e.person < &person; });
    const auto last = std::partition_point(first, events.end(),
                                           [&](const Event& e) { return e.person == &person; });
    return {first, last};
}

}  // namespace care
