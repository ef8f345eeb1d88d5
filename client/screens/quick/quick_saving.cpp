// How a row becomes records, and how they are taken back.
#include "client/screens/quick/quick_model.h"
#include "client/screens/record/typed_answers.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"
#include "shared/records/record.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;
using Kind = QuickStop::Kind;

namespace {

// Written into records, so in the language of the records.
constexpr const char* kNoHour = "Disalin dari catatan kertas; jam kunjungan tidak dicatat.";

constexpr const char* kDayField = "day";
constexpr const char* kWeightField = "weight";
constexpr const char* kTempField = "temp";
constexpr const char* kContactsField = "contacts";

forms::Problem problem(const char* field, const char* message) {
    return {field, "typed", forms::Severity::Error, tr(message)};
}

// What cells_of makes a question of the row.
bool is_asked_here(const Save& save, const forms::Question& question) {
    return question.type == forms::QuestionType::SelectOne && save.type != "visit" &&
           save.type != "service_contact";
}

bool is_of_session(const forms::Question* question) {
    return question != nullptr && question->has_appearance("from-session");
}

}  // namespace

// A row of this sign-in first. Else one of the same role in the store, in which whom this row is
// about has no check yet: another baby of the same visit, perhaps typed before the window locked.
const QuickVisit* QuickModel::standing() const {
    const auto is_of_rows = [&](const QuickVisit& visit) {
        return std::any_of(day_.saved.begin(), day_.saved.end(), [&](const QuickSaved& row) {
            return !row.is_undone && row.visit == visit.id;
        });
    };
    for (const QuickVisit& visit : people_.met) {
        if (is_of_rows(visit)) return &visit;
    }
    for (const QuickVisit& visit : people_.met) {
        const bool is_ours = visit.role.empty() || me_.role.empty() || visit.role == me_.role;
        const bool is_new_there = asks_infant(row_) && !visit.has_checked(row_.infant);
        if (is_ours && is_new_there) return &visit;
    }
    return nullptr;
}

Fields QuickModel::visit() const {
    Fields visit = visit_answers(row_, people_, me_, day_or_today(), ports_.zone());
    visit.set("visit_type", day_.visit_type);
    visit.set("note", kNoHour);
    return visit;
}

// What is typed and cannot be read; then what each form says, but for what is only not answered
// yet.
void QuickModel::find_problems() {
    problems_.clear();
    elsewhere_ = {};
    const auto day = day_of_row();
    if (!day) problems_.push_back(problem(kDayField, later("This is no date. Write 5-3-2026.")));
    if (!people_.is_known) return;
    if (!base::trimmed(row_.weight).empty() && !read_weight_g(row_.weight)) {
        problems_.push_back(problem(kWeightField, later("Weight: write 4,2 (kg) or 4200 (g).")));
    }
    const Typed temperature{row_.temp, {}};
    if (!row_.temp.empty() &&
        !read_typed(forms::QuestionType::Decimal, temperature, day_or_today(), {})) {
        problems_.push_back(problem(kTempField, later("Temperature: write 36,7.")));
    }
    if (!read_contacts(row_.contacts, day_or_today())) {
        problems_.push_back(
            problem(kContactsField, later("Handbook: write KF1 3-3, KN1 3-3 and so on.")));
    }
    const forms::Context context = context_of(ports_, row_, visit());
    for (const Save& save : saves()) {
        const forms::Form* form = ports_.records.forms().find(save.type);
        if (form == nullptr) continue;
        const bool is_edit = save.type == "visit" && save.record != row_.visit;
        for (forms::Problem& each : forms::check(*form, save.answers, context)) {
            const forms::Question* question = form->find(each.field);
            if (is_of_session(question)) continue;
            if (each.code != "required") {
                problems_.push_back(std::move(each));
            } else if (!is_edit && question != nullptr && !is_asked_here(save, *question)) {
                add_elsewhere(save.type, *question);
            }
        }
    }
}

// A form, perhaps newer than this program, insists on what no key of a row answers. The visit
// itself is saved before its forms are opened, so what that lacks is answered at the family.
void QuickModel::add_elsewhere(const std::string& form, const forms::Question& question) {
    if (!asks_infant(row_) && !asks_mother(row_, people_) && row_.contacts.empty()) return;
    const std::string& label = question.label.in(words::code());
    const std::vector<std::string> name = {label.empty() ? question.name : label};
    const bool is_visit = form == "visit";
    const std::string message =
        is_visit ? tr("The form also asks “{0}”. Record this visit on the family's page.", name)
                 : tr("The form also asks “{0}”. Go on with this row as a full visit.", name);
    problems_.push_back({question.name, "elsewhere", forms::Severity::Error, message});
    elsewhere_.is_at_visit = elsewhere_.is_at_visit || is_visit;
    if (elsewhere_.form.empty()) elsewhere_ = {form, question.name, elsewhere_.is_at_visit};
}

bool QuickModel::is_complete() const {
    const bool is_anybody = asks_infant(row_) || asks_mother(row_, people_) ||
                            (standing() != nullptr && !row_.contacts.empty());
    return people_.is_known && is_anybody && left() == 0 && !forms::blocks(problems_);
}

Save QuickModel::save_of(const std::string& type, const std::string& id, Fields answers) const {
    const forms::Form* form = ports_.records.forms().find(type);
    Save save;
    save.type = type;
    save.form_version = form != nullptr ? form->version : std::string();
    save.record = id;
    save.answers = std::move(answers);
    return save;
}

