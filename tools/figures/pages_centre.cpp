#include "tools/figures/pages_centre.h"

#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "sync-server/http/urlencoded.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/overview/overview.h"
#include "sync-server/reports/month_closing.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/changes.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/imports.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records.h"
#include "tools/demo/centre.h"
#include "tools/figures/measuring.h"

#include <filesystem>

namespace figures {

namespace {

constexpr base::Instant kNow{1'795'150'800'000};  // 2026-11-20, noon in Jakarta
constexpr int kWritesInOne = 5'000;
constexpr int kWaiting = 200;  // conflicts, and as many changes in quarantine
constexpr int kAudited = 100'000;
constexpr int kRowsOfTable = 1'000;
constexpr std::int64_t kAll = 1'000'000'000;
const std::string kToken = "the coordinator's browser";
const base::Month kLast = std::chrono::year(2026) / 10;

std::string one_text(db::Connection& connection, const char* sql) {
    auto row = must(connection.prepare(sql));
    return must(row.step()) ? row.text(0) : std::string();
}

void put_identity(db::Connection& connection) {
    for (const auto& [key, value] : std::vector<std::pair<std::string_view, std::string>>{
             {server_store::kCentre, "Puskesmas Ukur"},
             {server_store::kZone, "Asia/Jakarta"},
             {server_store::kEpoch, "1"},
             {server_store::kAddress, "127.0.0.1:8443"},
             {server_store::kSigningKey, crypto::SigningKey::generate().text()},
             {server_store::kBoxKey, crypto::BoxKey::generate().text()}}) {
        must(server_store::set_meta(connection, key, value));
    }
    must(accept::add_console_device(connection, kNow));
}

void put_people(db::Connection& connection, const demo::Places& places) {
    for (const demo::Unit& unit : places.units) {
        must(server_store::put_unit(connection,
                                    {unit.code, unit.name, unit.village, unit.village_code}));
    }
    int number = 0;
    for (const demo::User& each : places.users) {
        const base::UserId id(each.id);
        must(server_store::add_user(connection, {id, each.name, each.role, false}, kNow));
        for (const std::string& unit : each.units) {
            must(server_store::add_user_unit(connection, id, unit));
        }
        server_store::Device device;
        device.id = base::DeviceId(base::make_uuid5("laptop of " + each.id));
        device.user = id;
        device.token_hash = device.id.text();
        device.name = "laptop " + std::to_string(++number);
        must(server_store::add_device(connection, device, kNow));
    }
}

// Each demo's line as a change of the health centre, through all rules.
void take(const accept::Desk& desk, const demo::Centre& centre) {
    std::size_t next = 0;
    while (next < centre.lines.size()) {
        auto transaction = must(db::Transaction::begin(desk.connection));
        auto session = must(accept::desk_session(desk));
        for (int i = 0; i < kWritesInOne && next < centre.lines.size(); ++i) {
            demo::Line line = centre.lines[next++];
            const demo::User& user = centre.places.users[line.writer];
            demo::fill_session(line.type, line.fields,
                               {line.writer, user.id, user.role, line.unit});
            records::Record record;
            record.id = base::RecordId(line.id);
            record.type = line.type;
            record.unit = line.unit;
            auto stored = must(server_store::find_record(desk.connection, line.id));
            if (stored) record = stored->record;
            must(accept::write_at_desk(session,
                                       accept::desk_change(session, record, line.fields, "demo")));
        }
        must(transaction.commit());
    }
}

// Weights of which another value came too, and changes that could not be taken.
void put_waiting(db::Connection& connection) {
    auto rows = must(connection.prepare(
        "SELECT change.device, change.n, change.record, change.line FROM change JOIN record ON "
        "record.id = change.record WHERE record.type = 'anthropometry' GROUP BY record.id LIMIT "
        "$1"));
    rows.bind(1, 2 * kWaiting);
    std::vector<server_store::Quarantined> found;
    while (must(rows.step())) {
        found.push_back({rows.number(0), rows.number(1), rows.text(2), rows.text(3), "check",
                         "weight_g", "", kNow});
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i % 2 == 0) {
            must(server_store::put_quarantined(connection, found[i]));
            continue;
        }
        must(server_store::put_contender(
            connection,
            {base::make_uuid5("contender " + found[i].record), found[i].record, "weight_g",
             found[i].device, found[i].n, R"({"weight_g":"4321"})", kNow, true, ""}));
    }
}

void put_audit(db::Connection& connection, const std::string& actor) {
    auto transaction = must(db::Transaction::begin(connection));
    for (int i = 0; i < kAudited; ++i) {
        const base::Instant at{kNow.unix_ms - std::int64_t{kAudited - i} * 60'000};
        const char* const what = i % 7 == 0 ? "see_list" : "see_person";
        must(server_store::audit(connection, {at, actor, what, "subject " + std::to_string(i)}));
    }
    must(transaction.commit());
}

// As a register has it: half of them are here already.
std::string table_of(db::Connection& connection, const std::string& unit) {
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
    for (int i = 0; i < kRowsOfTable / 2; ++i) {
        csv += "Bayi Baru " + std::to_string(i) + ",2026-10-" + std::to_string(10 + i % 20) +
               ",L,Ibu Baru " + std::to_string(i) + "," + unit + "\n";
    }
    return csv;
}

}  // namespace

PagesCentre::PagesCentre(const std::string& file, std::int64_t mothers)
    : clock_(kNow), forms_(forms::FormSet::builtin()) {
    const bool is_new = !std::filesystem::exists(file);
    connection_ = std::make_unique<db::Connection>(must(server_store::open_database(file, is_new)));
    if (is_new) fill(mothers);
    console_ = std::make_unique<console::Console>(settings(file));
}

PagesCentre::~PagesCentre() = default;

void PagesCentre::fill(std::int64_t mothers) {
    db::Connection& connection = *connection_;
    demo::Options wish;
    wish.mothers = static_cast<int>(mothers);
    const demo::Centre centre = demo::make_centre(wish);
    put_identity(connection);
    put_people(connection, centre.places);
    take({connection, forms_.now().forms, clock_, random_}, centre);
    while (must(merge::settle(connection, clock_, kAll)) > 0) continue;
    must(merge::scan(connection, clock_, "bench", {}));
    put_waiting(connection);
    const base::Zone zone = base::find_zone("Asia/Jakarta").value_or(base::Zone{});
    const base::UserId coordinator(centre.places.users.back().id);
    put_audit(connection, coordinator.text());
    must(reports::close_month(connection, base::add_months(kLast, -1), kNow, zone,
                              coordinator.text()));
    for (int back = -1; back <= 1; ++back) {
        must(overview::keep_month(connection, base::add_months(kLast, -back), kNow, zone));
    }
    must(overview::keep_arrivals(connection, kNow, zone));
    const std::string unit = centre.places.units.front().code;
    must(server_store::put_import_draft(
        connection, {coordinator.text(), kNow, "register.csv", table_of(connection, unit), "{}"}));
    must(server_store::add_session(connection,
                                   {crypto::token_hash(kToken), coordinator, "csrf", kNow, kNow}));
    must(connection.execute("ANALYZE"));
}

console::Settings PagesCentre::settings(const std::string& file) {
    const auto open = [file](bool is_read_only) {
        db::OpenOptions options;
        options.may_create = false;
        options.is_read_only = is_read_only;
        options.busy_timeout_ms = 15'000;
        return db::Connection::open(file, options);
    };
    return {{"Puskesmas Ukur", base::find_zone("Asia/Jakarta").value_or(base::Zone{}), "", ""},
            [open] { return open(true); },
            [this](const std::function<void(db::Connection&)>& work) {
                const std::lock_guard guard(one_at_a_time_);
                work(*connection_);
            },
            forms_,
            clock_,
            random_,
            {},
            {},
            [open] { return open(false); }};
}

http::Response PagesCentre::get(const std::string& path_and_query) {
    http::Request request;
    request.method = "GET";
    const auto question = path_and_query.find('?');
    request.path = path_and_query.substr(0, question);
    if (question != std::string::npos) request.query = path_and_query.substr(question + 1);
    request.remote_address = "192.168.1.9";
    request.headers.push_back({"cookie", "__Host-kawan=" + kToken});
    return console_->answer(std::move(request));
}

std::vector<std::string> PagesCentre::addresses() {
    db::Connection& c = *connection_;
    const std::string unit = one_text(c, "SELECT code FROM unit ORDER BY code");
    const std::string pair =
        one_text(c, "SELECT a || '/' || b FROM candidate WHERE state = 'open' ORDER BY score DESC");
    const std::string people = "/figures/people?id=";
    const std::string visit = one_text(c, "SELECT id FROM record WHERE type = 'visit'");
    return {"/",
            "/duplicates",
            "/duplicates?page=5",
            "/duplicates/" + pair,
            "/merges",
            "/conflicts",
            "/conflicts/" + one_text(c, "SELECT id FROM contender WHERE closed_at IS NULL"),
            "/quarantine",
            "/quarantine/" + one_text(c, "SELECT device || '/' || n FROM quarantine"),
            "/arrivals",
            "/referrals",
            "/figures",
            "/figures?month=2026-10",
            "/figures?month=2026-09&unit=" + http::percent_encoded(unit),
            people + "ID_ASI05:2026-10:SEMUA",
            people + "SIGIZI_14:2026-09:SEMUA",
            people + "ID_ASI05.DEN:2026-Q3:SEMUA",
            people + "ID_RECALL:2026-10:" + unit,
            "/figures/record/" + visit,
            "/reports",
            "/reports?month=2026-10",
            "/months",
            "/months/2026-11",
            "/months/2026-10",
            "/months/2026-09",
            "/targets",
            "/imports",
            "/imports/draft",
            "/users",
            "/users/new",
            "/users/" + one_text(c, "SELECT id FROM user WHERE role = 'KADER' ORDER BY id"),
            "/units",
            "/units/" + http::percent_encoded(unit),
            "/laptops",
            "/laptops/" + one_text(c, "SELECT id FROM device WHERE name = 'laptop 1'"),
            "/pin",
            "/backups",
            "/forms",
            "/erasure",
            "/audit",
            "/audit?what=see_list&page=3",
            "/audit?subject=subject%20500",
            "/audit?from=2026-10-01&to=2026-10-02",
            "/audit?actor=command-line",
            "/account",
            "/first-time",
            "/sign-in"};
}

}  // namespace figures
