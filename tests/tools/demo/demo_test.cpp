#include "tools/demo/family.h"
#include "tools/demo/names.h"
#include "tools/demo/writer.h"

#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/care/nik.h"
#include "shared/forms/check.h"
#include "shared/forms/form_set.h"
#include "shared/forms/references.h"
#include "shared/indicators/facts.h"
#include "tests/tools/demo/reading.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <set>

namespace {

namespace fs = std::filesystem;
using demo_test::ReadLine;
using demo_test::Records;

const demo::Options kSmall{.seed = 7, .mothers = 60};

// A centre on disk, gone with the test.
class Folder {
public:
    explicit Folder(const demo::Centre& centre) {
        path_ = fs::temp_directory_path() /
                ("kawan-demo-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count_));
        CHECK(demo::write_centre(centre, path_.string()).ok());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string path() const { return path_.string(); }
    std::string read(const std::string& name) const {
        return base::read_file((path_ / name).string()).value();
    }
    base::csv::Table table(const std::string& name) const {
        return base::csv::parse(read(name)).value();
    }
    std::vector<std::string> names(const std::string& ending) const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(path_)) {
            const std::string name = fs::relative(entry.path(), path_).string();
            if (name.ends_with(ending)) names.push_back(name);
        }
        std::sort(names.begin(), names.end());
        return names;
    }
    std::map<std::string, std::string> all() const {
        std::map<std::string, std::string> bytes;
        for (const std::string& name : names("")) {
            if (fs::is_regular_file(path_ / name)) bytes[name] = read(name);
        }
        return bytes;
    }
    Records records() const {
        Records records;
        for (const std::string& name : names(".ndjson")) {
            take(records, demo_test::read_lines(read(name)));
        }
        return records;
    }

private:
    static inline int count_ = 0;
    fs::path path_;
};

const Folder& small() {
    static const Folder folder(demo::make_centre(kSmall));
    return folder;
}
const Records& small_records() {
    static const Records records = small().records();
    return records;
}

std::vector<const records::Record*> of_type(const Records& records, std::string_view type) {
    std::vector<const records::Record*> found;
    for (const auto& [id, record] : records) {
        if (record.type == type) found.push_back(&record);
    }
    return found;
}

// village by unit
std::map<std::string, std::string> villages(const Folder& folder) {
    const base::csv::Table units = folder.table("units.csv");
    std::map<std::string, std::string> villages;
    for (std::size_t i = 0; i < units.rows.size(); ++i) {
        villages[units.at(i, "code")] = units.at(i, "village_code");
    }
    return villages;
}

using Counts = std::map<std::string, int>;  // "village month"

Counts expected(const Folder& folder, const std::string& measure, const std::string& column) {
    const base::csv::Table table = folder.table("truth/expected.csv");
    Counts counts;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.at(i, "measure") != measure || table.at(i, column) == "0") continue;
        counts[table.at(i, "village_code") + " " + table.at(i, "month")] =
            std::stoi(table.at(i, column));
    }
    return counts;
}

// What a laptop does with a line: what it knows so far, what the line changes.
struct Laptop {
    Records records;
    std::vector<std::string> wrong;

    void import(const ReadLine& line, base::Date today) {
        demo_test::take(records, {line});
        const forms::Form* form = forms::FormSet::builtin().find(line.type);
        base::Fields fields = records[line.id].fields;
        demo::fill_session(line.type, fields, {0, std::string(36, 'a'), "KADER", line.unit});
        forms::Context context;
        context.today = today;
        context.lookup = [this](std::string_view type, std::string_view id,
                                std::string_view name) -> std::optional<std::string> {
            const auto found = records.find(std::string(id));
            if (found == records.end() || found->second.type != type) return std::nullopt;
            return found->second.fields.text(name);
        };
        if (forms::blocks(forms::check(*form, fields, context))) wrong.push_back(line.id);
        if (forms::relevant_only(*form, fields, context) != fields) wrong.push_back(line.id);
        for (const std::string& named : forms::references(*form, fields)) {
            if (!records.contains(named)) wrong.push_back(line.id + " names " + named);
        }
    }
};

}  // namespace

TEST_CASE("the same seed and size give the same bytes, another seed gives others") {
    const Folder again(demo::make_centre(kSmall));
    CHECK(again.all() == small().all());
    const Folder other(demo::make_centre({.seed = 8, .mothers = 60}));
    CHECK(other.all() != small().all());
}

TEST_CASE("a folder that holds another centre is left as it is, one's own is written again") {
    const auto before = small().all();
    CHECK_FALSE(
        demo::write_centre(demo::make_centre({.seed = 9, .mothers = 60}), small().path()).ok());
    CHECK(small().all() == before);
    CHECK(demo::write_centre(demo::make_centre(kSmall), small().path()).ok());
    CHECK(small().all() == before);
}

