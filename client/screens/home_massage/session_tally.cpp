#include "client/screens/home_massage/session_tally.h"

#include "client/screens/home_massage/session_weeks.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr const char* kPrefix = "tally.";
constexpr const char* kDayPrefix = "tally.on.";

std::string days_said(const std::vector<Date>& days) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < days.size();) {
        std::size_t last = i;
        while (last + 1 < days.size() && days[last + 1] == base::add_days(days[last], 1)) ++last;
        all.push_back(span_words(days[i], days[last]));
        i = last + 1;
    }
    return base::joined(all, ", ");
}

const char* code_of(Complaint complaint) {
    switch (complaint) {
        case Complaint::None:
            return "NONE";
        case Complaint::Unknown:
            return "UNK";
        case Complaint::One:
            return "ONE";
        case Complaint::Unsaid:
            break;
    }
    return "";
}

Complaint complaint_of(const std::string& code) {
    for (const Complaint each : {Complaint::None, Complaint::Unknown, Complaint::One}) {
        if (code == code_of(each)) return each;
    }
    return Complaint::Unsaid;
}

}  // namespace

TallyDay* SessionTally::day(Date on) {
    const auto found = std::find_if(days_.begin(), days_.end(),
                                    [&](const TallyDay& each) { return each.on == on; });
    return found == days_.end() ? nullptr : &*found;
}

void SessionTally::count_days(const HomeFamily& home) {
    days_.clear();
    const auto first = words::parse_typed_date(base::trimmed(from), home.ports.today());
    const auto last = words::parse_typed_date(base::trimmed(to), home.ports.today());
    if (!first || !last || times_ == 0) return;
    const int count = base::days_between(*first, *last) + 1;
    if (count < 1 || count > kTallyDaysMost) return;
    for (int i = 0; i < count; ++i) {
        const Date on = base::add_days(*first, i);
        const auto other = changed_.find(on);
        const int times = other != changed_.end() ? other->second : times_;
        days_.push_back({on, times, told_on(home.known, home.mother, on)});
    }
}

int SessionTally::total() const {
    int all = 0;
    for (const TallyDay& each : days_) all += each.times;
    return all;
}

std::string SessionTally::preview() const {
    std::vector<Date> on;
    for (const TallyDay& each : days_) {
        if (each.times > 0) on.push_back(each.on);
    }
    if (on.empty()) return {};
    const std::string count = std::to_string(total());
    return tr("{0} sessions, {1}", {count, span_words(on.front(), on.back())});
}

std::string SessionTally::problem(const std::string& field) const {
    const auto found = problems_.find(field);
    return found == problems_.end() ? std::string() : found->second;
}

bool SessionTally::is_begun() const {
    return !from.empty() || !to.empty() || !minutes.empty() || times_ > 0 ||
           complaint_ != Complaint::Unsaid || !said_.chosen().empty();
}

// What was typed and cannot be read at once; what is missing after she wanted to save.
void SessionTally::find_problems(Date today) {
    problems_.clear();
    const auto first = words::parse_typed_date(base::trimmed(from), today);
    const auto last = words::parse_typed_date(base::trimmed(to), today);
    if (!first && !from.empty()) problems_["from"] = tr("This is no date. Write 5-3-2026.");
    if (!last && !to.empty()) problems_["to"] = tr("This is no date. Write 5-3-2026.");
    if (first && last && *last < *first) {
        problems_["to"] = tr("The last day stands before the first one.");
    }
    if (first && last && base::days_between(*first, *last) >= kTallyDaysMost) {
        problems_["to"] = tr("At most {0} days at once. Write down the rest after these.",
                             {std::to_string(kTallyDaysMost)});
    }
    if (!minutes.empty() && !read_minutes(minutes)) {
        problems_["minutes"] = tr("Write how many minutes: 5, or 4,5.");
    }
    if (tries_ == 0) return;
    const std::string missing = tr("Not answered yet.");
    const auto miss = [&](const char* field, bool is_missing) {
        if (is_missing && !problems_.contains(field)) problems_[field] = missing;
    };
    miss("from", from.empty());
    miss("to", to.empty());
    miss("times", times_ == 0);
    miss("source", answer("source").empty());
    miss("performer_relation", answer("performer_relation").empty());
    miss("complaint", complaint_ == Complaint::Unsaid);
    const bool is_one = complaint_ == Complaint::One;
    miss("adverse", is_one && answer("adverse").empty());
    miss("complaint_day", is_one && !complaint_day_);
}

bool SessionTally::may_save() const {
    const bool is_one = complaint_ == Complaint::One;
    const bool is_complaint_said =
        complaint_ != Complaint::Unsaid &&
        (!is_one || (!answer("adverse").empty() && complaint_day_.has_value()));
    return total() > 0 && is_complaint_said && !answer("source").empty() &&
           !answer("performer_relation").empty() &&
           (minutes.empty() || read_minutes(minutes).has_value());
}

bool SessionTally::is_grave() const {
    return std::any_of(records_.begin(), records_.end(),
                       [](const Fields& record) { return screens::is_grave(record); });
}

void SessionTally::day_pressed(Date on) {
    const bool is_again = selected_ == on;
    selected_ = is_again || day(on) == nullptr ? std::nullopt : std::optional(on);
}

