// One random week of a health centre, all of it from one seed: four laptops, a server, and every
// fault of DESIGN 9. After it everything must be true that SYNC promises; what is not is said.
#pragma once

#include "sync-server/accept/joining/joining.h"
#include "sync-server/store/keeping/holdings.h"
#include "tests/simulation/fault_disk.h"
#include "tests/simulation/weeks/watch.h"
#include "tests/simulation/world.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace simulation {

struct Laptop {
    std::string name, file;
    std::string role;
    std::vector<std::string> units;
    std::unique_ptr<FaultDisk> disk;
    std::unique_ptr<Device> device;
    std::unique_ptr<Watch> watch;
    bool has_copy = false;
    bool is_revoked = false;
    // Lines that were in conflict at some time, and the revision that they were told at first.
    std::map<std::string, records::Revision> contended;
    bool has_read_late = false;  // an answer that came by stick
    bool is_gone = false;        // stolen, or told to erase itself: nobody works on it any more
};

// What was said to be saved. The tag goes as the reason, so that each is told from the others.
struct Saved {
    std::size_t who = 0;
    std::string tag;
    base::RecordId record;
    base::Fields set;
    base::Fields seen;         // what her screen showed in those fields
    bool may_be_lost = false;  // unsent on a laptop that was stolen, or put back from a copy
};

// Two records that the health centre has joined.
struct Joined {
    std::string merge;
    base::RecordId winner, loser;
    bool is_undone = false;
};

// A file on the courier's stick.
struct Carried {
    std::size_t who = 0;
    std::string bytes;
};

// A family's way to the other health centre, or back from it.
struct Way {
    bool comes_back = false, is_further = false;
    std::string id, bytes, code;
    std::string receipt;  // of the other side; empty: they have not arrived
    std::string family;   // of a further file: the id of the first
};
struct Elsewhere;

class Week {
public:
    explicit Week(std::uint64_t seed);
    void live();
    // Runs after live(): what a promise of SYNC was broken by. Empty: the week was good.
    const std::vector<std::string>& violations() const { return violations_; }

    std::map<std::string, int> happened;
    RuleHits hits;

private:
    // week.cpp
    void step();
    void heal();
    void add_laptop(const std::string& name, const std::string& role,
                    const std::vector<std::string>& units);
    void sync(std::size_t who);
    void note(const std::string& what);
    bool is_present(std::size_t who) const { return !laptops_[who].is_gone; }
    Device& device(std::size_t who) { return *laptops_[who].device; }

    // week_people.cpp: what persons do
    void write(std::size_t who);
    void save(std::size_t who, store::Write write);
    void add_household(std::size_t who);
    void add_person(std::size_t who);
    void add_task(std::size_t who);
    void add_of_a_newer_form(std::size_t who);
    void edit_household(std::size_t who);
    void edit_person(std::size_t who);
    // Of that household, else of one of hers; gives which.
    std::optional<base::RecordId> write_landmark(std::size_t who, const std::string& value,
                                                 std::optional<base::RecordId> home = {});
    void decide_at_the_laptop(std::size_t who);
    void decide_at_the_centre();
    void look_at_quarantine();
    void settle();
    void leaves(std::size_t who);
    std::string unit_of(std::size_t who);

    // week_families.cpp: what the health centre does with whole families
    std::optional<base::RecordId> one_of(const char* type, const std::string& unit = "");
    void moves_family();
    void changes_units();
    void joins();
    bool join(const base::RecordId& winner, const base::RecordId& loser);
    void edit_after_joining(const joining::Preview& joined);
    std::set<std::string> written_since(const Joined& joined);
    void undoes();
    void erases();
    bool apply_erased(const std::vector<std::string>& ids);
    bool is_erased(const Saved& saved) const;
    void learn_what_went_with_them();
    void verify_families();

    // week_crossings.cpp: families that go to another health centre
    void crosses();
    void step_across();
    void sets_out();
    void arrives(Way& way);
    void is_confirmed(Way& way);
    bool goes_after(const Way& way);
    void stays();
    void is_edited_there();
    void verify_crossings();
    void follow_all();
    bool is_in_the_bag(const std::string& id) const;
    void verify_went(const records::Record& record);
    std::set<std::string> waits_there(const std::string& id);
    std::set<std::string> refused_here(const std::string& id);

    // week_faults.cpp: what the world does
    void crash_device(std::size_t who);
    void crash_server(std::size_t who);
    void fill_disk(std::size_t who);
    void jump_clock();
    void copy(std::size_t who);
    void lose_the_day(std::size_t who);
    void put_copy_back(std::size_t who);
    void back_up_server();
    void restore_server();
    void is_stolen(std::size_t who);
    void old_client();
    void carry(std::size_t who);
    void write_bundle(std::size_t who);
    void receive_bundle();
    void receive(const Carried& bundle);
    const std::string* some_reply(std::size_t who);
    void read_reply(std::size_t who);
    void lose_unsent(std::size_t who);
    Fault next_fault();

    // week_checks.cpp: what must be true
    void broken(const std::string& what) { violations_.push_back(what); }
    void expect(bool is_true, const std::string& what);
    void check_screen(std::size_t who);
    void check_nothing_left_early(std::size_t who);
    void check_receipts(std::size_t who);
    void check_cursors(std::size_t who);
    void check_safe(std::size_t who);
    void verify();
    void verify_finished(std::size_t who);
    void verify_held_whole(std::size_t who);
    void verify_saved();
    void verify_nothing_overwritten_unseen(const Saved& saved, const base::Fields& before);
    bool has_seen(const Saved& saved, const std::string& field, const std::string& old) const;
    void verify_outcomes();
    void verify_conflicts();
    void verify_witnessed();
    void verify_old_client();
    void verify_facts();

    bool restores_server_, is_healed_ = false;
    base::FixedClock clock_{base::Instant{1'772'000'000'000}};
    base::SeededRandom random_;
    FaultDisk server_disk_;
    Server server_;
    std::vector<Laptop> laptops_;
    std::vector<Carried> bundles_, replies_;                             // in the courier's bag
    std::map<std::string, server_store::DeviceHolding> held_by_backup_;  // the last one
    std::vector<Saved> saved_;
    std::vector<base::RecordId> households_, persons_, tasks_;  // that anybody ever wrote
    // On which laptops a record was when the server was restored.
    std::map<std::string, std::set<std::size_t>> witnessed_;
    std::vector<Joined> merges_;
    struct ElsewhereGone {
        void operator()(Elsewhere* elsewhere) const;
    };
    std::unique_ptr<Elsewhere, ElsewhereGone> elsewhere_;  // once somebody goes there
    std::vector<Way> ways_;
    std::set<std::string> erased_, gone_with_;  // by law; what only named them
    std::set<std::string> old_lines_;           // of the old client, that the server took
    std::vector<std::string> violations_;
    int tags_ = 0;
};

template <typename T>
T taken(base::Result<T> result) {
    if (!result.ok()) std::fprintf(stderr, "%s\n", result.error().message.c_str());
    CHECK(result.ok());
    return std::move(result).value();
}

}  // namespace simulation