TEST_CASE(
    "every line imports in the order of its file: it passes its form and names what is there") {
    for (const std::string& name : small().names(".ndjson")) {
        Laptop laptop;
        for (const ReadLine& line : demo_test::read_lines(small().read(name))) {
            laptop.import(line, kSmall.today);
        }
        CAPTURE(name);
        CHECK(laptop.wrong.empty());
        CHECK(laptop.records.size() > 10);
    }
}

TEST_CASE("no two records share an id, and a record stays in one file") {
    std::map<std::string, std::string> type_and_file;
    for (const std::string& name : small().names(".ndjson")) {
        for (const ReadLine& line : demo_test::read_lines(small().read(name))) {
            CHECK(base::is_uuid(line.id));
            const auto [at, is_new] = type_and_file.emplace(line.id, line.type + name);
            CHECK(at->second == line.type + name);
        }
    }
}

TEST_CASE("nothing was typed after today, and ids are as old as their lines") {
    const demo::Centre centre = demo::make_centre(kSmall);
    std::set<std::string> seen;
    for (const demo::Line& line : centre.lines) {
        CHECK(demo::day_of(line.recorded) <= kSmall.today);
        if (!seen.insert(line.id).second) continue;
        const std::string hex = line.id.substr(0, 8) + line.id.substr(9, 4);
        CHECK(std::stoll(hex, nullptr, 16) == line.recorded.unix_ms);
    }
}

TEST_CASE("births, IMD and stillbirths per village and month are what the truth says") {
    const auto village = villages(small());
    Counts live, imd, still;
    for (const records::Record* outcome : of_type(small_records(), "birth_outcome")) {
        const auto& birth = small_records().at(outcome->fields.text("birth_event_id"));
        const std::string key =
            village.at(outcome->unit) + " " + birth.fields.text("delivery_date").substr(0, 7);
        if (outcome->fields.text("outcome") == "STILL") {
            ++still[key];
            continue;
        }
        const auto& infant = small_records().at(outcome->fields.text("infant_id"));
        if (infant.fields.text("residence") != "DOMICILE") continue;
        ++live[key];
        if (outcome->fields.text("imd") == "1") ++imd[key];
    }
    CHECK(live == expected(small(), "live_births", "recorded"));
    CHECK(imd == expected(small(), "imd", "recorded"));
    CHECK(still == expected(small(), "stillbirths", "recorded"));
}

TEST_CASE("recalls and exclusive ones per village and month are what the truth says") {
    const auto village = villages(small());
    Counts recalls, exclusive;
    for (const records::Record* recall : of_type(small_records(), "feeding_recall")) {
        const auto& infant = small_records().at(recall->fields.text("infant_id"));
        const base::Date born = *base::parse_date(infant.fields.text("birth_date"));
        const base::Date asked =
            base::add_days(*base::parse_date(recall->fields.text("recall_date")), 1);
        if (base::age_months(born, asked) >= 6) continue;
        const care::FeedingClass feeding = care::feeding_class(recall->fields);
        if (feeding == care::FeedingClass::Unknown) continue;
        const std::string key =
            village.at(recall->unit) + " " + base::to_text(base::month_of(asked));
        ++recalls[key];
        if (feeding == care::FeedingClass::Ebf) ++exclusive[key];
    }
    CHECK(recalls.size() > 10);
    CHECK(recalls == expected(small(), "recalls_0_5", "recorded"));
    CHECK(exclusive == expected(small(), "exclusive_0_5", "recorded"));
}

TEST_CASE("the programme's own count of births and IMD agrees with the truth") {
    const auto village = villages(small());
    std::vector<records::Record> records;
    for (const auto& [id, record] : small_records()) records.push_back(record);
    const care::Family family(records);
    CHECK(family.left_out().empty());
    Counts births, imd;
    for (base::Month month = base::month_of(base::add_days(kSmall.today, -548));
         month <= base::month_of(kSmall.today); month += std::chrono::months(1)) {
        for (const indicators::Fact& fact : indicators::count_all(family, month)) {
            if (fact.part != indicators::Part::Numerator) continue;
            const std::string key = village.at(fact.unit) + " " + base::to_text(month);
            if (fact.indicator == indicators::Indicator::Sigizi14) ++births[key];
            if (fact.indicator == indicators::Indicator::Sigizi20) ++imd[key];
        }
    }
    CHECK(births == expected(small(), "live_births", "recorded"));
    CHECK(imd == expected(small(), "imd", "recorded"));
}

TEST_CASE("planted duplicates name two records of one kind that differ as said") {
    const base::csv::Table pairs = small().table("truth/duplicates.csv");
    CHECK(pairs.rows.size() >= 3);
    for (std::size_t i = 0; i < pairs.rows.size(); ++i) {
        const auto& a = small_records().at(pairs.at(i, "id_a"));
        const auto& b = small_records().at(pairs.at(i, "id_b"));
        CHECK(a.id < b.id);
        CHECK(a.type == pairs.at(i, "type"));
        CHECK(b.type == a.type);
        if (a.type == "person") CHECK(a.fields.text("sex") == b.fields.text("sex"));
    }
    int births_twice = 0;
    for (const auto& [key, count] : expected(small(), "live_births", "recorded")) {
        const Counts real = expected(small(), "live_births", "real");
        births_twice += count - (real.contains(key) ? real.at(key) : 0);
    }
    CHECK(births_twice >= 1);
}

