// SYNC 26 at random: records late, corrected, retracted and brought back, persons who die or stay
// elsewhere for a while, are merged, unmerged and moved, in any order, while months are counted in
// between and turn. What is kept is always what counting from scratch gives.
#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/store/keeping/audit.h"
#include "tests/simulation/facts_arrival.h"

using namespace facts_arrival;

namespace {

constexpr base::Month kAfter{std::chrono::year{2026}, std::chrono::month{10}};

struct RandomWeek : Arrival {
    std::vector<Line> lines = all_lines();
    std::vector<std::string> merges;
    int merged = 0, moved = 0, edited = 0;

    explicit RandomWeek(std::uint64_t seed) : Arrival(seed) { bring(lines, true); }

    const Line& any() { return lines[random.below(lines.size())]; }
    const Line& any_of(const std::string& type) {
        for (;;) {
            const Line& line = any();
            if (line.type == type) return line;
        }
    }
    std::string day() {
        return base::to_text(base::add_days(base::Date{std::chrono::year(2026) / 7 / 20},
                                            static_cast<int>(random.below(95))));
    }
    std::string one_of(std::initializer_list<const char*> codes) {
        return *(codes.begin() + random.below(codes.size()));
    }

    Fields correction(const Line& line) {
        Fields set;
        if (line.type == "feeding_recall") {
            set.set(one_of({"l_water", "l_tea", "l_formula", "f_any", "bf_yesterday",
                            "bottle_yesterday"}),
                    one_of({"0", "1", "8"}));
        } else if (line.type == "infant_check") {
            set.set_integer("weight_g", 2500 + static_cast<std::int64_t>(random.below(4000)));
            set.set("weighed_on", day());
        } else if (line.type == "birth_outcome") {
            set.set("imd", one_of({"0", "1", "8"}));
            set.set_integer("birth_weight_g", 2000 + static_cast<std::int64_t>(random.below(1500)));
        } else if (line.type == "mother_check") {
            set.set("vit_a_1", one_of({"0", "1", "8"}));
            set.set("kb_method", one_of({"MAL", "SUNTIK", "BELUM"}));
        } else if (line.type == "visit") {
            set.set("topics", one_of({"BF", "BF DANGER"}));
        } else if (line.type == "massage_session") {
            set.set("performer_relation", one_of({"SUAMI", "NENEK"}));
        }
        return set;
    }

    Fields fate(const Line& line) {
        Fields set;
        if (line.type != "person") return set;
        if (random.chance(0.5)) {
            const bool dies = random.chance(0.5);
            set.set("vital_status", dies ? "DEAD" : "ALIVE");
            dies ? set.set("death_date", day()) : set.set_token("death_date", "null");
        } else {
            const bool leaves = random.chance(0.5);
            set.set("residence", leaves ? "TEMPORARY" : "DOMICILE");
            leaves ? set.set("residence_since", day()) : set.set_token("residence_since", "null");
        }
        return set;
    }

    void edit() {
        const Line& line = any();
        Fields set = random.chance(0.3) ? fate(line) : correction(line);
        if (random.chance(0.15)) {
            random.chance(0.6) ? set.set("retracted", "1") : set.set_token("retracted", "null");
        }
        if (!set.empty() && device.try_save(line.type, line.id, set, kUnit)) ++edited;
    }

    void add_contact() {
        const Line& line = any_of("person");
        Fields contact;
        contact.set("person_id", line.id.text());
        contact.set("code", line.fields.text("is_infant") == "1" ? "KN1" : "KF1");
        contact.set("contact_date", day());
        contact.set("source", "SIGHTED");
        device.add("service_contact", contact, kUnit);
        ++edited;
    }

    void merge() {
        const Line& winner = any_of("person");
        const Line& loser = any_of("person");
        if (winner.id == loser.id) return;
        joining::Request asked;
        asked.winner = winner.id.text();
        asked.loser = loser.id.text();
        asked.reason = "orang yang sama";
        asked.actor = server_store::kCommandLine;
        asked.is_forced = true;
        auto merge = joining::join(server.desk(), asked);
        if (!merge.ok()) return;  // a mother and her child, somebody merged already ...
        merges.push_back(merge.value());
        ++merged;
    }

    void undo() {
        if (merges.empty()) return;
        const std::string merge = merges[random.below(merges.size())];
        (void)joining::undo(server.desk(),
                            {merge, {}, "ternyata dua orang", server_store::kCommandLine, {}});
    }

    void move() {
        joining::MoveRequest asked;
        asked.record = any_of("household").id.text();
        asked.to = random.chance(0.5) ? "MAWAR-1" : kUnit;
        asked.reason = "pindah";
        asked.actor = server_store::kCommandLine;
        const auto gone = joining::move(server.desk(), asked);
        if (gone.ok()) ++moved;
    }

    void step() {
        if (random.chance(0.6)) edit();
        if (random.chance(0.1)) add_contact();
        if (random.chance(0.15)) device.sync();
        if (random.chance(0.15)) merge();
        if (random.chance(0.05)) undo();
        if (random.chance(0.1)) move();
        if (random.chance(0.1)) {
            settle(server, random.chance(0.4) ? kMonth : random.chance(0.5) ? kBefore : kAfter);
        }
    }
};

}  // namespace

TEST_CASE("whatever happens to records, facts kept up to date are facts from scratch") {
    int merged = 0;
    int moved = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        RandomWeek week(seed);
        for (int i = 0; i < 150; ++i) week.step();
        week.device.sync();
        std::map<std::string, std::vector<std::string>> kept;
        for (const base::Month month : {kBefore, kMonth, kAfter}) {
            settle(week.server, month);
            kept[base::to_text(month)] = facts(week.server, month);
        }
        for (const base::Month month : {kBefore, kMonth, kAfter}) {
            const std::string text = base::to_text(month);
            CAPTURE(text);
            CHECK(kept[text] == facts_from_scratch(week.server, month));
        }
        CHECK(week.edited > 20);
        merged += week.merged;
        moved += week.moved;
    }
    CHECK(merged > 0);
    CHECK(moved > 0);
}
