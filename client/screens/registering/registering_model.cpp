#include "client/screens/registering/registering_model.h"

#include "client/screens/frame/names.h"
#include "client/screens/record/typed_answers.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace screens {

using forms::Question;
using words::tr;

namespace {

constexpr const char* kFetusCount = "birth.fetus_count";

// What a draft keeps beside the answers; a part's answer has a dot in its name.
constexpr const char* kSituation = "situation";
constexpr const char* kApart = "told_apart";
constexpr const char* kFamily = "household_id";
constexpr const char* kMother = "known_mother";
constexpr const char* kPregnancy = "known_pregnancy";
constexpr const char* kIsAsked = "situation_asked";
constexpr const char* kId = "id.";

constexpr std::array<const char*, 5> kSituations = {"", "PREGNANT", "BORN", "CARED", "FAMILY"};

Situation situation_of(const std::string& code) {
    const auto found = std::find(kSituations.begin(), kSituations.end(), code);
    const auto place = std::distance(kSituations.begin(), found);
    return place < 5 ? static_cast<Situation>(place) : Situation::Unsaid;
}

const char* code_of(Situation situation) {
    return kSituations[static_cast<std::size_t>(situation)];
}

}  // namespace

std::string registering_title(const Draft& draft) {
    for (const char* name : {"household.head_name", "mother.full_name", "carer.full_name"}) {
        const std::string who = draft.answers.text(name);
        if (!who.empty()) return tr("New family: {0}", {who});
    }
    return draft.family.empty() ? tr("New family") : tr("The birth");
}

RegisteringModel::RegisteringModel(const Ports& ports, RegisterStart start)
    : ports_(ports), start_(std::move(start)), draft_(ports, start_.draft), likenesses_(ports) {
    begin();
    if (!start_.family.empty()) {
        auto household = ports_.records.answers_of(start_.family);
        if (household.ok()) household_ = std::move(household).value();
    } else {
        units_ = ports_.session.me().units;
        if (units_.size() == 1) unit_ = units_.front().code;
        if (units_.size() < 2) units_.clear();
    }
    rebuild();
    if (!start_.draft.empty()) look_for_duplicates();
}

void RegisteringModel::begin() {
    said_[kFetusCount] = "1";
    situation_ = situation_of(start_.situation);
    if (start_.is_stillborn) said_["outcome1.outcome"] = "STILL";
    if (!start_.pregnancy.empty()) base_ = ports_.records.base_now(start_.pregnancy);
    if (start_.draft.empty()) return;
    for (const Draft& draft : ports_.records.drafts()) {
        if (draft.id == start_.draft) restore(draft);
    }
}

void RegisteringModel::restore(const Draft& draft) {
    const std::string prefix = kId;
    said_.clear();  // what was taken back does not come back
    for (const auto& [name, token] : draft.answers.entries()) {
        const std::string text = draft.answers.text(name);
        if (name.rfind(prefix, 0) == 0) {
            ids_[name.substr(prefix.size())] = text;
        } else if (name.find('.') != std::string::npos) {
            said_[name] = text;
        }
    }
    start_.family = draft.answers.text(kFamily);
    start_.mother = draft.answers.text(kMother);
    start_.pregnancy = draft.answers.text(kPregnancy);
    base_ = draft.base.value_or(records::Revision{1, 1});  // of an older program: the beginning
    situation_ = situation_of(draft.answers.text(kSituation));
    const bool was_asked = draft.answers.text(kIsAsked) == "1";
    start_.situation = was_asked ? "" : draft.answers.text(kSituation);
    likenesses_.restore(draft.answers.text(kApart));
    unit_ = draft.unit;
    draft_.restored();
}

Fields RegisteringModel::draft_answers() const {
    Fields all;
    for (const auto& [key, text] : said_) {
        if (!text.empty()) all.set(key, text);
    }
    for (const auto& [key, id] : ids_) all.set(kId + key, id);
    const auto set = [&](const char* name, const std::string& text) {
        if (!text.empty()) all.set(name, text);
    };
    set(kSituation, code_of(situation_));
    set(kIsAsked, asks_for_situation() ? "1" : "");
    set(kFamily, start_.family);
    set(kMother, start_.mother);
    set(kPregnancy, start_.pregnancy);
    set(kApart, likenesses_.told_apart());
    return all;
}

// ---- what is on the page

std::string RegisteringModel::title() const {
    if (start_.family.empty()) return tr("New family");
    if (situation_ == Situation::Born && !start_.situation.empty()) return tr("The birth");
    return start_.mother.empty() ? tr("Mother or baby of this family") : tr("Pregnancy");
}

std::string RegisteringModel::above() const {
    if (start_.family.empty()) return tr("House, mother and baby on one page");
    const std::string head = household_.text("head_name");
    const std::string mother = mother_name();
    if (!start_.mother.empty() && !mother.empty()) return mother;
    return head.empty() ? tr("Family without a name") : tr("Family of {0}", {head});
}

std::string RegisteringModel::said(const std::string& key) const {
    const auto found = said_.find(key);
    return found == said_.end() ? std::string() : found->second;
}

std::string RegisteringModel::label(const Ask& ask) const {
    const std::string& name = ask.question->name;
    const std::string& part = ask.part->key;
    const bool is_grown = part == "mother" || part == "carer";
    if (name == "full_name" && part == "mother") return tr("Name of the mother");
    if (name == "full_name" && part == "carer") return tr("Name of who takes care of the baby");
    if (name == "full_name") return tr("Name of the baby");
    if (name == "birth_date" && is_grown) return tr("Date of birth, or age in years");
    return ask.question->label.in(words::code());
}