void SessionTally::more() {
    const TallyDay* at = selected_ ? day(*selected_) : nullptr;
    if (at != nullptr) changed_[at->on] = std::min(at->times + 1, kTimesMost);
}

void SessionTally::fewer() {
    const TallyDay* at = selected_ ? day(*selected_) : nullptr;
    if (at != nullptr) changed_[at->on] = std::max(at->times - 1, 0);
}

Fields SessionTally::record_of(const HomeFamily& home, Date on) const {
    Fields record = said_.chosen();
    record.erase("adverse");
    record.erase("adverse_severity");
    record.set("mother_id", home.mother.id().text());
    const std::string birth = birth_at(home.known, home.mother, on);
    if (!birth.empty()) record.set("birth_event_id", birth);
    record.set("performed_at", performed_at(on, {}, home.ports.zone()));
    record.set("time_known", "0");
    const auto seconds = read_minutes(minutes);
    if (seconds) record.set_integer("duration_s", *seconds);
    // "At one of them" says of the others that there was none.
    if (complaint_ != Complaint::Unsaid) {
        record.set("adverse", complaint_ == Complaint::Unknown ? "UNK" : "NONE");
    }
    return record;
}

void SessionTally::add_complaint(Fields& record) const {
    for (const char* field : {"adverse", "adverse_severity"}) {
        if (!answer(field).empty()) record.set(field, answer(field));
    }
}

void SessionTally::add_records(const HomeFamily& home) {
    records_.clear();
    for (const TallyDay& each : days_) {
        for (int i = 0; i < each.times; ++i) {
            records_.push_back(record_of(home, each.on));
            const bool has_it = complaint_ == Complaint::One && complaint_day_ == each.on;
            if (has_it && i == 0) add_complaint(records_.back());
        }
    }
}

// The forms' own words for a day (in the future, before the delivery), and days told already.
void SessionTally::warn(const HomeFamily& home) {
    warnings_.clear();
    const forms::Form* form = home.ports.records.forms().find(kSession);
    std::map<std::string, std::vector<Date>> by_message;
    std::vector<Date> told, stop;
    const forms::Context context = context_of(home.ports);
    for (const TallyDay& each : days_) {
        if (each.times == 0) continue;
        if (each.told > 0) told.push_back(each.on);
        if (has_stop_sign(home.known, home.mother, each.on)) stop.push_back(each.on);
        if (form == nullptr) continue;
        for (const auto& problem : forms::check(*form, record_of(home, each.on), context)) {
            if (problem.field == "performed_at") by_message[problem.message].push_back(each.on);
        }
    }
    if (!told.empty()) {
        warnings_.push_back(
            tr("Told before, of these days: {0}. Is it the same massage? Then take "
               "it out here.",
               {days_said(told)}));
    }
    for (const auto& [message, days] : by_message) {
        warnings_.push_back(days_said(days) + ": " + message);
    }
    if (!stop.empty()) {
        warnings_.push_back(
            tr("{0}: a danger sign was recorded then. What happened is written "
               "down all the same; tell the midwife.",
               {days_said(stop)}));
    }
}

void SessionTally::settle(const HomeFamily& home) {
    said_.settle(home);
    count_days(home);
    if (selected_ && day(*selected_) == nullptr) selected_.reset();
    const TallyDay* bad = complaint_day_ ? day(*complaint_day_) : nullptr;
    if (bad == nullptr || bad->times == 0) complaint_day_.reset();
    find_problems(home.ports.today());
    add_records(home);
    warn(home);
}

void SessionTally::keep(Fields& draft) const {
    const auto set = [&](const char* name, const std::string& text) {
        if (!text.empty()) draft.set(kPrefix + std::string(name), text);
    };
    set("from", from);
    set("to", to);
    set("minutes", minutes);
    set("times", times_ == 0 ? "" : std::to_string(times_));
    set("complaint", code_of(complaint_));
    set("complaint_day", complaint_day_ ? base::to_text(*complaint_day_) : "");
    for (const auto& [on, times] : changed_) {
        draft.set_integer(kDayPrefix + base::to_text(on), times);
    }
    for (const Fields::Entry& entry : said_.chosen().entries()) {
        draft.set_token("tally.said." + entry.first, entry.second);
    }
}

void SessionTally::recover(const Fields& draft) {
    const auto text = [&](const char* name) { return draft.text(kPrefix + std::string(name)); };
    from = text("from");
    to = text("to");
    minutes = text("minutes");
    times_ = static_cast<int>(base::json::integer_of(text("times")).value_or(0));
    complaint_ = complaint_of(text("complaint"));
    complaint_day_ = base::parse_date(text("complaint_day"));
    const std::string on = kDayPrefix, said = "tally.said.";
    Fields chosen;
    for (const Fields::Entry& entry : draft.entries()) {
        const auto day = base::parse_date(
            entry.first.starts_with(on) ? entry.first.substr(on.size()) : std::string());
        if (day) changed_[*day] = static_cast<int>(draft.integer(entry.first).value_or(0));
        if (entry.first.starts_with(said)) {
            chosen.set_token(entry.first.substr(said.size()), entry.second);
        }
    }
    said_.recover(chosen);
}

}  // namespace screens
