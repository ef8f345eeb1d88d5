// What a report's process takes at its highest, of 100,000 persons: a health centre's computer is
// small, and the server runs beside it.
#include "shared/base/file.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/records.h"
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"
#include "tools/figures/pages_centre.h"
#include "tools/figures/pages_filling.h"
#include "tools/figures/process.h"

#include <filesystem>

namespace figures {

namespace {

constexpr std::int64_t kMothers = 31'500;  // as console_pages has them
constexpr std::string_view kEverybodyAgreed = "bench agreed";
constexpr const char* kFigure = "report_process_peak";

using Words = std::vector<std::string>;
struct Wish {
    const char* name;
    Words words;  // of kawan-server, without where
};

const std::vector<Wish>& wishes() {
    static const std::string month = base::to_text(kPagesMonth);
    static const std::string first = base::to_text(base::add_months(kPagesMonth, -9));
    static const std::vector<Wish> all = {
        {"all.xlsx", {"report", "--month", month, "--table", "all", "--format", "xlsx"}},
        {"published.xlsx", {"report", "--month", month, "--published", "--format", "xlsx"}},
        {"cohort.xlsx", {"report", "--month", month, "--table", "cohort", "--format", "xlsx"}},
        {"cohort.html", {"report", "--month", month, "--table", "cohort", "--format", "html"}},
        {"persons.json", {"report", "--month", month, "--table", "persons", "--format", "fhir"}},
        {"research", {"research", "--from", first, "--to", month}}};
    return all;
}

void put_paper(db::Connection& connection, server_store::StoredRecord& paper,
               const std::string& person) {
    std::optional<std::uint64_t> before;
    if (paper.no != 0) {
        before =
            records::row_hash(paper.record.id.text(), paper.record.revision, paper.fields_text);
    }
    const std::string scopes = paper.record.fields.text("scopes");
    paper.record.fields.set("scopes", scopes + " RESEARCH");
    paper.fields_text = paper.record.fields.to_json();
    must(server_store::put_record(connection, paper, before, {person}));
}

// The demo's mothers have signed for their care, and nobody for the children.
void let_everybody_agree(db::Connection& connection) {
    if (!must(server_store::meta(connection, kEverybodyAgreed)).empty()) return;
    auto transaction = must(db::Transaction::begin(connection));
    for (const std::string& id : must(server_store::ids_of_type(connection, "consent"))) {
        auto paper = *must(server_store::find_record(connection, id));
        put_paper(connection, paper, paper.record.fields.text("person_id"));
    }
    for (const std::string& id : must(server_store::ids_of_type(connection, "person"))) {
        const auto person = must(server_store::find_plain_record(connection, id));
        if (person->fields.text("is_infant") != "1") continue;
        server_store::StoredRecord paper;
        paper.record = {records::RecordId(base::make_uuid5("paper of " + id)),
                        "consent",
                        person->unit,
                        {1, 1},
                        {}};
        paper.record.fields.set("person_id", id);
        paper.record.fields.set("given_by", "PARENT");
        paper.record.fields.set("scopes", "CARE SHARE_PKM");
        paper.record.fields.set("given_at", person->fields.text("birth_date") + "T09:00:00+07:00");
        paper.writers = "{}";
        put_paper(connection, paper, id);
    }
    must(server_store::set_meta(connection, kEverybodyAgreed, "1"));
    must(transaction.commit());
}

// The folder that kawan-server works in, and how many persons are in it.
std::pair<std::string, std::int64_t> make_data(const Options& options) {
    const std::string file =
        options.database.empty() ? options.scratch + "/centre.db" : options.database;
    if (std::filesystem::path(file).filename() != "centre.db") {
        give_up(std::string(kFigure) + ": the database is called centre.db");
    }
    PagesCentre centre(file, options.n.value_or(kMothers));
    let_everybody_agree(centre.connection());
    return {std::filesystem::absolute(file).parent_path().string(),
            must(centre.connection().number("SELECT count(*) FROM record WHERE type = 'person'"))};
}

std::optional<double> peak_mb(Words words, const std::string& scratch) {
    Process process(words, scratch + "/output");
    const Process::Ended ended = process.finish_watched();
    if (ended.code == 0) return ended.peak_mb;
    skip(kFigure, words[1] + ": " + must(base::read_file(scratch + "/output.err")));
    return std::nullopt;
}

std::vector<Figure> measure(const Options& options) {
    const auto [data, persons] = make_data(options);
    const std::string server = options.programs + "/kawan-server";
    const auto idle = peak_mb({server, "user", "list", "--data", data}, options.scratch);
    std::vector<Figure> found;
    for (const Wish& each : wishes()) {
        const std::string out = options.scratch + "/" + each.name;
        Words words = {server};
        words.insert(words.end(), each.words.begin(), each.words.end());
        words.insert(words.end(), {"--data", data, "--out", out});
        if (each.words.front() == "report") words.emplace_back("--incomplete");
        const auto peak = peak_mb(std::move(words), options.scratch);
        if (!peak) continue;
        found.push_back({std::string(kFigure) + " " + each.name, "MB", *peak, idle, persons});
    }
    return found;
}

}  // namespace

Measurement report_processes() {
    return {{kFigure}, measure};
}

}  // namespace figures
