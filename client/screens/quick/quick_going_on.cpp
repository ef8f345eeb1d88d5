// A row that is gone on with as a full visit: for a danger sign, or for what no key answers.
#include "client/screens/quick/quick_model.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::later;

namespace {

// Written into records, so in the language of the records.
constexpr const char* kInHandbook = " Di buku KIA tertulis: ";

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
    if (is_left_out) note_contacts(now);
    if (!now.empty()) now.back().draft = row_.visit;
    return now;
}

// In the note of the row's own visit, or added to that of the visit which stands.
void QuickModel::note_contacts(std::vector<Save>& now) const {
    const QuickVisit* earlier = standing();
    std::string note = earlier == nullptr ? now.front().answers.text("note") : std::string();
    if (earlier != nullptr) {
        if (now.empty() || now.front().type != "visit") {
            now.insert(now.begin(), save_of("visit", earlier->id, {}));
        }
        const auto opened = ports_.records.open_record(earlier->id);
        if (opened.ok()) note = opened.value().answers.text("note");
        if (opened.ok() && !now.front().base) now.front().base = opened.value().base;
    }
    note += typed_contacts();
    now.front().answers.set("note", note);
}

std::string QuickModel::typed_contacts() const {
    return kInHandbook + base::trimmed(row_.contacts);
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
    const QuickVisit* earlier = standing();
    const bool is_new = earlier == nullptr;
    const std::string visit_id = is_new ? row_.visit : earlier->id;
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
        if (!start.type.empty() && draft.type != alarm_form_) continue;
        start.type = draft.type;
        start.family = row_.household;
        start.draft = draft.id;
        start.field = draft.type == alarm_form_ ? alarm_field_ : std::string();
    }
    QuickSaved row = saved_as(now, ids.value());
    row.drafts = *drafts;
    if (!is_new && !now.empty() && now.front().answers.has("note")) row.noted = typed_contacts();
    day_.saved.push_back(std::move(row));
    refusal_ = {};
    if (drafts->empty()) open_family_ = row_.household;
    clear_clicked();
    if (start.type.empty()) return std::nullopt;
    return start;
}

std::optional<FormStart> QuickModel::go_on_with_sign() {
    if (alarms_.empty()) return std::nullopt;
    const Alarm& worst = alarms_.front();
    alarm_form_ = worst.subject == care::Subject::Mother ? "mother_check" : "infant_check";
    alarm_field_ = care::field_of(*worst.signs.front());
    return go_on_as_visit();
}

std::optional<FormStart> QuickModel::elsewhere_pressed() {
    if (!is_asked_elsewhere()) return std::nullopt;
    alarm_form_ = elsewhere_.form;
    alarm_field_ = elsewhere_.field;
    return go_on_as_visit();
}

}  // namespace screens
