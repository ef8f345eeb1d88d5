// What must not leave, and what must still be true of what does.
#include "shared/base/file.h"
#include "tests/sync-server/reports/research/study.h"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

using namespace study;

namespace {

const std::vector<std::string> kPlanted = {"SITI-RAHAYU",  "3201234567890123", "081234567890",
                                           "Jl. Melati 7", "-7.123456",        "112.654321",
                                           "P1-KENANGA"};

// Her name, numbers and address in every text of every form, in answers that are codes or
// numbers, and in fields that no form has.
void plant_everywhere(Study& study) {
    for (const std::string& type : forms::FormSet::builtin().ids()) {
        if (type == "consent") continue;  // a paper that nobody can read is a no
        const forms::Form& form = *forms::FormSet::builtin().find(type);
        const auto ids = server_store::ids_of_type(study.connection, type);
        for (const std::string& id : ids.value()) {
            auto fields = server_store::find_record(study.connection, id).value()->record.fields;
            std::size_t next = 0;
            for (const forms::Question& question : form.questions) {
                const bool is_free = question.type == forms::QuestionType::Text ||
                                     question.type == forms::QuestionType::Calculate;
                const bool is_answer = !fields.has(question.name) &&
                                       question.name != "merged_into" && question.list != "";
                if (!is_free && !is_answer && question.type != forms::QuestionType::Integer &&
                    question.type != forms::QuestionType::Decimal) {
                    continue;
                }
                if (fields.has(question.name) && !is_free) continue;
                if (question.name == "retracted") continue;
                const std::string& value = kPlanted[next++ % kPlanted.size()];
                if (question.type == forms::QuestionType::Integer && next % 2 == 0) {
                    fields.set_token(question.name, "3201234567890123");
                } else {
                    fields.set(question.name, value);
                }
            }
            fields.set("nickname", kPlanted[0]);
            fields.set("gps_lat", kPlanted[4]);
            fields.set("gps_lon", kPlanted[5]);
            fields.set("note", kPlanted[0] + " " + kPlanted[3]);
            study.put(base::RecordId(id), type, fields, "P1-KENANGA");
        }
    }
}

void check_absent(const Taken& made, const std::string& planted) {
    for (const auto& [name, text] : made.files) {
        CHECK_MESSAGE(text.find(planted) == std::string::npos, name << " holds " << planted);
    }
}

std::set<std::string> cells_of(const base::csv::Table& table, const std::string& name) {
    std::set<std::string> found;
    for (std::size_t row = 0; row < table.rows.size(); ++row) found.insert(table.at(row, name));
    return found;
}

}  // namespace

TEST_CASE_FIXTURE(Study, "what names a person appears in no file, wherever it was written") {
    const auto all = mothers(6, "P1-KENANGA");
    base::Fields session = simulation::fields_of(R"({"duration_s":240,"source":"OBS"})");
    session.set("mother_id", all[0].mother.text());
    session.set("birth_event_id", all[0].birth.text());
    session.set("performed_at", "2026-03-01T09:00:00+07:00");
    add("massage_session", session, "P1-KENANGA");
    base::Fields check = simulation::fields_of(R"({"temp_c":36.5})");
    check.set("mother_id", all[0].mother.text());
    check.set("visit_id", all[0].first.text());
    add("mother_check", check, "P1-KENANGA");
    base::Fields teaching = simulation::fields_of(R"({"consent_touch":"1"})");
    teaching.set("mother_id", all[0].mother.text());
    teaching.set("visit_id", all[0].first.text());
    teaching.set("started_at", "2026-02-17T09:00:00+07:00");
    add("massage_teaching", teaching, "P1-KENANGA");
    plant_everywhere(*this);

    const auto made = take();
    for (const char* name : {"mothers", "infants", "visits", "recalls", "teachings", "sessions",
                             "mother_checks", "infant_checks"}) {
        CHECK_MESSAGE(!table(made, name).rows.empty(), name);
    }
    for (const std::string& each : kPlanted) check_absent(made, each);
    check_absent(made, "Rina");
    check_absent(made, "3201234567890123");
    for (const Mother& who : all) {
        check_absent(made, who.mother.text());
        check_absent(made, who.infant.text());
        check_absent(made, who.first.text());
    }
    CHECK(made.refused > 20);
    CHECK(text_of(made, "anonymity.csv").find("answers_outside_list_") != std::string::npos);
}

TEST_CASE_FIXTURE(Study, "who did not agree to research, or took it back, is in no file") {
    mothers(6);
    mother("2026-02-10", "P1", "2000-01-01", "CARE SHARE_PKM");
    const Mother back = mother("2026-02-10");
    base::Fields paper =
        server_store::find_record(connection, back.consent.text()).value()->record.fields;
    paper.set("withdrawn", "1");
    paper.set("withdrawn_at", "2026-05-01T09:00:00+07:00");
    paper.set("withdraw_scope", "RESEARCH");
    put(back.consent, "consent", paper, "P1");
    const auto key = research::Pseudonyms::fresh();
    const auto made = take(key);
    CHECK(cells_of(table(made, "mothers"), "mother_id").size() == 6);
    CHECK(made.consenting == 13);  // six mothers, their infants, and her infant
    check_absent(made, key.of("person", back.mother.text()));
    CHECK(cells_of(table(made, "infants"), "infant_id").size() == 7);
    CHECK(table(made, "visits").rows.size() == 12);
}

