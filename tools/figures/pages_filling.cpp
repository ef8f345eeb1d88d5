#include "tools/figures/pages_filling.h"

#include "shared/crypto/keys.h"
#include "sync-server/accept/crossing/leaving.h"
#include "sync-server/accept/desk/residence.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/overview/overview.h"
#include "sync-server/reports/month_closing.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/imports.h"
#include "sync-server/store/records/records.h"
#include "tools/demo/centre.h"
#include "tools/figures/measuring.h"

#include <cstdlib>

namespace figures {

namespace {

constexpr std::size_t kWritesInOne = 20'000;
constexpr std::int64_t kTouchedInOne = 5'000;
constexpr int kWaiting = 200;  // conflicts, and as many changes in quarantine
constexpr int kAudited = 100'000;
constexpr int kDecided = 60;  // pairs joined, and as many who stay for a while
constexpr int kRowsOfTable = 1'000;
constexpr std::string_view kStepsMade = "bench steps";
constexpr std::string_view kLinesTaken = "bench lines";

base::Zone zone() {
    return base::find_zone("Asia/Jakarta").value_or(base::Zone{});
}

void say(const std::string& words) {
    std::fprintf(stderr, "console_pages: %s\n", words.c_str());
}

std::int64_t kept_number(db::Connection& connection, std::string_view key) {
    return std::atoll(must(server_store::meta(connection, key)).c_str());
}

std::string first_text(db::Connection& connection, const char* sql) {
    auto row = must(connection.prepare(sql));
    return must(row.step()) ? row.text(0) : std::string();
}

class Filling {
public:
    Filling(const accept::Desk& desk, std::int64_t mothers)
        : desk_(desk), connection_(desk.connection), mothers_(mothers) {}

    void run();

private:
    const demo::Centre& centre();
    std::string coordinator();
    void put_people();
    void take_lines();
    std::size_t take_some(std::size_t next);
    void match();
    void put_waiting();
    void put_audit();
    void put_draft();
    void decide();
    void join_some(const std::string& actor);
    void let_some_stay();
    void close_month();
    void count_months();

