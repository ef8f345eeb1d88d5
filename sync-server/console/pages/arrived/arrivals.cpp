#include "sync-server/console/pages/arrived/arrivals.h"

#include "shared/protocol/limits.h"
#include "sync-server/console/errands.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace console {

using html::all;
using html::tag;
using overview::Arrivals;
using overview::UnitArrivals;
using server_store::Device;
using server_store::User;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kSilentDays = 14;
constexpr std::int64_t kDiskLowMb = 200;
constexpr std::int64_t kMbOfGb = 1000;

// A cadre's or midwife's laptop, or a cadre without one.
struct Line {
    User user;
    std::optional<Device> device;
    std::vector<std::string> units;
    std::int64_t visits = 0, problems = 0, missing_visits = 0;
    int urgency = 0;  // the higher, the sooner she is called
    std::vector<std::string> reasons;
};

std::int64_t days_since(const Visit& visit, base::Instant at) {
    return (visit.now.unix_ms - at.unix_ms) / kDayMs;
}

bool is_silent(const Visit& visit, const Device& device) {
    return !device.last_seen_at || days_since(visit, *device.last_seen_at) >= kSilentDays;
}

// As the laptop warns (client/app/keeping/disk_room.h); below a quarter of it, it takes nothing
// new.
bool is_short_of_disk(const Device& device) {
    return device.free_mb && *device.free_mb < kDiskLowMb;
}

void add_reason(Line& line, int urgency, std::string words) {
    line.urgency += urgency;
    line.reasons.push_back(std::move(words));
}

// The weightiest first: who has vanished, what waits, a wrong clock, visits that have not come.
void judge(const Visit& visit, Line& line) {
    if (!line.device) return add_reason(line, 300, tr("has no laptop yet"));
    const Device& device = *line.device;
    if (!device.last_seen_at) {
        add_reason(line, 1500, tr("her laptop was never seen"));
    } else if (is_silent(visit, device)) {
        const std::int64_t days = days_since(visit, *device.last_seen_at);
        add_reason(line, 1000 + static_cast<int>(std::min<std::int64_t>(days, 400)),
                   tr("nothing heard for {0} days", {std::to_string(days)}));
    }
    if (line.problems > 0) {
        add_reason(line, 500,
                   tr("{0} of her entries wait to be mended", {std::to_string(line.problems)}));
    }
    if (std::abs(device.clock_offset_ms) >= protocol::kClockDoubtMs) {
        add_reason(line, 200, tr("her laptop's clock is wrong"));
    }
    if (is_short_of_disk(device)) add_reason(line, 200, tr("her laptop's disk is almost full"));
    if (!device.agreed)
        add_reason(line, 200, tr("her laptop holds something else than the server"));
    if (line.missing_visits > 0) {
        const int weight = static_cast<int>(std::min<std::int64_t>(line.missing_visits, 150));
        add_reason(line, weight,
                   tr("{0} visits due in her posyandu have not arrived",
                      {std::to_string(line.missing_visits)}));
    }
}

class Gathering {
public:
    Gathering(const Visit& visit, const std::optional<Arrivals>& arrivals)
        : visit_(visit), arrivals_(arrivals) {}

    Status gather() {
        TRY_LET(users, server_store::users(visit_.connection));
        TRY_LET(units, server_store::unit_codes_by_user(visit_.connection));
        TRY_LET(devices, server_store::devices(visit_.connection));
        TRY_LET(problems, server_store::problems_by_device(visit_.connection));
        for (const User& user : users) {
            const bool records_visits = user.role == "KADER" || user.role == "BIDAN";
            if (!records_visits || user.is_disabled) continue;
            const std::vector<std::string>& codes = units[user.id.text()];
            const bool is_hers = std::any_of(
                codes.begin(), codes.end(),
                [&](const std::string& code) { return visit_.may_in(Action::SeeArrivals, code); });
            if (is_hers) add(user, codes, devices, problems);
        }
        std::stable_sort(lines_.begin(), lines_.end(),
                         [](const Line& a, const Line& b) { return a.urgency > b.urgency; });
        return base::Done{};
    }
    std::vector<Line>& lines() { return lines_; }

private:
    void add(const User& user, const std::vector<std::string>& codes,
             const std::vector<Device>& devices, std::map<std::int64_t, std::int64_t>& problems) {
        bool has_one = false;
        for (const Device& device : devices) {
            if (device.user != user.id || device.is_revoked) continue;
            has_one = true;
            Line line = line_of(user, codes);
            line.device = device;
            line.problems = problems[device.no];
            judge(visit_, line);
            lines_.push_back(std::move(line));
        }
        if (has_one || user.role != "KADER") return;  // a midwife may do without
        Line line = line_of(user, codes);
        judge(visit_, line);
        lines_.push_back(std::move(line));
    }

    Line line_of(const User& user, const std::vector<std::string>& codes) {
        Line line;
        line.user = user;
        line.units = codes;
        if (!arrivals_) return line;
        const auto visits = arrivals_->visits_by_user.find(user.id.text());
        if (visits != arrivals_->visits_by_user.end()) line.visits = visits->second;
        if (user.role != "KADER") return line;  // the visits that are due are her cadres'
        for (const std::string& code : codes) {
            const auto unit = arrivals_->units.find(code);
            if (unit == arrivals_->units.end()) continue;
            line.missing_visits += unit->second.due - unit->second.arrived;
        }
        return line;
    }

    const Visit& visit_;
    const std::optional<Arrivals> arrivals_;
    std::vector<Line> lines_;
};

// ---- drawn

Html reasons_of(const Line& line) {
    if (line.reasons.empty()) return badge(Tone::Ok, tr("nothing to call about"));
    Html lines;
    for (const std::string& reason : line.reasons) lines += tag("div", reason);
    return lines;
}

