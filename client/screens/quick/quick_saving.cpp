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
constexpr const char* kInHandbook = " Di buku KIA tertulis: ";
constexpr const char* kUndone = "Dibatalkan saat catat cepat";

constexpr const char* kDayField = "day";
constexpr const char* kWeightField = "weight";
constexpr const char* kTempField = "temp";
constexpr const char* kContactsField = "contacts";

forms::Problem problem(const char* field, const char* message) {
    return {field, "typed", forms::Severity::Error, tr(message)};
}

bool is_of_session(const forms::Question* question) {
    return question != nullptr && question->has_appearance("from-session");
}

}  // namespace

const QuickSaved* QuickModel::earlier_row() const {
    const auto on = day_of_row();
    for (const QuickSaved& row : day_.saved) {
        const bool is_same = !row.is_undone && row.household == row_.household && on == row.on;
        if (is_same && !row_.household.empty()) return &row;
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
        for (forms::Problem& each : forms::check(*form, save.answers, context)) {
            const bool is_open = each.code == "required";
            if (!is_open && !is_of_session(form->find(each.field))) {
                problems_.push_back(std::move(each));
            }
        }
    }
}

bool QuickModel::is_complete() const {
    const bool is_anybody = asks_infant(row_) || asks_mother(row_, people_) ||
                            (earlier_row() != nullptr && !row_.contacts.empty());
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
void QuickModel::add_to_visit(const QuickSaved& earlier, std::vector<Save>& saves) const {
    const auto standing = ports_.records.answers_of(earlier.visit);
    if (!standing.ok() || !asks_infant(row_)) return;
    const std::string seen = standing.value().text("persons_seen");
    Fields more;
    more.set("persons_seen", seen.empty() ? row_.infant : seen + " " + row_.infant);
    saves.push_back(save_of("visit", earlier.visit, std::move(more)));
}

// The visit first, since the others name it; the draft goes with the last one.
std::vector<Save> QuickModel::saves() const {
    std::vector<Save> all;
    const QuickSaved* earlier = earlier_row();
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
            if (save.type != "visit") save.answers.set("visit_id", earlier->visit);
        }
    }
    if (!all.empty()) all.back().draft = row_.visit;
    return all;
}

QuickSaved QuickModel::saved_as(const std::vector<Save>& saves,
                                const std::vector<std::string>& ids) const {
    const QuickSaved* earlier = earlier_row();
    QuickSaved row;
    row.visit = earlier != nullptr ? earlier->visit : row_.visit;
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
        if (earlier != nullptr && saves[i].type == "visit") continue;  // another row's
        row.records.push_back({saves[i].type, ids[i]});
        row.has_mother = row.has_mother || saves[i].type == "mother_check";
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

// Nothing is deleted: the records say that they do not count, and why.
void QuickModel::undo_pressed() {
    const auto last = std::find_if(day_.saved.rbegin(), day_.saved.rend(),
                                   [](const QuickSaved& row) { return !row.is_undone; });
    if (last == day_.saved.rend()) return;
    std::vector<Save> all;
    for (auto each = last->records.rbegin(); each != last->records.rend(); ++each) {
        Fields gone;
        gone.set(records::kRetracted, "1");
        gone.set(records::kRetractReason, kUndone);
        Save save = save_of(each->type, each->id, std::move(gone));
        save.reason = kUndone;
        all.push_back(std::move(save));
    }
    if (!ports_.records.save_all(all).ok()) {
        trouble_ = {later("Not saved. The row stays here; try again."), {}};
        return;
    }
    last->is_undone = true;
    note_ = tr("Withdrawn: {0}", {last->name});
    settle();
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

namespace {

bool waits_in_its_form(const Save& save) {
    return save.type != "visit" && save.type != "service_contact";
}

}  // namespace

// What the visit and the handbook say is whole and saved now. A contact that cannot be read, or
// that its form does not take, is kept in the visit's note: a sign waits for nobody's handbook.
std::vector<Save> QuickModel::saves_now() const {
    std::vector<Save> now;
    const forms::Context context = context_of(ports_, row_, visit());
    bool is_left_out = !read_contacts(row_.contacts, day_or_today());
    for (Save& save : saves()) {
        if (waits_in_its_form(save)) continue;
        const forms::Form* form = ports_.records.forms().find(save.type);
        const bool is_taken = save.type == "visit" || form == nullptr ||
                              !forms::blocks(forms::check(*form, save.answers, context));
        save.draft.clear();
        is_left_out = is_left_out || !is_taken;
        if (is_taken) now.push_back(std::move(save));
    }
    if (now.empty()) return now;
    now.back().draft = row_.visit;
    if (is_left_out && earlier_row() == nullptr) {
        now.front().answers.set("note", kNoHour + (kInHandbook + base::trimmed(row_.contacts)));
    }
    return now;
}

// One draft for each check; none of them, where the disk takes not all.
std::optional<std::vector<Draft>> QuickModel::drafts_of_checks(const std::string& visit_id) {
    std::vector<Draft> drafts;
    for (Save& save : saves()) {
        if (!waits_in_its_form(save)) continue;
        Draft draft;
        draft.id = ports_.records.new_draft_id();
        draft.type = save.type;
        draft.form_version = save.form_version;
        draft.family = row_.household;
        draft.answers = std::move(save.answers);
        draft.answers.set("visit_id", visit_id);
        draft.saved_at = ports_.clock.now();
        drafts.push_back(std::move(draft));
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (ports_.records.put_draft(drafts[i]).ok()) continue;
        for (std::size_t k = 0; k < i; ++k) (void)ports_.records.discard_draft(drafts[k].id);
        return std::nullopt;
    }
    return drafts;
}

// The visit is saved as met; what was typed of each check waits in its form as a draft. Where the
// disk refuses, the row stays as it is, with its sign.
std::optional<FormStart> QuickModel::go_on_as_visit() {
    const QuickSaved* earlier = earlier_row();
    const bool is_new = earlier == nullptr;
    const std::string visit_id = is_new ? row_.visit : earlier->visit;
    const std::vector<Save> now = saves_now();
    const auto drafts = drafts_of_checks(visit_id);
    auto ids = drafts ? ports_.records.save_all(now)
                      : base::Result<std::vector<std::string>>(
                            base::Error{base::ErrorCode::Storage, "the drafts were not kept"});
    if (!ids.ok()) {
        if (drafts) {
            for (const Draft& draft : *drafts) (void)ports_.records.discard_draft(draft.id);
        }
        trouble_ = {later("Not saved. The row stays here; try again."), {}};
        alarm_ = nullptr;
        return std::nullopt;
    }
    FormStart start;
    for (const Draft& draft : *drafts) {
        if (draft.type != alarm_form_) continue;
        start.type = draft.type;
        start.family = row_.household;
        start.draft = draft.id;
        start.field = alarm_field_;
    }
    QuickSaved row = saved_as(now, ids.value());
    row.has_sign = true;
    if (!row.records.empty()) day_.saved.push_back(std::move(row));
    clear_clicked();
    return start;
}

}  // namespace screens