std::string RegisteringModel::hint(const Ask& ask) const {
    if (ask.question->name == "full_name") return ask.part->name_if_none;
    if (ask.question->type == forms::QuestionType::Date) return tr("dd-mm-yyyy");
    return {};
}

std::string RegisteringModel::help(const Ask& ask) const {
    const std::string& name = ask.question->name;
    if (name == "birth_date") {
        const auto age = age_typed(said(ask.key()));
        const auto found = answers_.find(ask.part->key);
        if (!age || found == answers_.end()) return {};
        const std::string year = found->second.text("birth_date").substr(0, 4);
        return tr("Born about {0}: kept as an estimate.", {year});
    }
    if (name == "nik") return tr("Leave empty if it is not known.");
    if (name == "full_name") {
        return ask.part->name_if_none.empty() ? std::string() : tr("No name yet? Leave it empty.");
    }
    if (name == "fetus_count") return {};
    return ask.question->hint.in(words::code());
}

std::optional<std::string> RegisteringModel::error_of(const Ask& ask) const {
    const PartAnswers reading(said_, ports_.today(), ports_.zone());
    if (reading.is_unreadable(*ask.part, *ask.question)) {
        const bool is_day = ask.question->type == forms::QuestionType::Date;
        return is_day ? tr("Write the day as day-month-year, for example 05-03-2026.")
                      : tr("Write a number here, digits only.");
    }
    for (const forms::Problem& problem : problems_.at(ask.part->key)) {
        const bool is_here = problem.field == ask.question->name;
        if (is_here && problem.severity == forms::Severity::Error) return problem.message;
    }
    return std::nullopt;
}

// While she types nothing is wrong yet; before she saves nothing is missing yet.
std::optional<RegisteringModel::Remark> RegisteringModel::remark(const Ask& ask) const {
    if (ask.key() == being_typed_) return std::nullopt;
    if (tries_ == 0 && base::trimmed(said(ask.key())).empty()) return std::nullopt;
    if (const auto error = error_of(ask)) return Remark{*error, forms::Severity::Error};
    for (const forms::Problem& problem : problems_.at(ask.part->key)) {
        if (problem.field == ask.question->name) return Remark{problem.message, problem.severity};
    }
    return std::nullopt;
}

bool RegisteringModel::asks_nik_conflict(const Ask& ask) const {
    if (ask.question->name != "nik" || ask.key() == being_typed_) return false;
    if (said(ask.part->key_of("nik_status")) == "MISMATCH") return true;
    const auto& problems = problems_.at(ask.part->key);
    return std::any_of(problems.begin(), problems.end(),
                       [](const forms::Problem& problem) { return problem.code == "V007"; });
}

bool RegisteringModel::is_stillbirth() const {
    if (situation_ != Situation::Born) return false;
    for (int i = 1; i <= babies(); ++i) {
        if (said("outcome" + std::to_string(i) + ".outcome") != "STILL") return false;
    }
    return true;
}

// ---- what the user did

void RegisteringModel::changed(const std::string& key) {
    draft_.changed();
    being_typed_ = key;
    trouble_ = {};
    rebuild();
}

void RegisteringModel::typed_changed(const std::string& key) {
    changed(key);
}

void RegisteringModel::choose(const std::string& key, const std::string& code) {
    said_[key] = said(key) == code && key != kFetusCount ? std::string() : code;
    changed({});
    keep_draft_now();
    look_for_duplicates();
}

void RegisteringModel::toggle(const Ask& ask, const std::string& code) {
    said_[ask.key()] = toggled(said(ask.key()), *ask.question, code);
    changed({});
    keep_draft_now();
}

void RegisteringModel::choose_situation(Situation situation) {
    situation_ = situation;
    changed({});
    keep_draft_now();
    look_for_duplicates();
}

void RegisteringModel::choose_unit(const std::string& code) {
    unit_ = unit_ == code ? std::string() : code;
    changed({});
    keep_draft_now();
}

void RegisteringModel::not_the_same_ticked() {
    likenesses_.tick();
    draft_.changed();
    keep_draft_now();
}

// ---- drafts and duplicates, when the typing pauses

bool RegisteringModel::tick() {
    if (!draft_.is_changed() && being_typed_.empty()) return false;
    if (draft_.is_being_typed()) return true;
    keep_draft_now();
    being_typed_.clear();
    look_for_duplicates();
    return false;
}

void RegisteringModel::keep_draft_now() {
    if (!draft_.is_changed()) return;
    const bool is_kept = draft_.keep({.id = draft_.id(),
                                      .type = kRegistering,
                                      .record = {},
                                      .family = start_.family,
                                      .form_version = {},
                                      .unit = unit_,
                                      .answers = draft_answers(),
                                      .saved_at = ports_.clock.now(),
                                      .base = base_});
    if (!is_kept) trouble_ = draft_not_kept();
}

void RegisteringModel::look_for_duplicates() {
    std::vector<Likenesses::Pair> pairs;
    const RegisteredPart* house = part("household");
    const Fields& household = house != nullptr ? answers_.at("household") : household_;
    for (const RegisteredPart& each : parts_) {
        if (!is_person(each)) continue;
        const bool is_named = !base::trimmed(said(each.key_of("full_name"))).empty();
        if (is_named) pairs.emplace_back(household, answers_.at(each.key));
    }
    if (pairs.empty() && house != nullptr) pairs.emplace_back(household, Fields());
    likenesses_.look(pairs);
}

}  // namespace screens