Html seen_of(const Visit& visit, const Line& line) {
    if (!line.device || !line.device->last_seen_at) return "–";
    return time_text(visit, *line.device->last_seen_at);
}

Html clock_of(const Line& line) {
    if (!line.device || !line.device->last_seen_at) return "–";
    return tr("{0} min", {std::to_string(line.device->clock_offset_ms / 60'000)});
}

Html disk_of(const Line& line) {
    if (!line.device || !line.device->free_mb) return "–";
    const std::int64_t mb = *line.device->free_mb;
    const std::string room = mb < kMbOfGb ? tr("{0} MB", {std::to_string(mb)})
                                          : tr("{0} GB", {std::to_string(mb / kMbOfGb)});
    return is_short_of_disk(*line.device) ? badge(Tone::Warn, room) : Html(room);
}

Html laptop_of(const Line& line) {
    if (!line.device) return "–";
    const Device& device = *line.device;
    return all(device.name.empty() ? Html(tr("Laptop without a name")) : html::name(device.name),
               tag("br"), html::name(device.app.empty() ? "–" : device.app, 40));
}

Html units_of(const Line& line, const std::map<std::string, std::string>& names) {
    Html together;
    for (const std::string& code : line.units) {
        const auto name = names.find(code);
        if (!together.empty()) together += ", ";
        together += html::name(name == names.end() ? code : name->second);
    }
    return together.empty() ? Html("–") : together;
}

Html cadres_table(const Visit& visit, const std::vector<Line>& lines,
                  const std::map<std::string, std::string>& names) {
    Table table;
    table.caption = tr("Whom to call first");
    table.columns = {tr("Cadre"),           tr("Why"),           tr("Posyandu"),
                     tr("Last sync"),       tr("Visits by her"), tr("Waits"),
                     tr("Laptop, version"), tr("Clock"),         tr("Free disk")};
    table.empty_text = tr("There is no cadre yet.");
    const auto first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    for (std::size_t i = first; i < lines.size() && i < first + kRowsOnPage; ++i) {
        const Line& line = lines[i];
        table.rows.push_back({html::name(line.user.name), reasons_of(line), units_of(line, names),
                              seen_of(visit, line), std::to_string(line.visits),
                              std::to_string(line.problems), laptop_of(line), clock_of(line),
                              disk_of(line)});
    }
    return all(console::table(table), pager(visit, lines.size() > first + kRowsOnPage));
}

UnitArrivals of_unit(const std::optional<Arrivals>& arrivals, const std::string& code) {
    if (!arrivals) return {};
    const auto found = arrivals->units.find(code);
    return found == arrivals->units.end() ? UnitArrivals() : found->second;
}

Html units_table(const Visit& visit, const std::vector<protocol::Unit>& units,
                 const std::optional<Arrivals>& arrivals) {
    Table table;
    table.caption = tr("By posyandu");
    table.columns = {tr("Posyandu"),         tr("Village"), tr("Visits due"),
                     tr("Of these arrived"), tr("Missing"), tr("All visits of the month")};
    for (const protocol::Unit& unit : units) {
        if (!visit.may_in(Action::SeeFigures, unit.code)) continue;
        std::vector<Html> row = {html::name(unit.name), html::name(unit.village)};
        const UnitArrivals counts = of_unit(arrivals, unit.code);
        for (const std::int64_t number :
             {counts.due, counts.arrived, counts.due - counts.arrived, counts.visits}) {
            row.emplace_back(arrivals ? std::to_string(number) : std::string("–"));
        }
        table.rows.push_back(std::move(row));
    }
    return figures_table(table);
}

Result<std::optional<Arrivals>> arrivals_or_asked(const Visit& visit) {
    TRY_LET(kept, overview::kept_arrivals(visit.connection));
    const bool is_of_now = kept && kept->month == base::month_of(visit.today);
    const bool is_old = !is_of_now || visit.now.unix_ms - kept->at.unix_ms > overview::kFreshMs;
    if (is_old) {
        const base::Clock& clock = visit.clock;
        const base::Zone zone = visit.centre.zone;
        visit.errands.ask("arrivals", [&clock, zone](db::Connection& connection) {
            return overview::keep_arrivals(connection, clock.now(), zone);
        });
    }
    if (!is_of_now) return std::optional<Arrivals>();
    return std::move(kept);
}

Answer show(const Visit& visit) {
    TRY_LET(arrivals, arrivals_or_asked(visit));
    TRY_LET(units, server_store::units(visit.connection));
    std::map<std::string, std::string> names;
    for (const protocol::Unit& unit : units) names[unit.code] = unit.name;
    Html content = paragraph(tr("Home visits whose last day lies in {0} and whose time has come.",
                                {month_words(base::month_of(visit.today))}));
    content += arrivals ? tag("p", {{"class", "muted"}},
                              tr("Counted {0}", {time_text(visit, arrivals->at)}))
                        : being_counted(visit);
    if (visit.may(Action::SeeArrivals)) {
        Gathering gathering(visit, arrivals);
        TRY(gathering.gather());
        content += cadres_table(visit, gathering.lines(), names);
    }
    content += units_table(visit, units, arrivals);
    return page(visit, tr("Expected and arrived"), content);
}

}  // namespace

Result<int> silent_laptops(const Visit& visit) {
    Gathering gathering(visit, std::nullopt);
    TRY(gathering.gather());
    int count = 0;
    for (const Line& line : gathering.lines()) {
        count += line.device && is_silent(visit, *line.device) ? 1 : 0;
    }
    return count;
}

Routes arrival_routes() {
    return {{"GET", "/arrivals", Action::SeeFigures, show}};
}

}  // namespace console