void QuickModel::add_contacts(std::vector<Save>& saves) const {
    const Date day = day_or_today();
    for (const QuickContact& contact :
         read_contacts(row_.contacts, day).value_or(std::vector<QuickContact>())) {
        const bool is_mothers = contact.code.starts_with("KF");
        Fields answers;
        answers.set("person_id", is_mothers ? people_.mother : row_.infant);
        answers.set("birth_event_id", people_.birth);
        answers.set("code", contact.code);
        answers.set("contact_date", base::to_text(contact.on));
        answers.set("source", "SIGHTED");
        answers.set("seen_on", base::to_text(day));
        answers.set("visit_id", row_.visit);
        saves.push_back(save_of("service_contact", {}, std::move(answers)));
    }
}

// A twin's row: the visit that stands has seen her too.
void QuickModel::add_to_visit(const QuickVisit& earlier, std::vector<Save>& saves) const {
    const auto standing = ports_.records.open_record(earlier.id);
    if (!standing.ok()) return;
    std::vector<std::string> seen = standing.value().answers.codes("persons_seen");
    const std::size_t before = seen.size();
    const auto add = [&](const std::string& person) {
        if (std::find(seen.begin(), seen.end(), person) == seen.end()) seen.push_back(person);
    };
    if (asks_mother(row_, people_)) add(people_.mother);
    if (asks_infant(row_)) add(row_.infant);
    if (seen.size() == before) return;
    Fields more;
    more.set("persons_seen", base::joined(seen, " "));
    saves.push_back(save_of("visit", earlier.id, std::move(more)));
    saves.back().base = standing.value().base;
}

// The visit first, since the others name it; the draft goes with the last one.
std::vector<Save> QuickModel::saves() const {
    std::vector<Save> all;
    const QuickVisit* earlier = standing();
    const Date day = day_or_today();
    if (earlier == nullptr) all.push_back(save_of("visit", row_.visit, visit()));
    if (earlier != nullptr) add_to_visit(*earlier, all);
    const auto add = [&](const char* form) {
        all.push_back(save_of(form, {}, answers_for(row_, people_, form, day)));
    };
    if (asks_infant(row_)) add("infant_check");
    if (asks_mother(row_, people_) && (earlier == nullptr || !earlier->has_mother)) {
        add("mother_check");
    }
    if (asks_infant(row_)) add("feeding_recall");
    add_contacts(all);
    if (earlier != nullptr) {
        for (Save& save : all) {
            if (save.type != "visit") save.answers.set("visit_id", earlier->id);
        }
    }
    if (!all.empty()) all.back().draft = row_.visit;
    return all;
}

QuickSaved QuickModel::saved_as(const std::vector<Save>& saves,
                                const std::vector<std::string>& ids) const {
    const QuickVisit* earlier = standing();
    QuickSaved row;
    row.visit = earlier != nullptr ? earlier->id : row_.visit;
    row.household = row_.household;
    row.on = day_or_today();
    std::vector<std::string> names, what;
    if (!people_.mother_name.empty()) names.push_back(people_.mother_name);
    for (const Person& infant : people_.infants) {
        if (infant.id == row_.infant) names.push_back(infant.name);
    }
    row.name = names.empty() ? people_.name : base::joined(names, ", ");
    if (!row_.weight.empty()) {
        what.push_back(tr("{0} g", {std::to_string(read_weight_g(row_.weight).value_or(0))}));
    }
    if (!row_.contacts.empty()) what.push_back(row_.contacts);
    row.what = base::joined(what, "  ·  ");
    row.has_sign = has_sign();
    for (std::size_t i = 0; i < ids.size() && i < saves.size(); ++i) {
        if (earlier != nullptr && saves[i].type == "visit") {  // another row's
            for (const std::string& person : saves[i].answers.codes("persons_seen")) {
                if (!earlier->has_seen(person)) row.added.push_back(person);
            }
            continue;
        }
        row.records.push_back({saves[i].type, ids[i]});
    }
    return row;
}

bool QuickModel::save_clicked() {
    if (!is_complete()) {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (!cells_[i].answer.empty()) continue;
            go_to({Kind::Cell, i});
            break;
        }
        return false;
    }
    const std::vector<Save> all = saves();
    const auto ids = ports_.records.save_all(all);
    if (!ids.ok()) {
        const bool is_full = ids.error().code == base::ErrorCode::DiskFull;
        trouble_ = is_full
                       ? words::Sentence{later("Not saved: the disk is full. The row stays."), {}}
                       : words::Sentence{later("Not saved. The row stays here; try again."), {}};
        return false;
    }
    day_.saved.push_back(saved_as(all, ids.value()));
    trouble_ = {};
    refusal_ = {};
    if (day_.saved.back().has_sign) open_family_ = row_.household;
    note_ = tr("Saved on this laptop: {0}", {day_.saved.back().name});
    version_ = ports_.families.version();
    begin_row();
    return true;
}

std::optional<std::string> QuickModel::take_family() {
    if (open_family_.empty()) return std::nullopt;
    return std::exchange(open_family_, {});
}

void QuickModel::clear_clicked() {
    row_ = [this] {
        QuickRow empty;
        empty.visit = row_.visit;
        return empty;
    }();
    keep();
    begin_row();
}

}  // namespace screens