    const accept::Desk& desk_;
    db::Connection& connection_;
    std::int64_t mothers_;
    std::optional<demo::Centre> centre_;
};

const demo::Centre& Filling::centre() {
    if (centre_) return *centre_;
    say("the demo of " + std::to_string(mothers_) + " mothers");
    demo::Options wish;
    wish.mothers = static_cast<int>(mothers_);
    centre_ = demo::make_centre(wish);
    return *centre_;
}

std::string Filling::coordinator() {
    return first_text(connection_, "SELECT id FROM user WHERE role = 'KOORD' ORDER BY rowid");
}

void Filling::put_people() {
    for (const auto& [key, value] : std::vector<std::pair<std::string_view, std::string>>{
             {server_store::kCentre, "Puskesmas Ukur"},
             {server_store::kZone, "Asia/Jakarta"},
             {server_store::kEpoch, "1"},
             {server_store::kAddress, "127.0.0.1:8443"},
             {server_store::kSigningKey, crypto::SigningKey::generate().text()},
             {server_store::kBoxKey, crypto::BoxKey::generate().text()}}) {
        must(server_store::set_meta(connection_, key, value));
    }
    must(accept::add_console_device(connection_, kPagesNow));
    for (const demo::Unit& unit : centre().places.units) {
        must(server_store::put_unit(connection_,
                                    {unit.code, unit.name, unit.village, unit.village_code}));
    }
    int number = 0;
    for (const demo::User& each : centre().places.users) {
        const base::UserId id(each.id);
        must(server_store::add_user(connection_, {id, each.name, each.role, false}, kPagesNow));
        for (const std::string& unit : each.units) {
            must(server_store::add_user_unit(connection_, id, unit));
        }
        server_store::Device device;
        device.id = base::DeviceId(base::make_uuid5("laptop of " + each.id));
        device.user = id;
        device.token_hash = device.id.text();
        device.name = "laptop " + std::to_string(++number);
        must(server_store::add_device(connection_, device, kPagesNow));
    }
}

// Each demo's line as a change of the health centre, through all rules.
void Filling::take_lines() {
    auto next = static_cast<std::size_t>(kept_number(connection_, kLinesTaken));
    while (next < centre().lines.size()) {
        auto transaction = must(db::Transaction::begin(connection_));
        next = take_some(next);
        must(server_store::set_meta(connection_, kLinesTaken, std::to_string(next)));
        must(transaction.commit());
        say(std::to_string(next) + " of " + std::to_string(centre().lines.size()) + " changes");
    }
}

std::size_t Filling::take_some(std::size_t next) {
    auto session = must(accept::desk_session(desk_));
    const demo::Centre& all = centre();
    for (std::size_t i = 0; i < kWritesInOne && next < all.lines.size(); ++i) {
        demo::Line line = all.lines[next++];
        const demo::User& user = all.places.users[line.writer];
        demo::fill_session(line.type, line.fields, {line.writer, user.id, user.role, line.unit});
        records::Record record;
        record.id = base::RecordId(line.id);
        record.type = line.type;
        record.unit = line.unit;
        auto stored = must(server_store::find_record(connection_, line.id));
        if (stored) record = stored->record;
        must(accept::write_at_desk(session,
                                   accept::desk_change(session, record, line.fields, "demo")));
    }
    return next;
}

// Nothing is compared before all are gathered: the weights are learned of everybody at once.
void Filling::match() {
    for (std::int64_t waiting = 1; waiting > 0;) {
        must(merge::settle_briefly(connection_, desk_.clock, kTouchedInOne));
        waiting = must(connection_.number("SELECT count(*) FROM match_queue"));
        say(std::to_string(waiting) + " records to be matched");
    }
    must(merge::scan(connection_, desk_.clock, "bench", {}));
}

// Weights of which another value came too, and changes that could not be taken.
void Filling::put_waiting() {
    auto rows = must(connection_.prepare(
        "SELECT change.device, change.n, change.record, change.line FROM change JOIN record ON "
        "record.id = change.record WHERE record.type = 'infant_check' GROUP BY record.id LIMIT "
        "$1"));
    rows.bind(1, 2 * kWaiting);
    std::vector<server_store::Quarantined> found;
    while (must(rows.step())) {
        found.push_back({rows.number(0), rows.number(1), rows.text(2), rows.text(3), "check",
                         "weight_g", "", kPagesNow});
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i % 2 == 0) {
            must(server_store::put_quarantined(connection_, found[i]));
            continue;
        }
        must(server_store::put_contender(
            connection_,
            {base::make_uuid5("contender " + found[i].record), found[i].record, "weight",
             found[i].device, found[i].n, R"({"weight_g":"4321"})", kPagesNow, true, ""}));
    }
}

void Filling::put_audit() {
    const std::string actor = coordinator();
    for (int i = 0; i < kAudited; ++i) {
        const base::Instant at{kPagesNow.unix_ms - std::int64_t{kAudited - i} * 60'000};
        const char* const what = i % 7 == 0     ? "see_list"
                                 : i % 997 == 0 ? "conflict_decided"
                                                : "see_person";
        must(server_store::audit(connection_, {at, actor, what, "subject " + std::to_string(i)}));
    }
}

// As a register has it: half of them are here already.
std::string table_of(db::Connection& connection) {
    std::string csv = "Nama Anak,Tgl Lahir,JK,Nama Ortu,Posyandu\n";
    auto rows = must(connection.prepare(
        "SELECT json_extract(fields, '$.full_name'), json_extract(fields, '$.birth_date'), "
        "json_extract(fields, '$.sex'), unit FROM record WHERE type = 'person' AND "
        "json_extract(fields, '$.is_infant') = '1' LIMIT $1"));
    rows.bind(1, kRowsOfTable / 2);
    while (must(rows.step())) {
        csv +=
            rows.text(0) + "," + rows.text(1) + "," + rows.text(2) + ",Siti," + rows.text(3) + "\n";
    }
    const std::string unit = first_text(connection, "SELECT code FROM unit ORDER BY code");
    for (int i = 0; i < kRowsOfTable / 2; ++i) {
        csv += "Bayi Baru " + std::to_string(i) + ",2026-10-" + std::to_string(10 + i % 20) +
               ",L,Ibu Baru " + std::to_string(i) + "," + unit + "\n";
    }
    return csv;
}

void Filling::put_draft() {
    must(server_store::put_import_draft(
        connection_, {coordinator(), kPagesNow, "register.csv", table_of(connection_), "{}"}));
}

// What a person has done at the pages: joined some, let a family go.
void Filling::decide() {
    const std::string actor = coordinator();
    join_some(actor);
    let_some_stay();
    crossing::OutRequest going;
    going.record = first_text(connection_, "SELECT id FROM record WHERE type = 'household'");
    going.to = "Puskesmas Lain";
    going.reason = "moved house";
    going.actor = actor;
    must(crossing::write_out(desk_, going, {}));
}

void Filling::join_some(const std::string& actor) {
    std::vector<std::pair<std::string, std::string>> pairs;
    auto rows =
        must(connection_.prepare("SELECT a, b FROM candidate WHERE state = 'open' AND "
                                 "kind = 'mother' ORDER BY score DESC LIMIT $1"));
    rows.bind(1, kDecided);
    while (must(rows.step())) pairs.emplace_back(rows.text(0), rows.text(1));
    rows.reset();
    for (const auto& [winner, loser] : pairs) {
        joining::Request wanted{winner, loser, {}, {}, "looked at", actor, true, {}};
        // One whom the pair before took is not joined again.
        if (!joining::join(desk_, wanted).ok()) continue;
    }
}

void Filling::let_some_stay() {
    std::vector<std::string> ids;
    auto rows = must(connection_.prepare("SELECT id FROM record WHERE type = 'person' LIMIT $1"));
    rows.bind(1, kDecided);
    while (must(rows.step())) ids.push_back(rows.text(0));
    rows.reset();
    for (const std::string& id : ids) {
        const auto stored = must(server_store::find_record(connection_, id));
        must(accept::set_residence(desk_, id, stored->record.revision,
                                   {true, "", "Kota Semarang", "2026-10-01"}, "told by herself"));
    }
}

void Filling::close_month() {
    must(reports::close_month(connection_, base::add_months(kPagesMonth, -1), kPagesNow, zone(),
                              coordinator()));
}

void Filling::count_months() {
    for (int back = -1; back <= 1; ++back) {
        const base::Month month = base::add_months(kPagesMonth, -back);
        say("the figures of " + base::to_text(month));
        must(overview::keep_month(connection_, month, kPagesNow, zone()));
    }
    must(overview::keep_arrivals(connection_, kPagesNow, zone()));
}

void Filling::run() {
    struct Step {
        const char* words;
        void (Filling::*make)();
        bool is_one_transaction;
    };
    const std::vector<Step> steps = {{"people", &Filling::put_people, true},
                                     {"records", &Filling::take_lines, false},
                                     {"pairs", &Filling::match, false},
                                     {"what waits", &Filling::put_waiting, true},
                                     {"the audit trail", &Filling::put_audit, true},
                                     {"a spreadsheet", &Filling::put_draft, true},
                                     {"what was decided", &Filling::decide, false},
                                     {"a closed month", &Filling::close_month, false},
                                     {"months", &Filling::count_months, false}};
    const auto made = static_cast<std::size_t>(kept_number(connection_, kStepsMade));
    for (std::size_t i = made; i < steps.size(); ++i) {
        const Stopwatch watch;
        std::optional<db::Transaction> together;
        if (steps[i].is_one_transaction) {
            together.emplace(must(db::Transaction::begin(connection_)));
        }
        (this->*steps[i].make)();
        must(server_store::set_meta(connection_, kStepsMade, std::to_string(i + 1)));
        if (together) must(together->commit());
        say(std::string(steps[i].words) + ": " + std::to_string(watch.seconds()) + " s");
    }
    must(connection_.execute("ANALYZE"));
}

}  // namespace

void fill_pages_centre(const accept::Desk& desk, std::int64_t mothers) {
    const bool is_anothers = kept_number(desk.connection, kStepsMade) == 0 &&
                             must(desk.connection.number("SELECT count(*) FROM unit")) > 0;
    if (is_anothers) return;
    // A pulled plug costs a making; a gigabyte in memory saves most of it.
    must(desk.connection.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000"));
    Filling(desk, mothers).run();
    must(desk.connection.execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -8192"));
}

}  // namespace figures
