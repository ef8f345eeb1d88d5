#include "client/screens/quick/quick_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;
using Kind = QuickStop::Kind;

namespace {

constexpr std::size_t kMatchesMax = 6;
constexpr std::size_t kLettersMin = 2;

const Draft* half_row(const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
        if (draft.type == kQuickDraft) return &draft;
    }
    return nullptr;
}

}  // namespace

std::size_t QuickDay::count() const {
    return static_cast<std::size_t>(std::count_if(
        saved.begin(), saved.end(), [](const QuickSaved& row) { return !row.is_undone; }));
}

QuickModel::QuickModel(const Ports& ports, QuickDay& day)
    : ports_(ports), day_(day), me_(ports.session.me()) {
    if (day_.visit_type.empty())
        day_.visit_type = me_.role == "BIDAN" ? "NAKES_HOME" : "KADER_HOME";
    const std::vector<Draft> drafts = ports_.records.drafts();
    if (const Draft* draft = half_row(drafts)) {
        take_up(*draft);
    } else {
        begin_row();
    }
    version_ = ports_.families.version();
}

// The day alone is taken from the row above: no answer ever is.
void QuickModel::begin_row() {
    const std::string above = day_text;
    is_kept_ = true;
    row_ = {};
    row_.visit = ports_.records.new_id();
    row_.day = above.empty() ? words::typed_date(base::add_days(ports_.today(), -1)) : above;
    day_text = row_.day;
    query.clear();
    weight.clear();
    temp.clear();
    contacts.clear();
    matches_.clear();
    people_ = {};
    alarm_ = nullptr;
    settle();
    go_to({Kind::Who, 0});
}

void QuickModel::take_up(const Draft& draft) {
    row_ = from_draft(draft);
    day_text = row_.day;
    weight = row_.weight;
    temp = row_.temp;
    contacts = row_.contacts;
    read_people();
    settle();
    const auto open = std::find_if(cells_.begin(), cells_.end(),
                                   [](const QuickCell& cell) { return cell.answer.empty(); });
    if (row_.household.empty()) return go_to({Kind::Who, 0});
    if (open == cells_.end()) return go_to({Kind::Save, 0});
    go_to({Kind::Cell, static_cast<std::size_t>(open - cells_.begin())});
}

void QuickModel::refresh() {
    if (version_ == ports_.families.version()) return;
    version_ = ports_.families.version();
    read_people();
    settle();
    query_typed();
}

void QuickModel::read_people() {
    people_ = {};
    if (!row_.household.empty()) people_ = people_of(ports_, row_.household, day_or_today());
}

std::optional<Date> QuickModel::day_of_row() const {
    return words::parse_typed_date(base::trimmed(row_.day), ports_.today());
}

Date QuickModel::day_or_today() const {
    return day_of_row().value_or(ports_.today());
}

// Kept while something is typed; a row that is empty again leaves nothing behind.
void QuickModel::keep() {
    is_kept_ = true;
    if (row_.is_untouched()) {
        if (!ports_.records.discard_draft(row_.visit).ok()) {
            trouble_ = {later("Not kept: the laptop's disk refused."), {}};
        }
        return;
    }
    Draft draft;
    draft.id = row_.visit;
    draft.type = kQuickDraft;
    draft.family = row_.household;
    draft.answers = to_draft(row_);
    draft.saved_at = ports_.clock.now();
    trouble_ = {};
    is_kept_ = ports_.records.put_draft(draft).ok();
    if (!is_kept_) trouble_ = {later("Not kept: the laptop's disk refused."), {}};
}

bool QuickModel::keep_row() {
    if (!is_kept_) keep();
    return is_kept_;
}

void QuickModel::settle() {
    const QuickVisit* earlier = standing();
    cells_ = cells_of(ports_, row_, people_, visit(), day_or_today(),
                      earlier != nullptr && earlier->has_mother);
    find_problems();
    find_signs();
}

// As in a draft of the row: it may be one in a moment.
void QuickModel::find_signs() {
    alarms_.clear();
    if (!has_sign()) return;
    const auto family = ports_.families.family(row_.household);
    if (!family.ok()) return;
    Draft row;
    row.type = kQuickDraft;
    row.family = row_.household;
    row.answers = to_draft(row_);
    row.saved_at = ports_.clock.now();
    alarms_ = begun_alarms(ports_, family.value(), row);
}

// ---- what was typed

void QuickModel::typed() {
    const bool is_other_day = row_.day != day_text;
    row_.day = day_text;
    row_.weight = weight;
    row_.temp = temp;
    row_.contacts = contacts;
    if (is_other_day) read_people();
    keep();
    settle();
}

