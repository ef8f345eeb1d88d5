#include "sync-server/merge/candidates.h"
#include "sync-server/merge/scanning.h"

#include "shared/base/random.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/duplicates/profiles.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/records.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

using namespace merge;

namespace {

using Answers = std::initializer_list<std::pair<const char*, std::string>>;

std::string id(int number) {
    const std::string text = std::to_string(number);
    return "01890000-0000-7000-8000-" + std::string(12 - text.size(), '0') + text;
}

struct Village {
    db::Connection connection = server_store::open_database(":memory:", true).value();
    base::FixedClock clock{base::Instant{1'795'000'000'000}};
    int homes = 0;

    void put(const std::string& record, const std::string& type, Answers answers) {
        auto found = server_store::find_record(connection, record).value();
        server_store::StoredRecord stored = found ? *found : server_store::StoredRecord{};
        std::optional<std::uint64_t> before;
        if (found) {
            before = records::row_hash(record, stored.record.revision, stored.fields_text);
        }
        stored.record.id = records::RecordId(record);
        stored.record.type = type;
        stored.record.unit = "KRJ";
        ++stored.record.revision.counter;
        std::vector<std::string> named;
        for (const auto& [name, value] : answers) {
            stored.record.fields.set(name, value);
        }
        for (const auto& [name, token] : stored.record.fields.entries()) {
            const std::string value = stored.record.fields.text(name);
            if (base::is_uuid(value)) named.push_back(value);
        }
        stored.fields_text = stored.record.fields.to_json();
        stored.writers = "{}";
        REQUIRE(server_store::put_record(connection, stored, before, named).ok());
        REQUIRE(server_store::queue_for_matching(connection, type, record).ok());
    }

    // A mother and her husband; 100 n is the household, 100 n + 1 she, + 2 he.
    int family(const std::string& mother, const std::string& born, const std::string& husband,
               const std::string& phone = "", int place = 3) {
        const int home = 100 * ++homes;
        put(id(home), "household",
            {{"head_name", husband},
             {"rt", "00" + std::to_string(place % 7)},
             {"rw", "001"},
             {"address_line", std::string("Dukuh ") + (place % 2 == 0 ? "Krajan" : "Lor")}});
        put(id(home + 1), "person",
            {{"household_id", id(home)},
             {"full_name", mother},
             {"birth_date", born},
             {"birth_date_precision", "D"},
             {"sex", "P"},
             {"is_mother", "1"},
             {"phone", phone}});
        put(id(home + 2), "person",
            {{"household_id", id(home)},
             {"full_name", husband},
             {"birth_date", "1985-01-02"},
             {"birth_date_precision", "D"},
             {"sex", "L"},
             {"relation_to_head", "KEPALA"}});
        return home;
    }

    // So many others that names and dates are what they are in a village.
    void neighbours() {
        base::SeededRandom random(7);
        const auto word = [&] {
            constexpr std::string_view kParts = "bacadagakalamanaparasatawabicidigikilimiripisi";
            std::string made;
            for (int i = 0; i < 3; ++i) made += kParts.substr(2 * random.below(22), 2);
            return made;
        };
        for (int i = 0; i < 60; ++i) {
            const std::string born = std::to_string(1980 + random.below(23)) + "-05-" +
                                     std::to_string(10 + random.below(18));
            family(word() + " " + word(), born, word() + " " + word(),
                   "08123456" + std::to_string(1000 + i), static_cast<int>(random.below(9)));
        }
    }

    void infant(int number, int home, int event, const std::string& order, const char* name,
                const char* fetuses = "2") {
        put(id(event), "birth_event",
            {{"mother_id", id(home + 1)},
             {"delivery_date", "2026-10-01"},
             {"fetus_count", fetuses}});
        put(id(number), "person",
            {{"household_id", id(home)},
             {"mother_person_id", id(home + 1)},
             {"full_name", name},
             {"birth_date", "2026-10-01"},
             {"birth_date_precision", "D"},
             {"sex", "P"},
             {"is_infant", "1"},
             {"birth_order", order}});
        put(id(number + 50), "birth_outcome",
            {{"birth_event_id", id(event)}, {"infant_id", id(number)}, {"birth_order", order}});
    }

