#include "client/app/recording/families.h"

#include "shared/care/closure.h"
#include "shared/care/home.h"
#include "shared/care/training.h"

#include <algorithm>

namespace client_app {

namespace {

class Stored final : public care::RecordSource {
public:
    explicit Stored(store::Store& store) : store_(store) {}

    Result<std::optional<records::Record>> find(const std::string& id) override {
        TRY_LET(shown, store_.find(id));
        if (!shown) return std::optional<records::Record>();
        return std::optional<records::Record>(std::move(shown->record));
    }

    Result<std::vector<records::Record>> naming(const std::string& id) override {
        return store_.naming(id);
    }

private:
    store::Store& store_;
};

bool is_on_work_list(const care::Task& task) {
    return task.status == care::TaskStatus::Due || task.status == care::TaskStatus::Overdue;
}

DueTask due_task(const care::Task& task, const records::Record& household) {
    DueTask due;
    due.household = household.id.text();
    due.household_name = household.fields.text("head_name");
    due.person = task.person->id().text();
    due.person_name = task.person->record->fields.text("full_name");
    due.code = task.code;
    due.due_from = task.due_from;
    due.due_to = task.due_to;
    due.expires_on = task.expires_on;
    due.status = task.status;
    return due;
}

// Its family is on another's page (SYNC 17).
bool is_joined(const records::Record& household) {
    return !household.fields.text("merged_into").empty();
}

// Overdue first by their last day, then due by theirs; families and names keep ties stable.
bool comes_before(const DueTask& a, const DueTask& b) {
    const bool a_late = a.status == care::TaskStatus::Overdue;
    const bool b_late = b.status == care::TaskStatus::Overdue;
    if (a_late != b_late) return a_late;
    const base::Date a_day = a_late ? a.expires_on : a.due_to;
    const base::Date b_day = b_late ? b.expires_on : b.due_to;
    if (a_day != b_day) return a_day < b_day;
    return a.person_name < b.person_name;
}

constexpr std::string_view kLiveInfants = "live_infants";
constexpr std::string_view kTrainerUntil = "massage_trainer_until";

// Nobody writes it down: it is the last day of what she passed.
std::optional<std::string> trainer_until(store::Store& store, std::string_view user) {
    auto trainings = store.list(std::string(care::kCadreTraining));
    if (!trainings.ok()) return std::nullopt;
    const auto until = care::Trainings(trainings.value()).valid_until(user);
    return until ? std::optional(base::to_text(*until)) : std::nullopt;
}

const care::Birth* latest_birth(const care::Family& family, const care::Person& mother) {
    const care::Birth* latest = nullptr;
    for (const care::Birth& birth : family.births()) {
        if (birth.mother != &mother) continue;
        if (latest == nullptr || birth.delivery_date > latest->delivery_date) latest = &birth;
    }
    return latest;
}

// Nothing is known before a birth and the outcome of each child are here.
std::optional<int> live_infants(store::Store& store, std::string_view mother_id) {
    auto records = closure_of(store, mother_id);
    if (!records.ok()) return std::nullopt;
    const care::Family family{records.value()};
    const care::Person* mother = family.person(mother_id);
    const care::Birth* birth = mother == nullptr ? nullptr : latest_birth(family, *mother);
    if (birth == nullptr) return std::nullopt;
    const auto outcomes = family.outcomes_of(*birth);
    if (outcomes.empty()) return std::nullopt;
    int living = 0;
    for (const care::Outcome* outcome : outcomes) {
        const bool was_born_alive = outcome->kind == care::Outcome::Kind::Live;
        if (was_born_alive && outcome->infant != nullptr && !outcome->infant->is_dead) ++living;
    }
    return living;
}

}  // namespace

Result<std::vector<records::Record>> closure_of(store::Store& store, std::string_view seed) {
    Stored source(store);
    return care::closure_of(source, seed);
}

std::optional<std::string> look_up(store::Store& store, std::string_view type, std::string_view id,
                                   std::string_view field) {
    if (type == "person" && field == kLiveInfants) {
        const auto count = live_infants(store, id);
        return count ? std::optional(std::to_string(*count)) : std::nullopt;
    }
    if (type == "user" && field == kTrainerUntil) return trainer_until(store, id);
    auto found = store.find(id);
    if (!found.ok() || !found.value() || found.value()->record.type != type) return std::nullopt;
    return found.value()->record.fields.text(field);
}

Result<std::vector<DueTask>> due_tasks(store::Store& store, base::Date today) {
    TRY_LET(households, store.list("household"));
    std::vector<DueTask> due;
    for (const records::Record& household : households) {
        if (is_joined(household)) continue;
        TRY_LET(records, closure_of(store, household.id.text()));
        const care::Family family{records};
        for (const care::Task& task : care::tasks(family, today)) {
            const bool is_ours =
                task.person != nullptr && lives_in(family, *task.person, household.id.text());
            if (is_ours && is_on_work_list(task)) due.push_back(due_task(task, household));
        }
    }
    std::stable_sort(due.begin(), due.end(), comes_before);
    return due;
}

Result<std::vector<indicators::RegisterRow>> register_of(store::Store& store, base::Month month,
                                                         const std::string& unit,
                                                         base::Date today) {
    TRY_LET(households, store.list("household"));
    std::vector<indicators::RegisterRow> rows;
    for (const records::Record& household : households) {
        if (is_joined(household) || (!unit.empty() && household.unit != unit)) continue;
        TRY_LET(records, closure_of(store, household.id.text()));
        const care::Family family{records};
        for (auto& row : indicators::register_rows(family, month, today)) {
            const care::Person* infant = family.person(row.infant.text());
            if (infant != nullptr && lives_in(family, *infant, household.id.text())) {
                rows.push_back(std::move(row));
            }
        }
    }
    indicators::sort_register(rows);
    return rows;
}

}  // namespace client_app
