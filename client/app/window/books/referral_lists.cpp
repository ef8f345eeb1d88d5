// What the store's records say of referrals and of mothers.
#include "client/app/window/books/referral_book.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

namespace client_app {

using records::Record;
using screens::MotherRow;
using screens::ReferralRow;

namespace {

constexpr int kSignsCountDays = 7;  // as long as a referral's follow-up (DOMAIN 4.3)
constexpr int kMergesMax = 8;       // a circle of merges must end

base::Result<std::optional<Record>> found(store::Store& store, const std::string& id) {
    std::string now = id;
    for (int steps = 0; steps < kMergesMax && !now.empty(); ++steps) {
        TRY_LET(shown, store.find(now));
        if (!shown || records::is_retracted(shown->record)) break;
        const std::string kept = shown->record.fields.text("merged_into");
        if (kept.empty()) return std::optional<Record>(std::move(shown->record));
        now = kept;
    }
    return std::optional<Record>();
}

void put_place(const base::Fields& household, ReferralRow& row) {
    row.family_name = household.text("head_name");
    row.rt = household.text("rt");
    row.rw = household.text("rw");
}

void put_person(const Record& person, ReferralRow& row) {
    row.person = person.id.text();
    row.person_name = person.fields.text("full_name");
    row.is_infant = person.fields.text("is_infant") == "1";
    row.family = person.fields.text("household_id");
}

// Whom it is about has not arrived, was withdrawn or is lost in a circle of merges: it is shown
// all the same, without a name, at the family of the visit it was written on.
base::Status put_nobody(store::Store& store, const Record& referral, ReferralRow& row) {
    row.person = referral.fields.text("person_id");
    TRY_LET(visit, found(store, referral.fields.text("visit_id")));
    if (visit) row.family = visit->fields.text("household_id");
    return base::Done{};
}

ReferralRow row_of(const Record& referral) {
    const base::Fields& said = referral.fields;
    ReferralRow row;
    row.id = referral.id.text();
    row.unit = referral.unit;
    row.raised_at = base::parse_date_time(said.text("raised_at"))
                        .value_or(base::made_at(row.id).value_or(base::Instant{}));
    row.urgency = care::parse_urgency(said.text("urgency")).value_or(care::Urgency::RedNow);
    row.reasons = said.codes("reasons");
    // Raised by a person perhaps, never lowered below its reasons (DOMAIN 5.3).
    for (const std::string& code : row.reasons) {
        const care::DangerSign* sign = care::find_danger_sign(code);
        if (sign != nullptr) row.urgency = std::max(row.urgency, sign->urgency);
    }
    row.told_at = base::parse_date_time(said.text("notified_at"));
    row.outcome = said.text("outcome");
    row.feedback = said.text("feedback");
    row.closed_at = base::parse_date_time(said.text("closed_at"));
    return row;
}

// What is known of mothers, by the person's id, out of the records that speak of them.
class Mothers {
public:
    explicit Mothers(base::Date today) : today_(today) {}

    base::Status read(store::Store& store);
    std::vector<MotherRow> take();

private:
    base::Status each(store::Store& store, const char* type,
                      const std::function<void(const Record&)>& take);
    MotherRow* of(const Record& record, const char* field = "mother_id");
    void add_person(const Record& record);
    void add_birth(const Record& record);
    void add_pregnancy(const Record& record);
    void add_check(const Record& record);
    void add_referral(const Record& record);