    void settle_all() {
        for (std::int64_t left = 1; left > 0;) left = settle(connection, clock, 1000).value();
    }
    Page open() { return list(connection, clock, {}).value(); }
    std::optional<Candidate> candidate(int a, int b) {
        settle_all();
        const auto all = list_of(connection, clock, id(a)).value();
        for (const Candidate& each : all) {
            const bool is_it = each.a.id == id(b) || each.b.id == id(b);
            if (is_it && each.state == State::Open) return each;
        }
        return std::nullopt;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Village, "a mother heard twice is proposed, with the reasons in words") {
    neighbours();
    const int first = family("Sitti Aminah", "1995-03-08", "Joko Santoso");
    const int second = family("Siti Aminah", "1995-08-03", "Djoko Santoso");
    const auto found = candidate(first + 1, second + 1);
    REQUIRE(found);
    CHECK(found->kind == Kind::Mother);
    CHECK(found->score > 0.9);
    const std::string indonesian = words(found->reasons, Language::Indonesian);
    CHECK(indonesian.find("nama mirip: Sitti Aminah / Siti Aminah") != std::string::npos);
    CHECK(indonesian.find("nama suami mirip: Joko Santoso / Djoko Santoso") != std::string::npos);
    CHECK(indonesian.find("tanggal dan bulan lahir tertukar: 1995-03-08 / 1995-08-03") !=
          std::string::npos);
    const std::string english = words(found->reasons, Language::English);
    CHECK(english.find("day and month of birth exchanged") != std::string::npos);
}

TEST_CASE_FIXTURE(Village, "a new record is compared when it arrives, without a scan") {
    neighbours();
    const int first = family("Kartini", "1991-04-21", "Sosro", "081311112222");
    settle_all();
    CHECK(open().waiting == 0);
    const int second = family("Kartinni", "1991-04-21", "Sosro");
    const auto found = candidate(first + 1, second + 1);
    REQUIRE(found);
    CHECK(candidate(first + 2, second + 2));
    CHECK(candidate(first, second));
}

TEST_CASE_FIXTURE(Village, "a page never learns from everybody; it says who still waits") {
    neighbours();
    const int first = family("Kartini", "1991-04-21", "Sosro", "081311112222");
    const int second = family("Kartinni", "1991-04-21", "Sosro");
    for (int i = 0; i < 10; ++i) CHECK(open().waiting > 0);
    CHECK(open().candidates.empty());
    CHECK(server_store::match_weights(connection, "adults").value().empty());
    REQUIRE(work_in_background(connection, clock, [] { return false; }).ok());
    CHECK(open().waiting == 0);
    CHECK(candidate(first + 1, second + 1));
}

TEST_CASE_FIXTURE(Village, "namesakes of other years and husbands are not proposed") {
    neighbours();
    const int first = family("Siti Aminah", "1995-03-08", "Joko Santoso");
    const int second = family("Siti Aminah", "1979-11-20", "Bambang Irawan");
    CHECK_FALSE(candidate(first + 1, second + 1));
}

TEST_CASE_FIXTURE(Village, "twins are never proposed; of twins heard twice each finds its own") {
    neighbours();
    const int first = family("Kartini", "1991-04-21", "Sosro");
    infant(9001, first, 9900, "1", "By Ny Kartini 1");
    infant(9002, first, 9900, "2", "By Ny Kartini 2");
    CHECK_FALSE(candidate(9001, 9002));
    CHECK(one(connection, clock, id(9001), id(9002)).value()->guard->code == "guard:one_birth");
    const int second = family("Kartinni", "1991-04-21", "Sosro");
    infant(9003, second, 9901, "1", "By Ny Kartinni 1");
    infant(9004, second, 9901, "2", "By Ny Kartinni 2");
    CHECK(candidate(9001, 9003));
    CHECK(candidate(9002, 9004));
    CHECK_FALSE(candidate(9001, 9004));
    const auto pair = one(connection, clock, id(9001), id(9003)).value();
    CHECK(pair->guard->code == "guard:mothers_first");
    CHECK(words(*pair->guard, Language::Indonesian) == "gabungkan data ibunya dulu, baru bayinya");
}

TEST_CASE_FIXTURE(Village, "mother and daughter of one name in one home are not proposed") {
    neighbours();
    const int home = family("Siti Aminah", "1999-03-08", "Joko Santoso");
    put(id(9100), "person",
        {{"household_id", id(home)},
         {"full_name", "Siti Aminah"},
         {"birth_date", "1970"},
         {"birth_date_precision", "Y"},
         {"sex", "P"}});
    CHECK_FALSE(candidate(home + 1, 9100));
    CHECK(one(connection, clock, id(home + 1), id(9100)).value()->guard->code ==
          "guard:parent_and_child");
}

TEST_CASE_FIXTURE(Village, "a dismissed pair stays away until one of the two changes") {
    neighbours();
    const int first = family("Kartini", "1991-04-21", "Sosro");
    const int second = family("Kartinni", "1991-04-21", "Sosro");
    REQUIRE(candidate(first + 1, second + 1));
    const Dismissal dismissal{id(second + 1), id(first + 1), "user-1", "dua orang"};
    REQUIRE(dismiss(connection, clock, dismissal).value());
    CHECK_FALSE(candidate(first + 1, second + 1));
    REQUIRE(scan(connection, clock, "user-1", {}).ok());
    CHECK_FALSE(candidate(first + 1, second + 1));
    CHECK(server_store::audited(connection, "duplicate_dismissed").value().size() == 1);
    put(id(second + 1), "person", {{"education", "SMA"}});
    CHECK_FALSE(candidate(first + 1, second + 1));
    put(id(second + 1), "person", {{"phone", "081399998888"}});
    CHECK(candidate(first + 1, second + 1));
    CHECK_FALSE(dismiss(connection, clock, {id(1), id(2), "user-1", "x"}).value());
}

TEST_CASE_FIXTURE(Village, "a pair that was merged is off the list, and back when it is undone") {
    neighbours();
    const int first = family("Kartini", "1991-04-21", "Sosro");
    const int second = family("Kartinni", "1991-04-21", "Sosro");
    REQUIRE(candidate(first + 1, second + 1));
    put(id(second + 1), "person", {{"merged_into", id(first + 1)}});
    CHECK_FALSE(candidate(first + 1, second + 1));
    CHECK(list_of(connection, clock, id(first + 1)).value().front().state == State::Merged);
    put(id(second + 1), "person", {{"merged_into", ""}});
    CHECK(candidate(first + 1, second + 1));
}

TEST_CASE_FIXTURE(Village, "an erased person leaves no profile where no household leads to it") {
    neighbours();
    const int first = family("Kartini", "1991-04-21", "Sosro");
    settle_all();
    REQUIRE(server_store::find_profile(connection, id(first + 1)).value());
    for (const int near : {first, first + 2}) {
        REQUIRE(server_store::remove_profile(connection, id(near)).ok());
    }
    REQUIRE(server_store::apply_erased(connection, {id(first + 1)}).ok());
    CHECK_FALSE(server_store::find_profile(connection, id(first + 1)).value());
}

TEST_CASE_FIXTURE(Village, "an erased person leaves neither candidate nor profile") {
    neighbours();
    const int first = family("Kartini", "1991-04-21", "Sosro");
    const int second = family("Kartinni", "1991-04-21", "Sosro");
    REQUIRE(candidate(first + 1, second + 1));
    REQUIRE(server_store::apply_erased(connection, {id(second + 1)}).ok());
    CHECK_FALSE(server_store::find_profile(connection, id(second + 1)).value());
    CHECK_FALSE(server_store::find_profile(connection, id(second + 2)).value());
    CHECK(server_store::candidates_of(connection, id(second + 1)).value().empty());
    settle_all();
    CHECK_FALSE(server_store::find_profile(connection, id(second + 1)).value());
    CHECK(server_store::find_profile(connection, id(second + 2)).value());
}

TEST_CASE_FIXTURE(Village, "a scan tells how far it is and can be left") {
    neighbours();
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    CHECK(scan_progress(connection, clock).value()->state == Progress::State::Waiting);
    REQUIRE(work_in_background(connection, clock, [] { return false; }).ok());
    CHECK(scan_progress(connection, clock).value()->state == Progress::State::Done);
    const auto left = scan(connection, clock, "user-1", [](const Progress&) { return false; });
    CHECK(left.value().state == Progress::State::Stopped);
    REQUIRE(ask_for_scan(connection, clock, "user-1").ok());
    REQUIRE(stop_scan(connection, clock).ok());
    CHECK(scan_progress(connection, clock).value()->state == Progress::State::Stopped);
}

TEST_CASE_FIXTURE(Village,
                  "a filter of units and kinds lets through what is of them, page by page") {
    neighbours();
    family("Kartini", "1991-04-21", "Sosro");
    family("Kartinni", "1991-04-21", "Sosro");
    settle_all();
    Filter filter;
    filter.units = {"KRJ"};
    const Page all = list(connection, clock, filter).value();
    CHECK(all.total >= 3);
    filter.limit = 1;
    const Page page = list(connection, clock, filter).value();
    CHECK(page.candidates.size() == 1);
    CHECK(page.total == all.total);
    filter.kind = Kind::Mother;
    CHECK(list(connection, clock, filter).value().total == 1);
    filter.units = {"ELSEWHERE"};
    CHECK(list(connection, clock, filter).value().total == 0);
}
