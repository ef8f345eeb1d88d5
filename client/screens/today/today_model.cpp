#include "client/screens/today/today_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

namespace screens {

using words::tr;

namespace {

// Nothing was recorded with this program before: a laptop that says so has lost its clock.
constexpr Date kProgramBegan = std::chrono::year{2026} / 1 / 1;
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

}  // namespace

TodayModel::TodayModel(const Ports& ports, TodayChoices& choices)
    : ports_(ports), choices_(choices) {
    read();
}

void TodayModel::refresh() {
    const bool is_new = version_ != ports_.agenda.version() || as_of_ != ports_.today();
    if (is_new || families_version_ != ports_.families.version()) read();
}

void TodayModel::read() {
    read_stops();
    if (families_version_ != ports_.families.version()) read_families();
    group();
}

bool TodayModel::is_hers(const Stop& stop) const {
    return choices_.unit.empty() || stop.unit == choices_.unit;
}

void TodayModel::read_stops() {
    version_ = ports_.agenda.version();
    as_of_ = ports_.today();
    rows_.clear();
    set_aside_.clear();
    counts_ = {};
    next_due_.reset();
    for (const Stop& stop : ports_.agenda.stops()) {
        if (!is_hers(stop)) continue;
        if (stop.was_visited_today) ++counts_.done;
        if (stop.next_due) next_due_ = std::min(next_due_.value_or(*stop.next_due), *stop.next_due);
        const TodayRow row = row_of(stop, *as_of_);
        if (row.set_aside > 0) set_aside_.push_back(row);
        if (row.open == 0) continue;
        if (row.when == When::Urgent) ++counts_.urgent;
        if (row.when == When::Today) ++counts_.today;
        if (row.when == When::Week) ++counts_.week;
        rows_.push_back(row);
    }
}

void TodayModel::read_families() {
    families_version_ = ports_.families.version();
    // Whoever is on the list is a family; a list of thousands is not copied to hear that again.
    if (has_families_ && has_visit_ && !rows_.empty()) return;
    const auto families = ports_.families.list("");
    has_families_ = !families.empty();
    has_visit_ = std::any_of(families.begin(), families.end(),
                             [](const FamilyRow& row) { return row.last_visit.has_value(); });
}

void TodayModel::group() {
    std::vector<TodayRow> wanted;
    for (const TodayRow& row : rows_) {
        if (!choices_.only || row.when == *choices_.only) wanted.push_back(row);
    }
    if (choices_.order == Order::Walk) {
        groups_ = grouped_by_place(wanted);
    } else {
        sort_by_urgency(wanted);
        groups_ = grouped_by_urgency(wanted);
    }
}

std::string TodayModel::greeting(const Me& me) const {
    const std::string at = base::to_date_time_text(ports_.clock.now(), ports_.zone());
    const int hour = std::atoi(at.substr(11, 2).c_str());
    if (hour >= 4 && hour < 11) return tr("Good morning, {0}", {me.name});
    if (hour >= 11 && hour < 15) return tr("Good day, {0}", {me.name});
    if (hour >= 15 && hour < 18) return tr("Good afternoon, {0}", {me.name});
    return tr("Good evening, {0}", {me.name});
}

std::optional<AgendaProgress> TodayModel::still_counting() const {
    const AgendaProgress progress = ports_.agenda.progress();
    const bool goes_on = !progress.is_ready() && !progress.has_failed;
    return !goes_on ? std::nullopt : std::optional(progress);
}

std::optional<TodayModel::ClockDoubt> TodayModel::clock_doubt() const {
    const Date today = ports_.today();
    if (choices_.confirmed_day == today) return std::nullopt;
    const SyncState& sync = ports_.sync.state();
    std::optional<Date> known;  // the day cannot be before it
    if (sync.last_sync_at) {
        const Instant by_server{sync.last_sync_at->unix_ms - sync.clock_offset_ms};
        known = base::date_in(by_server, ports_.zone());
    }
    if (const auto newest = ports_.agenda.newest_record()) {
        known = std::max(known, std::optional(base::date_in(*newest, ports_.zone())));
    }
    ClockDoubt doubt;
    doubt.question = tr("Date on this laptop: {0}. Is that right?", {words::long_date(today)});
    if (known && today < *known) {
        doubt.why = tr("The last day known here is {0}.", {words::long_date(*known)});
    } else if (std::abs(sync.clock_offset_ms) >= kDayMs) {
        doubt.why = tr("When it last sent, the health centre's clock said another day.");
    } else if (today >= kProgramBegan) {
        return std::nullopt;
    }
    return doubt;
}

void TodayModel::clock_confirmed() {
    choices_.confirmed_day = ports_.today();
}

std::string TodayModel::place_of(const Stop& stop) const {
    const std::string place = place_text(stop.rt, stop.rw);
    if (stop.address.empty()) return place;
    return place.empty() ? stop.address : place + "  ·  " + stop.address;
}

void TodayModel::order_chosen(Order order) {
    choices_.order = order;
    group();
}

void TodayModel::only_pressed(When when) {
    choices_.only = choices_.only == when ? std::nullopt : std::optional(when);
    group();
}

std::vector<Unit> TodayModel::units() const {
    const auto units = ports_.session.me().units;
    return units.size() > 1 ? units : std::vector<Unit>();
}

void TodayModel::unit_chosen(const std::string& unit) {
    choices_.unit = choices_.unit == unit ? std::string() : unit;
    read();
}

// Something of hers was received: the first round only fetches.
bool TodayModel::has_sent() const {
    const auto& receipts = ports_.sync.state().receipts;
    return std::any_of(receipts.begin(), receipts.end(),
                       [](const ReceiptRow& each) { return each.n_to >= each.n_from; });
}

std::optional<TodayModel::Hint> TodayModel::hint() const {
    if (has_visit_ || choices_.is_hint_dismissed || still_counting()) return std::nullopt;
    return Hint{has_families_, has_visit_, has_sent()};
}

void TodayModel::hint_dismissed() {
    choices_.is_hint_dismissed = true;
}

const Stop* TodayModel::stop(const std::string& family) const {
    for (const Stop& each : ports_.agenda.stops()) {
        if (each.family == family) return &each;
    }
    return nullptr;
}

}  // namespace screens
