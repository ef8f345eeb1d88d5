// The part of RegisteringModel that knows which records are written down, and what is asked of each
// (DOMAIN 8.3, 8.5).
#include "client/screens/registering/registering_model.h"

#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

std::string with_number(const char* name, int number) {
    return name + std::to_string(number);
}

bool is_at_end(const RegisteringModel::Section& section) {
    return section.asks.empty();
}

}  // namespace

std::string RegisteringModel::id_of(const std::string& key) {
    std::string& id = ids_[key];
    if (id.empty()) id = ports_.records.new_id();
    return id;
}

const RegisteredPart* RegisteringModel::part(const std::string& key) const {
    for (const RegisteredPart& each : parts_) {
        if (each.key == key) return &each;
    }
    return nullptr;
}

int RegisteringModel::babies() const {
    const std::string count = said("birth.fetus_count");
    const bool is_one_of_few = count.size() == 1 && count[0] >= '1' && count[0] <= '0' + kBabiesMax;
    return is_one_of_few ? count[0] - '0' : 1;
}

std::string RegisteringModel::mother_name() const {
    if (!start_.mother.empty()) {
        return ports_.records.lookup("person", start_.mother, "full_name").value_or("");
    }
    return base::trimmed(said("mother.full_name"));
}

// What a record not saved yet answers is known all the same.
std::optional<std::string> RegisteringModel::lookup(std::string_view type, std::string_view id,
                                                    std::string_view field) const {
    for (const RegisteredPart& each : parts_) {
        const auto found = answers_.find(each.key);
        if (each.record != id || found == answers_.end()) continue;
        if (!found->second.has(field)) return std::nullopt;
        return found->second.text(field);
    }
    return ports_.records.lookup(type, id, field);
}

forms::Context RegisteringModel::context() const {
    return {.today = ports_.today(),
            .language = std::string(words::code()),
            .lookup = [this](std::string_view type, std::string_view id, std::string_view field) {
                return lookup(type, id, field);
            }};
}

void RegisteringModel::rebuild() {
    parts_.clear();
    build_parts();
    const PartAnswers reading(said_, ports_.today(), ports_.zone());
    for (const RegisteredPart& each : parts_) answers_[each.key] = reading.of(each, context());
    problems_.clear();
    for (const RegisteredPart& each : parts_) {
        auto& problems = problems_[each.key];
        problems = forms::check(*each.form, answers_[each.key], context());
        for (const forms::Problem& problem : problems) {
            if (problem.code == "required") required_.insert(each.key_of(problem.field));
        }
    }
    build_sections();
}

RegisteredPart& RegisteringModel::add_part(const std::string& key, const char* form,
                                           std::vector<std::string> asked) {
    RegisteredPart part;
    part.key = key;
    part.form = ports_.records.forms().find(form);
    CHECK(part.form != nullptr);
    part.record = id_of(key);
    part.asked = std::move(asked);
    parts_.push_back(std::move(part));
    return parts_.back();
}

// In the order in which they are saved: nothing names what does not stand yet.
void RegisteringModel::build_parts() {
    if (start_.family.empty()) add_family_part();
    const bool has_mother = situation_ != Situation::Cared && situation_ != Situation::OnlyFamily;
    if (has_mother && start_.mother.empty()) add_mother_part();
    if (situation_ == Situation::Pregnant) add_pregnancy_part();
    if (situation_ == Situation::Born) add_birth_parts();
    if (situation_ == Situation::Cared) add_carer_parts();
}

void RegisteringModel::add_family_part() {
    add_part("household", "household",
             {"head_name", "phone", "rt", "rw", "address_line", "landmark"});
}

namespace {

Fields role(const std::string& household, const char* is_mother, const char* is_infant,
            const char* is_supporter) {
    Fields known;
    known.set("household_id", household);
    known.set("is_mother", is_mother);
    known.set("is_infant", is_infant);
    known.set("is_supporter", is_supporter);
    return known;
}

}  // namespace

void RegisteringModel::add_mother_part() {
    const std::string house = start_.family.empty() ? id_of("household") : start_.family;
    RegisteredPart& mother = add_part("mother", "person", {"full_name", "birth_date", "nik"});
    mother.known = role(house, "1", "0", "0");
    mother.known.set("sex", "P");
}

void RegisteringModel::add_pregnancy_part() {
    RegisteredPart& pregnancy = add_part(
        "pregnancy", "pregnancy", {"expected_date", "source", "planned_place", "wants_massage"});
    pregnancy.known.set("mother_id", start_.mother.empty() ? id_of("mother") : start_.mother);
}

void RegisteringModel::add_birth_parts() {
    RegisteredPart& birth =
        add_part("birth", "birth_event",
                 {"delivery_date", "fetus_count", "place", "attendant", "mode", "complications"});
    birth.known.set("mother_id", start_.mother.empty() ? id_of("mother") : start_.mother);
    // The babies' date of birth is hers.
    answers_["birth"] = PartAnswers(said_, ports_.today(), ports_.zone()).of(birth, context());
    for (int i = 1; i <= babies(); ++i) add_baby_parts(i, babies());
}

