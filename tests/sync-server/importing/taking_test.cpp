// A table brought in by a health centre whose cadre's laptop gets it, works on, and keeps what she
// wrote when it is taken back.
#include "sync-server/importing/taking.h"

#include "shared/base/csv.h"
#include "shared/records/record.h"
#include "sync-server/store/records/imports.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <set>

using namespace importing;
using Standing = Baby::Standing;

namespace {

const base::Instant kNow = base::parse_date_time("2026-11-21T09:00:00+07:00").value();

struct HealthCentre {
    simulation::ScratchFolder folder;
    base::FixedClock clock{kNow};
    base::SeededRandom random{7};
    simulation::Server server{folder.path("server.db"), clock, random, {"P1", "P2"}};
    simulation::Device siti{folder.path("siti.db"), server,
                            server.add_user("Siti", "KADER", {"P1", "P2"}), clock, random};
    Choices choices;

    static std::string csv(const std::string& rows) {
        return "NIK,Nama,JK,Tgl Lahir,Nama Ortu,Tgl Lahir Ibu,No KK,Posyandu,RT\r\n" + rows;
    }
    Families preview(const std::string& rows) {
        const Table table = read_table(csv(rows)).value();
        return importing::preview(server.desk(), table, likely_columns(table), choices).value();
    }
    Result<Taken> take(const std::string& rows,
                       const std::optional<std::string>& expected = std::nullopt) {
        const std::string bytes = csv(rows);
        const Table table = read_table(bytes).value();
        return importing::take(server.desk(), table, likely_columns(table), choices,
                               {"bayi.csv", bytes, "koordinator"}, expected);
    }
    std::vector<records::Record> people(bool with_withdrawn = false) {
        std::vector<records::Record> found;
        const auto ids = server_store::ids_of_type(server.connection(), "person").value();
        for (const std::string& id : ids) {
            const auto stored = server_store::find_record(server.connection(), id).value();
            if (!with_withdrawn && records::is_retracted(stored->record)) continue;
            found.push_back(stored->record);
        }
        return found;
    }
    std::string first_remark(const std::string& row) {
        const Families families = preview(row);
        REQUIRE(families.babies.size() == 1);
        REQUIRE_FALSE(families.babies[0].remarks.empty());
        return sentence_id(families.babies[0].remarks[0]);
    }
};

const std::string kAminah = ",Aisyah,P,2026-05-02,Siti Aminah,1999-02-03,,P1,01\r\n";
const std::string kTwins =
    ",Hasan,L,2026-06-07,Dewi,1995-01-01,3374010101010001,P2,2\r\n"
    ",Husain,L,2026-06-07,Dewi,1995-01-01,3374010101010001,P2,2\r\n";

}  // namespace

TEST_CASE_FIXTURE(HealthCentre, "a table becomes households, mothers and infants on each laptop") {
    const auto taken = take(kAminah + kTwins, stamp_of(preview(kAminah + kTwins)));
    REQUIRE(taken.ok());
    CHECK(taken.value().infants == 3);
    CHECK(taken.value().mothers == 2);
    CHECK(taken.value().households == 2);
    CHECK_FALSE(siti.sync().error.has_value());
    const auto all = people();
    REQUIRE(all.size() == 5);
    for (const records::Record& person : all) {
        CHECK(siti.has(person.id));
        CHECK(siti.has(base::RecordId(person.fields.text("household_id"))));
    }
    const std::string hash = server_store::imports(server.connection()).value().at(0).file_hash;
    CHECK(hash.size() == 64);
}

TEST_CASE_FIXTURE(HealthCentre, "the same file twice, and the same people in another one") {
    REQUIRE(take(kAminah).ok());
    CHECK(take(kAminah).error().message == "this very file was brought in before");
    // Spelt otherwise, and one who is new.
    const std::string more = ",AISYAH,P,02/05/2026,Siti Aminah,1999-02-03,,P1,1\r\n" + kTwins;
    const Families families = preview(more);
    CHECK(families.babies[0].standing == Standing::Here);
    CHECK(families.count(Standing::New) == 2);
    REQUIRE(take(more).ok());
    CHECK(people().size() == 5);
    CHECK(take(kAminah + ",").error().message == "everybody in this table is written down already");
}

TEST_CASE_FIXTURE(HealthCentre, "one who looks like another waits for a person's word") {
    REQUIRE(take(kAminah).ok());
    const std::string like = ",Aisya,P,2026-02-05,Siti Aminah,,,P1,01\r\n";  // day and month
    CHECK(preview(like).babies[0].standing == Standing::LooksLike);
    CHECK(take(like).error().message.find("say whether it is another one") != std::string::npos);
    CHECK(people().size() == 2);
    choices.left_out = {2};
    CHECK(preview(like).babies[0].standing == Standing::LeftOut);
    choices = {};
    choices.other = {2};
    REQUIRE(take(like).ok());
    CHECK(people().size() == 3);
}

