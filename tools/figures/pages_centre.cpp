#include "tools/figures/pages_centre.h"

#include "shared/base/markup.h"
#include "shared/crypto/encoding.h"
#include "sync-server/app/erasing.h"
#include "sync-server/store/meta.h"
#include "tools/figures/measuring.h"
#include "tools/figures/pages_filling.h"

#include <filesystem>

namespace figures {

namespace {

std::string token_of(const std::string& role) {
    return "the browser of " + role;
}

}  // namespace

PagesCentre::PagesCentre(const std::string& file, std::int64_t mothers)
    : clock_(kPagesNow), forms_(forms::FormSet::builtin()) {
    const bool is_new = !std::filesystem::exists(file);
    connection_ = std::make_unique<db::Connection>(must(server_store::open_database(file, is_new)));
    fill_pages_centre({*connection_, forms_.now().forms, clock_, random_}, mothers);
    for (const char* role : {"KOORD", "BIDAN", "DINKES", "ADMIN"}) sign_in(role);
    console_ = std::make_unique<console::Console>(settings(file));
}

PagesCentre::~PagesCentre() = default;

std::string PagesCentre::text(const char* sql) {
    auto row = must(connection_->prepare(sql));
    return must(row.step()) ? row.text(0) : std::string();
}

// As who is of that role already, or somebody new; a midwife of two posyandu.
void PagesCentre::sign_in(const std::string& role) {
    db::Connection& c = *connection_;
    const std::string hash = crypto::token_hash(token_of(role));
    auto standing = must(c.prepare(
        "SELECT id FROM user WHERE role = $1 AND disabled_at IS NULL ORDER BY rowid LIMIT 1"));
    standing.bind(1, role);
    const bool is_there = must(standing.step());
    const base::UserId who(is_there ? standing.text(0) : base::make_uuid5("bench " + role));
    standing.reset();
    auto transaction = must(db::Transaction::begin(c));
    if (!is_there) {
        must(server_store::add_user(c, {who, "bench " + role, role, false}, kPagesNow));
        for (const char* unit : {"SELECT min(code) FROM unit", "SELECT max(code) FROM unit"}) {
            must(server_store::add_user_unit(c, who, text(unit)));
        }
    }
    must(server_store::end_session(c, hash));
    must(server_store::add_session(c, {hash, who, "csrf", kPagesNow, kPagesNow}));
    must(transaction.commit());
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
            server_app::erasing_in(std::filesystem::path(file).parent_path().string()),
            {},
            [open] { return open(false); }};
}

http::Response PagesCentre::get(const std::string& role, const std::string& path_and_query) {
    http::Request request;
    request.method = "GET";
    const auto question = path_and_query.find('?');
    request.path = path_and_query.substr(0, question);
    if (question != std::string::npos) request.query = path_and_query.substr(question + 1);
    request.remote_address = "192.168.1.9";
    request.headers.push_back({"cookie", "__Host-kawan=" + token_of(role)});
    return console_->answer(std::move(request));
}

std::vector<std::string> PagesCentre::addresses() {
    std::vector<std::string> found = {"/", "/arrivals", "/account", "/first-time", "/sign-in"};
    add_waiting(found);
    add_figures(found);
    add_people(found);
    return found;
}

void PagesCentre::add_waiting(std::vector<std::string>& found) {
    const std::string pair =
        text("SELECT a || '/' || b FROM candidate WHERE state = 'open' ORDER BY score DESC, a, b");
    const std::string home = text(
        "SELECT a || '/' || b FROM candidate WHERE state = 'open' AND kind = 'household' ORDER BY "
        "score DESC, a, b");
    const std::string merged = text("SELECT id FROM record WHERE type = 'merge_log'");
    for (const std::string& each : std::vector<std::string>{
             "/duplicates", "/duplicates?page=5", "/duplicates/" + pair, "/duplicates/" + home,
             "/merges", "/merges/" + merged, "/conflicts", "/conflicts?page=3",
             "/conflicts/" + text("SELECT id FROM contender WHERE closed_at IS NULL"),
             "/quarantine", "/quarantine?page=3", "/decided",
             "/quarantine/" + text("SELECT device || '/' || n FROM quarantine"), "/referrals",
             "/referrals?page=3", "/imports", "/imports/draft"}) {
        found.push_back(each);
    }
}

void PagesCentre::add_figures(std::vector<std::string>& found) {
    const std::string unit = text("SELECT code FROM unit ORDER BY code");
    const std::string people = "/figures/people?id=";
    for (const std::string& each : std::vector<std::string>{
             "/figures",
             "/figures?month=2026-10",
             "/figures?month=2026-09&unit=" + base::percent_encoded(unit),
             people + "ID_ASI05:2026-10:SEMUA",
             people + "ID_ASI05:2026-10:SEMUA&page=20",
             people + "SIGIZI_14:2026-09:SEMUA",
             people + "ID_ASI05.DEN:2026-09:SEMUA",
             people + "ID_RECALL:2026-10:" + unit,
             "/figures/record/" + text("SELECT id FROM record WHERE type = 'visit'"),
             "/figures/record/" + text("SELECT id FROM record WHERE type = 'person'"),
             "/reports",
             "/reports?month=2026-10",
             "/reports/missing?month=2026-09",
             "/reports/missing?month=2026-10",
             "/reports/mapping",
             "/choices",
             "/months",
             "/months/2026-11",
             "/months/2026-10",
             "/months/2026-09",
             "/targets"}) {
        found.push_back(each);
    }
}

void PagesCentre::add_people(std::vector<std::string>& found) {
    const std::string unit = base::percent_encoded(text("SELECT code FROM unit ORDER BY code"));
    const std::string infant = text(
        "SELECT id FROM record WHERE type = 'person' AND json_extract(fields, '$.is_infant') = '1' "
        "ORDER BY no DESC");
    const std::string crossing = text("SELECT id FROM crossing");
    for (const std::string& each : std::vector<std::string>{
             "/residents",
             "/residents?unit=" + unit,
             "/residents?unit=" + unit + "&page=3",
             "/residents/" + infant,
             "/moves",
             "/moves/in",
             "/moves/out?person=" + infant + "&to=X",
             "/moves/" + crossing + "/file",
             "/users",
             "/users/new",
             "/users/" + text("SELECT id FROM user WHERE role = 'KADER' ORDER BY id"),
             "/units",
             "/units/" + unit,
             "/laptops",
             "/laptops/" + text("SELECT id FROM device WHERE name = 'laptop 1'"),
             "/pin",
             "/backups",
             "/forms",
             "/erasure",
             "/erasure?person=" + infant,
             "/audit",
             "/audit?what=see_list&page=3",
             "/audit?subject=subject%20500",
             "/audit?from=2026-10-01&to=2026-10-02",
             "/audit?actor=command-line"}) {
        found.push_back(each);
    }
}

}  // namespace figures
