#include "client/app/window/agenda.h"

#include "client/app/recording/families.h"
#include "client/app/window/stops.h"
#include "shared/base/id.h"
#include "shared/base/log.h"

#include <algorithm>
#include <utility>

namespace client_app {

using base::Error;
using base::ErrorCode;
using screens::Stop;

struct AgendaBook::Round {
    store::Store* back = nullptr;
    base::Date today;
    std::int64_t number = 0;
    bool has_listed = false;
    std::vector<std::string> households;
    std::size_t done = 0;
};

struct AgendaBook::Found {
    std::int64_t round = 0;
    std::vector<Stop> stops;
    std::set<std::string> households;
    std::optional<base::Instant> newest;
    screens::AgendaProgress progress;
    std::set<std::string> all;  // with the last part: every household that there is
};

namespace {

void look_for_newest(const std::vector<records::Record>& records,
                     std::optional<base::Instant>& newest) {
    for (const records::Record& record : records) {
        newest = std::max(newest, base::made_at(record.id.text()));
    }
}

FamilyBook::Duties duties_of(const Stop& stop) {
    FamilyBook::Duties duties;
    for (const screens::AgendaTask& task : stop.tasks) {
        if (task.cancel_reason.empty()) ++(task.is_overdue ? duties.overdue : duties.due);
    }
    return duties;
}

base::Result<std::vector<std::string>> household_ids(store::Store& store) {
    TRY_LET(households, store.list("household"));
    std::vector<std::string> ids;
    for (const records::Record& household : households) ids.push_back(household.id.text());
    return ids;
}

}  // namespace

void AgendaBook::open(Work& work) {
    work_ = &work;
    read_again();
}

void AgendaBook::close() {
    work_ = nullptr;
    ++round_;
    stops_.clear();
    changed_.clear();
    newest_.reset();
    as_of_.reset();
    progress_ = {};
    ++version_;
}

void AgendaBook::read_again() {
    if (work_ == nullptr) return;
    auto round = std::make_shared<Round>();
    round->back = work_->back.get();
    round->today = work_->today(clock_);
    round->number = ++round_;
    as_of_ = round->today;
    changed_.clear();
    progress_ = {0, std::max(progress_.total, 1)};
    next_part(round);
}

// Each part asks for the next one, behind whatever else waits in the back room. After close() the
// back room's store goes; its closing waits behind the part at hand, and no further one is asked.
void AgendaBook::next_part(const std::shared_ptr<Round>& round) {
    back_room_.ask([this, round] {
        Found found;
        found.round = round->number;
        const auto fail = [&] {
            base::log::warn("what is due could not be worked out");
            back_room_.hand_over([this, number = round->number] { failed(number); });
        };
        if (!round->has_listed) {
            auto ids = household_ids(*round->back);
            if (!ids.ok()) return fail();
            round->households = std::move(ids).value();
            round->has_listed = true;
        }
        const std::size_t end = std::min(round->done + kFamiliesAtOnce, round->households.size());
        for (; round->done < end; ++round->done) {
            const std::string& household = round->households[round->done];
            const auto records = closure_of(*round->back, household);
            if (!records.ok()) return fail();
            look_for_newest(records.value(), found.newest);
            found.households.insert(household);
            auto stop = stop_of(household, records.value(), round->today);
            if (stop) found.stops.push_back(std::move(*stop));
        }
        found.progress = {static_cast<int>(end), static_cast<int>(round->households.size())};
        if (end == round->households.size()) {
            found.all.insert(round->households.begin(), round->households.end());
        }
        back_room_.hand_over([this, round, found = std::move(found)] {
            if (found.round != round_) return;
            take(found);
            if (!progress_.is_ready()) next_part(round);
        });
    });
}

void AgendaBook::take(const Found& found) {
    std::vector<Stop> stops;
    std::set<std::string> of;
    FamilyBook::DutiesOf duties;
    for (const std::string& household : found.households) {
        if (changed_.contains(household)) continue;
        of.insert(household);
        duties[household] = {};
    }
    for (const Stop& stop : found.stops) {
        if (!of.contains(stop.family)) continue;
        stops.push_back(stop);
        duties[stop.family] = duties_of(stop);
    }
    families_.put_duties(duties);
    newest_ = std::max(newest_, found.newest);
    progress_ = found.progress;
    put(std::move(stops), of);
    if (progress_.is_ready()) drop_gone(found.all);
}

// A household that the server took away is in no part of the round; one that was saved while it
// went on may be newer than its list.
void AgendaBook::drop_gone(const std::set<std::string>& all) {
    std::erase_if(stops_, [&](const Stop& stop) {
        return !all.contains(stop.family) && !changed_.contains(stop.family);
    });
    ++version_;
}

// What was found before stands; the page says that it may be short.
void AgendaBook::failed(std::int64_t round) {
    if (round != round_) return;
    progress_.has_failed = true;
    ++version_;
}

void AgendaBook::put(std::vector<Stop> stops, const std::set<std::string>& of) {
    const auto before = [](const Stop& a, const Stop& b) { return a.along < b.along; };
    std::erase_if(stops_, [&](const Stop& stop) { return of.contains(stop.family); });
    std::sort(stops.begin(), stops.end(), before);
    const auto middle = static_cast<std::ptrdiff_t>(stops_.size());
    std::move(stops.begin(), stops.end(), std::back_inserter(stops_));
    std::inplace_merge(stops_.begin(), stops_.begin() + middle, stops_.end(), before);
    ++version_;
}

void AgendaBook::family_changed(const std::string& household) {
    if (work_ == nullptr || household.empty()) return;
    const auto records = closure_of(*work_->store, household);
    if (!records.ok()) return base::log::warn("a changed family could not be read");
    changed_.insert(household);
    look_for_newest(records.value(), newest_);
    std::vector<Stop> stops;
    auto stop = stop_of(household, records.value(), work_->today(clock_));
    if (stop) stops.push_back(std::move(*stop));
    put(std::move(stops), {household});
}

// A laptop stays open past midnight, and its clock may be set right while it is.
void AgendaBook::tick() {
    if (work_ != nullptr && as_of_ != work_->today(clock_)) read_again();
}

base::Status AgendaBook::say(const Stop& stop, const screens::AgendaTask& task,
                             const screens::TaskWord& word) {
    if (work_ == nullptr) return Error{ErrorCode::Refused, "nobody is signed in"};
    Entry entry;
    entry.type = "followup_task";
    entry.id = base::RecordId(task.id);
    entry.unit = stop.unit;
    entry.base = task.seen;
    const auto set = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return entry.answers.set_token(name, "null");
        entry.answers.set(name, value);
    };
    entry.answers.set("person_id", task.person);
    if (!task.birth.empty()) entry.answers.set("birth_event_id", task.birth);
    entry.answers.set("task_code", task.code);
    set("cancel_reason", word.cancel_reason);
    set("postponed_to", word.postponed_to ? base::to_text(*word.postponed_to) : std::string());
    set("note", word.note);
    TRY_LET(recorded, work_->recorder->record(entry));
    if (!recorded.is_saved) return Error{ErrorCode::Refused, "the answers were not accepted"};
    families_.family_changed(stop.family);
    if (when_said) when_said(recorded.n > 0 ? 1 : 0);
    return base::Done{};
}

}  // namespace client_app