TEST_CASE_FIXTURE(HealthCentre, "an infant of a mother who is known joins her household") {
    REQUIRE(take(kAminah).ok());
    REQUIRE(take(",Bilal,L,2026-11-01,St. Aminah,1999-02-03,,P1,01\r\n").ok());
    std::string household;
    for (const records::Record& person : people()) {
        const std::string& of = person.fields.text("household_id");
        if (household.empty()) household = of;
        CHECK(of == household);
    }
    CHECK(people().size() == 3);
}

TEST_CASE_FIXTURE(HealthCentre, "what hinders a row is said in words, and then nothing is taken") {
    CHECK(first_remark(",,P,2026-05-02,A,,,P1,\r\n") == "nama bayi kosong");
    CHECK(first_remark(",A,P,,A,,,P1,\r\n") == "tanggal lahir kosong");
    CHECK(first_remark(",A,P,kemarin,A,,,P1,\r\n") == "tanggal lahir tidak terbaca: kemarin");
    CHECK(first_remark(",A,P,2027-01-01,A,,,P1,\r\n") == "tanggal lahir sesudah hari ini");
    CHECK(first_remark(",A,x,2026-05-02,A,,,P1,\r\n") == "jenis kelamin kosong atau tidak terbaca");
    CHECK(first_remark(",A,P,2026-05-02,A,,,P9,\r\n") == "posyandu tidak dikenal: P9");
    CHECK(first_remark(",A,P,2026-05-02,A,,,,\r\n") == "posyandu kosong");
    CHECK(first_remark(",A,P,2026-05-02,A,,,P1,\r\n").starts_with("tanggal lahir ibu tidak ada"));
    CHECK(first_remark("123,A,P,2026-05-02,,,,P1,\r\n") == "NIK tidak lengkap, tidak diambil");
    const std::string twice = kAminah + kAminah;
    CHECK(preview(twice).babies[1].standing == Standing::Unusable);
    CHECK(take(kTwins + ",A,x,2026-05-02,A,,,P1,\r\n").error().message ==
          "row 4: the sex is missing or cannot be read");
    CHECK(people().empty());
    CHECK(server_store::imports(server.connection()).value().empty());
}

TEST_CASE_FIXTURE(HealthCentre, "a posyandu that is not here is no place to write families into") {
    choices.unit = "P9";
    const std::string row = ",Aisyah,P,2026-05-02,Siti Aminah,1999-02-03,,,01\r\n";
    CHECK(preview(row).babies.at(0).standing == Standing::Unusable);
    CHECK(first_remark(row).find("P9") != std::string::npos);
    CHECK_FALSE(take(row).ok());
    CHECK(people().empty());
    choices.unit = "P2";
    REQUIRE(take(row).ok());
    CHECK(people().at(0).unit == "P2");
}

TEST_CASE_FIXTURE(HealthCentre, "a preview that is old is told, and nothing is taken") {
    const std::string another = ",Salma,P,2026-05-02,Siti Aminah,1999-02-03,,P1,01\r\n";
    const std::string elsewhere = ",Aisyah,P,2026-05-02,Siti Aminah,1999-02-03,,P2,01\r\n";
    for (const std::string& seen : {another, elsewhere, kTwins}) {
        const auto refused = take(kAminah, stamp_of(preview(seen)));
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().message.find("look at it again") != std::string::npos);
    }
    CHECK_FALSE(take(kAminah, "").ok());
    CHECK(people().empty());
    CHECK(stamp_of(preview(kAminah)) == stamp_of(preview(kAminah)));
}