void QuickModel::visit_type_chosen(const std::string& code) {
    day_.visit_type = code;
}

const QuickCell* QuickModel::cell() const {
    return at_.kind == Kind::Cell && at_.cell < cells_.size() ? &cells_[at_.cell] : nullptr;
}

void QuickModel::key(char typed) {
    const QuickCell* asked = cell();
    if (asked == nullptr || alarm_ != nullptr) return;
    const QuickKey* pressed = asked->key_of(typed);
    if (pressed == nullptr) return;
    const QuickCell before = *asked;
    const std::string code = pressed->code;
    if (before.name == kMotherMet && before.form.empty()) row_.mother_met = code;
    if (before.name == kWhichInfant && before.form.empty()) row_.infant = code;
    if (!before.form.empty()) row_.answers_of(before.form).set(before.name, code);
    keep();
    settle();
    move_on();
    if (!before.is_danger || code != "1") return;
    alarm_form_ = before.form;
    alarm_field_ = before.name;
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (care::field_of(sign) == before.name) alarm_ = &sign;
    }
}

void QuickModel::wiped() {
    if (cell() == nullptr) return;
    if (cell()->answer.empty() && at_.cell > 0) go_to({Kind::Cell, at_.cell - 1});
    const QuickCell wiped = *cell();
    if (wiped.form.empty()) {
        (wiped.name == kMotherMet ? row_.mother_met : row_.infant).clear();
    } else {
        row_.answers_of(wiped.form).erase(wiped.name);
    }
    keep();
    settle();
}

// ---- the keyboard's way

std::vector<QuickStop> QuickModel::stops() const {
    std::vector<QuickStop> all = {{Kind::Day, 0}, {Kind::Who, 0}};
    std::size_t cell = 0;
    for (; cell < cells_.size() && cells_[cell].form.empty(); ++cell)
        all.push_back({Kind::Cell, cell});
    if (asks_infant(row_)) {
        all.push_back({Kind::Weight, 0});
        all.push_back({Kind::Temp, 0});
    }
    if (people_.is_known) all.push_back({Kind::Contacts, 0});
    for (; cell < cells_.size(); ++cell) all.push_back({Kind::Cell, cell});
    if (people_.is_known) all.push_back({Kind::Save, 0});
    return all;
}

void QuickModel::move_on() {
    const std::vector<QuickStop> all = stops();
    const auto here = std::find(all.begin(), all.end(), at_);
    if (here == all.end() || here + 1 == all.end()) return;
    go_to(*(here + 1));
}

void QuickModel::go_to(QuickStop stop) {
    at_ = stop;
    wanted_ = stop;
}

// ---- the family

void QuickModel::query_typed() {
    matches_.clear();
    if (base::trimmed(query).size() < kLettersMin) return;
    matches_ = ports_.families.list(query);
    if (matches_.size() > kMatchesMax) matches_.resize(kMatchesMax);
}

void QuickModel::chosen(std::size_t match) {
    if (match >= matches_.size()) return;
    row_.household = matches_[match].id;
    read_people();
    // A single baby is the one that is meant; of twins the cadre says which.
    if (people_.infants.size() == 1) row_.infant = people_.infants.front().id;
    query.clear();
    matches_.clear();
    keep();
    settle();
    at_ = {Kind::Who, 0};
    move_on();
}

void QuickModel::let_go() {
    const std::string above = row_.day;
    const std::string id = row_.visit;
    row_ = {};
    row_.visit = id;
    row_.day = above;
    weight.clear();
    temp.clear();
    contacts.clear();
    people_ = {};
    keep();
    settle();
    go_to({Kind::Who, 0});
}

// ---- a danger sign

void QuickModel::alarm_was_slip() {
    row_.answers_of(alarm_form_).erase(alarm_field_);
    alarm_ = nullptr;
    keep();
    settle();
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const bool is_it = cells_[i].form == alarm_form_ && cells_[i].name == alarm_field_;
        if (is_it) go_to({Kind::Cell, i});
    }
}

// Also one that nobody answered with yes: a temperature that was measured shows it by itself.
bool QuickModel::has_sign() const {
    const Fields check = answers_for(row_, people_, "infant_check", day_or_today());
    if (asks_infant(row_) && !care::signs_in(check, care::Subject::Infant).empty()) return true;
    return std::any_of(cells_.begin(), cells_.end(),
                       [](const QuickCell& cell) { return cell.is_danger && cell.answer == "1"; });
}

std::size_t QuickModel::left() const {
    return static_cast<std::size_t>(std::count_if(
        cells_.begin(), cells_.end(), [](const QuickCell& cell) { return cell.answer.empty(); }));
}

}  // namespace screens