TEST_CASE_FIXTURE(Study, "two exports have no pseudonym in common, unless the key was kept") {
    mothers(6);
    const auto key = research::Pseudonyms::fresh();
    const auto again = research::Pseudonyms::from_text(key.key_text());
    REQUIRE(again.ok());
    const auto first = take(key);
    CHECK(text_of(first, "mothers.csv") == text_of(take(again.value()), "mothers.csv"));
    const auto other = take();
    for (const char* column : {"mother_id", "delivery_id", "posyandu"}) {
        for (const std::string& each : cells_of(table(first, "mothers"), column)) {
            CHECK_FALSE(cells_of(table(other, "mothers"), column).contains(each));
        }
    }
    CHECK_FALSE(research::Pseudonyms::from_text("no key").ok());
}

TEST_CASE_FIXTURE(Study, "days between a family's events are true, the days themselves are not") {
    mothers(6);
    const auto made = take();
    const auto mothers_table = table(made, "mothers");
    const auto visits = table(made, "visits");
    std::map<std::string, base::Date> delivered;
    for (std::size_t row = 0; row < mothers_table.rows.size(); ++row) {
        delivered[mothers_table.at(row, "mother_id")] =
            day(mothers_table.at(row, "delivered_on").c_str());
    }
    REQUIRE(visits.rows.size() == 12);
    for (std::size_t row = 0; row < visits.rows.size(); ++row) {
        const int days = base::days_between(delivered[visits.at(row, "mother_id")],
                                            day(visits.at(row, "visited_on").c_str()));
        CHECK((days == 7 || days == 28));
        CHECK(visits.at(row, "postpartum_day") == std::to_string(days));
    }
    const auto infants = table(made, "infants");
    for (std::size_t row = 0; row < infants.rows.size(); ++row) {
        const auto hers = delivered.find(infants.at(row, "mother_id"));
        REQUIRE(hers != delivered.end());
        CHECK(infants.at(row, "born_on") == base::to_text(hers->second));
    }
    CHECK(cells_of(table(made, "recalls"), "age_days") == std::set<std::string>{"7", "28"});
    for (const char* name : {"mothers", "infants", "visits", "recalls", "infant_checks"}) {
        const std::string text = text_of(made, std::string(name) + ".csv");
        CHECK(text.find("2026-02-10") == std::string::npos);
        CHECK(text.find("2000-01-01") == std::string::npos);
    }
    CHECK(cells_of(mothers_table, "delivered_on").size() > 1);  // not one shift for all
}

TEST_CASE("no shift is shorter than thirty days or longer than half a year") {
    const auto key = research::Pseudonyms::fresh();
    bool has_earlier = false, has_later = false;
    for (int each = 0; each < 2000; ++each) {
        const int shift = key.shift_of(std::to_string(each));
        CHECK(std::abs(shift) >= research::kShiftLeast);
        CHECK(std::abs(shift) <= research::kShiftMost);
        (shift < 0 ? has_earlier : has_later) = true;
    }
    CHECK(has_earlier);
    CHECK(has_later);
}

TEST_CASE_FIXTURE(Study, "too few who agreed are no data set") {
    mothers(4);
    Files files;
    const auto made = make(files, research::Pseudonyms::fresh());
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == base::ErrorCode::NotFound);
    CHECK(files.empty());
}

TEST_CASE_FIXTURE(Study, "events leave one person after another, in the order of the pseudonyms") {
    mothers(6);
    std::map<std::string, std::vector<std::string>> pieces;
    const auto put = [&](std::string_view file, std::string_view text) {
        pieces[std::string(file)].emplace_back(text);
        return base::Status(base::Done{});
    };
    REQUIRE(research::make_export(connection, forms::FormSet::builtin(), asked,
                                  research::Pseudonyms::fresh(), put)
                .ok());
    for (const auto& [name, column] : std::vector<std::pair<std::string, std::string>>{
             {"visits.csv", "mother_id"}, {"recalls.csv", "infant_id"}}) {
        REQUIRE(pieces[name].size() == 7);  // the head, and six persons
        std::string last;
        for (std::size_t at = 1; at < pieces[name].size(); ++at) {
            const auto rows = base::csv::parse(pieces[name][0] + pieces[name][at]).value();
            REQUIRE(rows.rows.size() == 2);
            CHECK(rows.at(0, column) == rows.at(1, column));
            CHECK(last < rows.at(0, column));
            last = rows.at(0, column);
        }
    }
}

TEST_CASE_FIXTURE(Study, "an export stops where its files cannot be written") {
    mothers(6);
    int asked_for = 0;
    const auto full = [&](std::string_view, std::string_view) -> base::Status {
        if (++asked_for < 12) return base::Done{};
        return base::Error{base::ErrorCode::DiskFull, "the disk is full"};
    };
    const auto made = research::make_export(connection, forms::FormSet::builtin(), asked,
                                            research::Pseudonyms::fresh(), full);
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == base::ErrorCode::DiskFull);
    CHECK(asked_for == 12);
}