TEST_CASE_FIXTURE(HealthCentre, "names of any kind are kept as they are") {
    const std::string name = "=1+1<script>\xE2\x80\xAE O'Brien \xF0\x9F\x8D\xBC";
    REQUIRE(take(base::csv::line({"", name, "P", "2026-05-02", "", "", "", "P1", ""})).ok());
    REQUIRE(people().size() == 1);
    CHECK(people()[0].fields.text("full_name").find("O'Brien") != std::string::npos);
    const std::string long_name(10'000, 'a');
    CHECK(first_remark("," + long_name + ",P,2026-05-02,,,,P1,\r\n") ==
          "nama lebih dari 120 huruf");
}

TEST_CASE_FIXTURE(HealthCentre,
                  "taken back: withdrawn everywhere, but for what was worked on since") {
    const std::string import = take(kAminah + kTwins).value().id;
    siti.sync();
    base::RecordId aisyah;
    for (const records::Record& person : people()) {
        if (person.fields.text("full_name") == "Aisyah") aisyah = person.id;
    }
    siti.edit(aisyah, simulation::fields_of(R"({"child_number": 2})"));
    CHECK_FALSE(siti.sync().error.has_value());
    const auto undone = undo(server.desk(), import, "koordinator", "berkas salah");
    REQUIRE(undone.ok());
    CHECK(undone.value().withdrawn == 4);    // the twins, their mother and house
    CHECK(undone.value().kept.size() == 3);  // Aisyah, and whom she names
    CHECK(people().size() == 2);
    siti.sync();
    CHECK(siti.shown(aisyah).integer("child_number") == 2);
    CHECK(undo(server.desk(), import, "koordinator", "lagi").error().message ==
          "this was taken back before");
    CHECK_FALSE(undo(server.desk(), "nothing", "koordinator", "x").ok());
    // The file may come again: who was withdrawn is not here.
    CHECK(preview(kTwins).count(Standing::New) == 2);
    CHECK(take(kAminah + kTwins).value().infants == 2);
}

TEST_CASE_FIXTURE(HealthCentre, "whoever is older than two years is left out by itself") {
    const std::string old = ",Tua,P,2024-11-21,A,,,P1,\r\n";
    CHECK(first_remark(old) == "sudah lebih dari 2 tahun, tidak dicatat di sini");
    CHECK(preview(old).babies[0].standing == Standing::LeftOut);
    CHECK(take(kAminah + old).value().infants == 1);
}

TEST_CASE_FIXTURE(HealthCentre, "two mothers on one family card are two mothers in one household") {
    const std::string card = ",3374010101010009,P1,1\r\n";
    REQUIRE(take(",Rani,P,2026-05-02,Wati,1999-02-03" + card +
                 ",Rudi,L,2026-06-02,Yuni,2001-04-05" + card)
                .ok());
    std::set<std::string> households;
    std::set<std::string> mothers;
    for (const records::Record& person : people()) {
        households.insert(person.fields.text("household_id"));
        const std::string mother = person.fields.text("mother_person_id");
        if (!mother.empty()) mothers.insert(mother);
    }
    CHECK(people().size() == 4);
    CHECK(households.size() == 1);
    CHECK(mothers.size() == 2);
}

namespace {

const std::string kNik = "3374014302990001";

// Siti Aminah of P1 with her number, as her cadre wrote it.
struct KnownMother : HealthCentre {
    KnownMother() {
        REQUIRE(take(kAminah).ok());
        siti.sync();
        for (const records::Record& person : people()) {
            if (person.fields.text("is_mother") != "1") continue;
            base::Fields set;
            set.set("nik", kNik);
            set.set("nik_status", "VALID");
            siti.edit(person.id, set);
        }
        siti.sync();
    }
};

}  // namespace

TEST_CASE_FIXTURE(KnownMother, "a baby listed under its mother's NIK is not taken for her") {
    const Families families =
        preview(kNik + ",Bilal,L,2026-11-01,Siti Aminah,1999-02-03,,P1,01\r\n");
    CHECK(families.babies[0].standing == Standing::New);
}

TEST_CASE_FIXTURE(KnownMother,
                  "the family of a mother who is known in another posyandu moves first") {
    const Table table = read_table(
                            "Nama,JK,Tgl Lahir,Nama Ortu,Tgl Lahir Ibu,NIK ibu,Posyandu\r\n"
                            "Bilal,L,2026-11-01,Siti Aminah,1999-02-03," +
                            kNik + ",P2\r\n")
                            .value();
    const Families families =
        importing::preview(server.desk(), table, likely_columns(table), choices).value();
    CHECK(families.babies[0].standing == Standing::Unusable);
    REQUIRE_FALSE(families.babies[0].remarks.empty());
    CHECK(sentence_id(families.babies[0].remarks.back()).starts_with("ibunya sudah tercatat"));
    // The same name and day alone is another mother.
    CHECK(preview(",Bilal,L,2026-11-01,Siti Aminah,1999-02-03,,P2,01\r\n").babies[0].standing ==
          Standing::New);
}

TEST_CASE_FIXTURE(HealthCentre, "a table is looked at while laptops write, and holds up none") {
    db::OpenOptions hurried;
    hurried.busy_timeout_ms = 0;
    auto reader = db::Connection::open(folder.path("server.db"), hurried);
    REQUIRE(reader.ok());
    const auto writing = db::Transaction::begin(server.connection());
    REQUIRE(writing.ok());
    const accept::Desk desk{reader.value(), forms::FormSet::builtin(), clock, random};
    const Table table = read_table(csv(kAminah)).value();
    const auto seen = importing::preview(desk, table, likely_columns(table), choices);
    REQUIRE(seen.ok());
    CHECK(seen.value().count(Standing::New) == 1);
}