bool RegisteringModel::is_alive_at_birth(int number) const {
    const std::string outcome = said(with_number("outcome", number) + ".outcome");
    return outcome == "LIVE" || outcome == "NND";
}

// The baby is a person only if she was born alive; a stillbirth is asked nothing more (DOMAIN 5.4).
void RegisteringModel::add_baby_parts(int number, int count) {
    const std::string house = start_.family.empty() ? id_of("household") : start_.family;
    const std::string outcome_key = with_number("outcome", number);
    const bool has_died = said(outcome_key + ".outcome") == "NND";
    const std::string order = std::to_string(number);
    if (is_alive_at_birth(number)) {
        RegisteredPart& baby = add_part(with_number("baby", number), "person", {"full_name"});
        baby.known = role(house, "0", "1", "0");
        baby.known.set("mother_person_id", start_.mother.empty() ? id_of("mother") : start_.mother);
        baby.known.set_integer("birth_order", number);
        if (const std::string sex = said(outcome_key + ".sex"); !sex.empty()) {
            baby.known.set("sex", sex);
        }
        const Fields& birth = answers_.at("birth");
        if (birth.has("delivery_date")) {
            baby.known.set("birth_date", birth.text("delivery_date"));
        }
        if (has_died) baby.known.set("vital_status", "DEAD");
        if (has_died) baby.asked.emplace_back("death_date");
        baby.name_if_none = "By Ny " + mother_name() + (count > 1 ? " " + order : "");
    }
    RegisteredPart& outcome = add_part(outcome_key, "birth_outcome",
                                       {"outcome", "sex", "birth_weight_g", "imd", "bf_start_unit",
                                        "bf_start_value", "prelacteal_2d", "prelacteal_types"});
    outcome.known.set("birth_event_id", id_of("birth"));
    outcome.known.set_integer("birth_order", number);
    if (is_alive_at_birth(number))
        outcome.known.set("infant_id", id_of(with_number("baby", number)));
}

// The mother is away or has died: the baby is with her grandmother, for example.
void RegisteringModel::add_carer_parts() {
    const std::string house = start_.family.empty() ? id_of("household") : start_.family;
    RegisteredPart& carer = add_part("carer", "person", {"full_name", "sex"});
    carer.known = role(house, "0", "0", "1");
    RegisteredPart& baby =
        add_part("baby1", "person", {"full_name", "birth_date", "sex", "residence"});
    baby.known = role(house, "0", "1", "0");
    baby.known.set_integer("birth_order", 1);
}

void RegisteringModel::add_section(const std::string& title, const std::vector<std::string>& keys) {
    Section section{title, {}};
    for (const std::string& key : keys) {
        const std::size_t dot = key.find('.');
        const RegisteredPart* of = part(key.substr(0, dot));
        if (of == nullptr) continue;
        const forms::Question* question = of->form->find(key.substr(dot + 1));
        const auto& asked = of->asked;
        const bool is_asked = question != nullptr &&
                              std::find(asked.begin(), asked.end(), question->name) != asked.end();
        if (!is_asked) continue;
        const auto relevance = forms::relevance(*of->form, answers_[of->key], context());
        if (relevance.is_relevant(question->name)) section.asks.push_back({of, question});
    }
    if (!is_at_end(section)) sections_.push_back(std::move(section));
}

namespace {

std::vector<std::string> keys(const std::string& part, std::initializer_list<const char*> names) {
    std::vector<std::string> all;
    for (const char* name : names) all.push_back(part + "." + name);
    return all;
}

}  // namespace

void RegisteringModel::build_sections() {
    sections_.clear();
    add_section(tr("The house"),
                keys("household", {"head_name", "phone", "rt", "rw", "address_line", "landmark"}));
    add_section(tr("The mother"), keys("mother", {"full_name", "birth_date", "nik"}));
    add_section(tr("The pregnancy"),
                keys("pregnancy", {"expected_date", "source", "planned_place", "wants_massage"}));
    add_section(tr("The birth"), keys("birth", {"delivery_date", "fetus_count", "place",
                                                "attendant", "mode", "complications"}));
    add_section(tr("Who takes care of the baby"), keys("carer", {"full_name", "sex"}));
    for (int i = 1; i <= babies(); ++i) {
        const std::string baby = with_number("baby", i);
        const std::string outcome = with_number("outcome", i);
        std::vector<std::string> all = {outcome + ".outcome", baby + ".full_name"};
        for (const std::string& key :
             keys(baby, {"death_date", "birth_date", "sex", "residence"})) {
            all.push_back(key);
        }
        for (const char* name : {"sex", "birth_weight_g", "imd", "bf_start_unit", "bf_start_value",
                                 "prelacteal_2d", "prelacteal_types"}) {
            all.push_back(outcome + "." + name);
        }
        const std::string title =
            babies() > 1 ? tr("Baby {0}", {std::to_string(i)}) : tr("The baby");
        add_section(title, all);
    }
}

}  // namespace screens