TEST_CASE("a citizen number that is called valid agrees with birth date and sex") {
    int valid = 0;
    for (const records::Record* person : of_type(small_records(), "person")) {
        if (person->fields.text("nik_status") != "VALID") continue;
        ++valid;
        const auto born = base::parse_date(person->fields.text("birth_date"));
        CHECK(care::check_nik(person->fields.text("nik"), born, person->fields.text("sex")[0]) ==
              care::NikVerdict::Valid);
    }
    CHECK(valid > 80);
}

TEST_CASE("users and units are what the server's commands take") {
    const base::csv::Table units = small().table("units.csv");
    CHECK(units.header == std::vector<std::string>{"code", "name", "village", "village_code"});
    const base::csv::Table users = small().table("users.csv");
    CHECK(users.header == std::vector<std::string>{"name", "role", "units"});
    const auto village = villages(small());
    CHECK(village.size() == units.rows.size());
    std::map<std::string, int> roles;
    std::set<std::string> names;
    for (std::size_t i = 0; i < users.rows.size(); ++i) {
        ++roles[users.at(i, "role")];
        CHECK(names.insert(users.at(i, "name")).second);
        if (users.at(i, "role") != "KADER") continue;
        CHECK(village.contains(users.at(i, "units")));
        CHECK_FALSE(small().read(demo::slug(users.at(i, "name")) + ".ndjson").empty());
    }
    CHECK(roles["KADER"] >= static_cast<int>(units.rows.size()));
    CHECK(roles["BIDAN"] >= 1);
    CHECK(roles["KOORD"] == 1);
}

TEST_CASE("figures are near what is usual in such a place") {
    const Folder folder(demo::make_centre({.seed = 3, .mothers = 400}));
    const Records records = folder.records();
    std::map<std::string, int> types;
    for (const auto& [id, record] : records) ++types[record.type];
    CHECK(types["household"] >= 390);
    CHECK(types["birth_event"] >= 320);
    CHECK(types["pregnancy"] > types["household"] / 2);
    CHECK(types["visit"] > 5 * types["household"]);
    CHECK(types["massage_session"] > 200);
    CHECK(types["referral"] > 20);
    int recalled = 0, exclusive = 0, unknown = 0;
    for (const records::Record* recall : of_type(records, "feeding_recall")) {
        ++recalled;
        const care::FeedingClass feeding = care::feeding_class(recall->fields);
        exclusive += feeding == care::FeedingClass::Ebf;
        unknown += feeding == care::FeedingClass::Unknown;
    }
    CHECK(exclusive > recalled * 45 / 100);
    CHECK(exclusive < recalled * 75 / 100);
    CHECK(unknown > 0);
    CHECK(unknown < recalled / 20);
    std::map<std::string, int> outcomes;
    for (const records::Record* visit : of_type(records, "visit")) {
        ++outcomes[visit->fields.text("outcome")];
    }
    CHECK(outcomes["NOT_HOME"] > 10);
    CHECK(outcomes["INFANT_DIED"] >= 1);
    std::map<std::string, int> teachings;
    for (const records::Record* teaching : of_type(records, "massage_teaching")) {
        ++teachings[teaching->fields.text("trainee_id")];
    }
    CHECK(std::any_of(teachings.begin(), teachings.end(),
                      [](const auto& of) { return of.second == 2; }));
}

TEST_CASE("the same people come from a seed, whatever the compiler") {
    demo::Dice dice(5);
    demo::Unit unit;
    unit.village = "Sayung";
    const demo::Family family = demo::make_family(dice, unit, std::chrono::year(2026) / 5 / 1);
    CHECK(family.mother.name == "Mutiara Susanti");
    CHECK(family.mother.nik == "3321046502040040");
    CHECK(family.mother.phone == "085748079333");
    CHECK(family.address == "Dukuh Lor Sayung");
}

TEST_CASE("names change as people change them") {
    CHECK(demo::in_old_spelling("Siti Juwariyah") == "St. Djoewarijah");
    CHECK(demo::in_old_spelling("Muhammad Arif") == "Moh. Arif");
    demo::Dice dice(5);
    for (const char* name : {"Siti Rahma", "Tika", "Ani"}) {
        const std::string wrong = demo::with_typing_error(dice, name);
        CHECK(wrong != name);
        CHECK(wrong[0] == name[0]);
    }
    CHECK(demo::slug("Bidan St. Rahma") == "bidan-st-rahma");
}