    base::Date today_;
    std::map<std::string, MotherRow> rows_;
    std::unordered_map<std::string, std::string> mother_of_;                       // by infant
    std::unordered_map<std::string, std::pair<std::string, std::string>> places_;  // RT and RW
    std::unordered_map<std::string, base::Date> visit_day_;
    std::unordered_map<std::string, std::pair<base::Date, bool>> checked_;  // by mother
};

base::Status Mothers::each(store::Store& store, const char* type,
                           const std::function<void(const Record&)>& take) {
    TRY_LET(records, store.list(type));
    for (const Record& record : records) {
        if (!records::is_retracted(record)) take(record);
    }
    return base::Done{};
}

MotherRow* Mothers::of(const Record& record, const char* field) {
    std::string id = record.fields.text(field);
    const auto mother = mother_of_.find(id);
    if (mother != mother_of_.end()) id = mother->second;
    const auto row = rows_.find(id);
    return row == rows_.end() ? nullptr : &row->second;
}

void Mothers::add_person(const Record& record) {
    const base::Fields& fields = record.fields;
    const std::string id = record.id.text();
    if (fields.text("is_infant") == "1") mother_of_[id] = fields.text("mother_person_id");
    const bool is_here =
        fields.text("vital_status") != "DEAD" && fields.text("merged_into").empty();
    if (fields.text("is_mother") != "1" || !is_here) return;
    MotherRow& row = rows_[id];
    row.id = id;
    row.name = fields.text("full_name");
    row.family = fields.text("household_id");
    row.unit = record.unit;
}

void Mothers::add_birth(const Record& record) {
    const auto day = base::local_date_of(record.fields.text("delivery_date"));
    MotherRow* row = of(record);
    if (row != nullptr && day) row->last_birth = std::max(row->last_birth, day);
}

void Mothers::add_pregnancy(const Record& record) {
    const std::string outcome = record.fields.text("outcome");
    MotherRow* row = of(record);
    if (row == nullptr || (!outcome.empty() && outcome != "ONGOING")) return;
    row->is_pregnant = true;
    row->expected = base::local_date_of(record.fields.text("expected_date"));
}

// Only her newest check speaks of today.
void Mothers::add_check(const Record& record) {
    const auto visit = visit_day_.find(record.fields.text("visit_id"));
    const MotherRow* row = of(record);
    if (row == nullptr || visit == visit_day_.end()) return;
    const bool has_sign = !care::signs_in(record.fields, care::Subject::Mother).empty();
    auto& [day, has] = checked_[row->id];
    if (visit->second < day) return;
    has = has_sign || (visit->second == day && has);
    day = visit->second;
}

void Mothers::add_referral(const Record& record) {
    MotherRow* row = of(record, "person_id");
    if (row != nullptr && record.fields.text("outcome").empty()) row->has_open_referral = true;
}

base::Status Mothers::read(store::Store& store) {
    TRY(each(store, "person", [this](const Record& each) { add_person(each); }));
    TRY(each(store, "household", [this](const Record& each) {
        places_[each.id.text()] = {each.fields.text("rt"), each.fields.text("rw")};
    }));
    TRY(each(store, "birth_event", [this](const Record& each) { add_birth(each); }));
    TRY(each(store, "pregnancy", [this](const Record& each) { add_pregnancy(each); }));
    TRY(each(store, "visit", [this](const Record& visit) {
        const auto day = base::local_date_of(visit.fields.text("started_at"));
        if (day) visit_day_[visit.id.text()] = *day;
    }));
    TRY(each(store, "mother_check", [this](const Record& each) { add_check(each); }));
    return each(store, "referral", [this](const Record& each) { add_referral(each); });
}

std::vector<MotherRow> Mothers::take() {
    std::vector<MotherRow> rows;
    for (auto& [id, row] : rows_) {
        const auto last = checked_.find(id);
        row.has_danger_sign = last != checked_.end() && last->second.second &&
                              base::days_between(last->second.first, today_) <= kSignsCountDays;
        std::tie(row.rt, row.rw) = places_[row.family];
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(),
              [](const MotherRow& a, const MotherRow& b) { return a.name < b.name; });
    return rows;
}

}  // namespace

base::Result<std::vector<ReferralRow>> read_referrals(store::Store& store) {
    TRY_LET(referrals, store.list("referral"));
    std::vector<ReferralRow> rows;
    for (const Record& referral : referrals) {
        if (records::is_retracted(referral)) continue;
        TRY_LET(person, found(store, referral.fields.text("person_id")));
        ReferralRow row = row_of(referral);
        if (person) put_person(*person, row);
        if (!person) TRY(put_nobody(store, referral, row));
        TRY_LET(household, found(store, row.family));
        if (household) put_place(household->fields, row);
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const ReferralRow& a, const ReferralRow& b) {
        return a.raised_at.unix_ms > b.raised_at.unix_ms;
    });
    return rows;
}

base::Result<std::vector<MotherRow>> read_mothers(store::Store& store, base::Date today) {
    Mothers mothers(today);
    TRY(mothers.read(store));
    return mothers.take();
}

}  // namespace client_app
