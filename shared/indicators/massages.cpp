#include "shared/indicators/massages.h"

#include <map>
#include <string>

namespace indicators {

namespace {

bool says(const care::Event& teaching, std::string_view safety) {
    return care::code(teaching.fields(), "safety_result") == safety;
}

}  // namespace

bool was_taught(const care::Event& teaching) {
    if (is_stopped(teaching)) return false;
    return care::has_any_code(teaching.fields(), "methods") ||
           care::is_yes(teaching.fields(), "return_demo");
}

bool is_stopped(const care::Event& teaching) {
    return says(teaching, "STOP");
}

bool is_declined(const care::Event& teaching) {
    if (!is_stopped(teaching)) return false;
    const std::vector<std::string> reasons = teaching.fields().codes("safety_reasons");
    const bool only_hers = std::all_of(reasons.begin(), reasons.end(), [](const std::string& each) {
        return each == "XC02" || each == "NONE";
    });
    const bool says_no = care::answer(teaching.fields(), "consent_touch") == care::Answer::No;
    return only_hers && (says_no || !reasons.empty());
}

bool is_deferred(const care::Event& teaching) {
    return says(teaching, "DEFER");
}

bool is_gone_ahead(const care::Event& teaching) {
    return says(teaching, "GO");
}

bool is_observed(const care::Event& session) {
    return care::code(session.fields(), "source") == "OBS";
}

Complaint complaint_of(const care::Event& session) {
    const std::vector<std::string> codes = session.fields().codes("adverse");
    const bool has_some = std::any_of(codes.begin(), codes.end(), [](const std::string& each) {
        return each != "NONE" && each != "UNK";
    });
    if (has_some) return Complaint::Some;
    return session.fields().has_code("adverse", "NONE") ? Complaint::None : Complaint::Unknown;
}

const care::Birth* birth_before(const care::Family& family, const care::Person& mother, Date day) {
    const care::Birth* latest = nullptr;
    for (const care::Birth& birth : family.births()) {
        if (birth.mother == &mother && birth.delivery_date <= day) latest = &birth;
    }
    return latest;
}

bool has_living_infant(const care::Family& family, const care::Birth& birth, Date day) {
    const auto outcomes = family.outcomes_of(birth);
    if (outcomes.empty()) return true;
    return std::any_of(outcomes.begin(), outcomes.end(), [&](const care::Outcome* each) {
        if (each->kind == care::Outcome::Kind::Stillborn) return false;
        if (each->infant == nullptr) return each->kind != care::Outcome::Kind::DiedLater;
        return !each->infant->died_by(day);
    });
}

std::vector<const care::Event*> between(const care::Events& events, const care::Person& mother,
                                        Date from, Date to) {
    std::vector<const care::Event*> found;
    for (const care::Event& event : care::Family::of(events, mother)) {
        if (event.on >= from && event.on <= to) found.push_back(&event);
    }
    return found;
}

const care::Event* first_taught(const care::Family& family, const care::Person& mother, Date from,
                                Date to) {
    for (const care::Event* each : between(family.teachings(), mother, from, to)) {
        if (was_taught(*each)) return each;
    }
    return nullptr;
}

std::string learner_of(const care::Family& family, const care::Event& teaching) {
    const care::Person* learner = family.person(teaching.fields(), "trainee_id");
    return learner != nullptr ? learner->id().text() : teaching.fields().text("trainee_id");
}

std::vector<const care::Event*> latest_shown(const care::Family& family,
                                             std::span<const care::Event* const> teachings) {
    std::map<std::string, const care::Event*> latest;
    for (const care::Event* each : teachings) {
        const bool is_shown = care::is_yes(each->fields(), "return_demo") && !is_stopped(*each);
        if (is_shown) latest[learner_of(family, *each)] = each;
    }
    std::vector<const care::Event*> found;
    for (const auto& [learner, teaching] : latest) found.push_back(teaching);
    return found;
}

}  // namespace indicators
