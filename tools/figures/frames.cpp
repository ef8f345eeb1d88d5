// What the window's thread does at one sitting with 10,000 persons: no frame may take so long that
// a hand notices it, whatever was saved or came from others meanwhile.
#include "client/app/recording/recorder.h"
#include "client/app/workplace.h"
#include "client/store/outbox.h"
#include "client/store/status.h"
#include "shared/base/file.h"
#include "tools/figures/centre.h"
#include "tools/figures/desk.h"
#include "tools/figures/district.h"
#include "tools/figures/figure.h"
#include "tools/figures/floor.h"
#include "tools/figures/laptop.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

#include <map>

namespace figures {

namespace {

using screens::Page;

constexpr const char* kPin = "24681357";
constexpr const char* kNobody = "http://127.0.0.1:9";  // nothing listens there: all goes on waiting
constexpr std::int64_t kMothers = 2650;
constexpr int kSaves = 30;
constexpr int kOpenings = 5;
constexpr int kFramesOpen = 20;
constexpr std::size_t kArrived = 1000;

struct Family {
    std::string household, mother, unit;
};

struct Sitting {
    District district;
    std::vector<Family> families;
    std::int64_t persons = 0;
    std::string scratch;
};

Sitting sitting_of(const Options& options) {
    Sitting sitting{make_district(options.n.value_or(kMothers)), {}, 0, options.scratch};
    for (const records::Record& each : sitting.district.writes) {
        if (each.type != "person" || !each.fields.has("full_name")) continue;
        ++sitting.persons;
        if (each.fields.text("is_mother") != "1") continue;
        sitting.families.push_back({each.fields.text("household_id"), each.id.text(), each.unit});
    }
    return sitting;
}

void fill(store::Store& store, const District& district) {
    const base::SystemClock clock;
    auto transaction = must(db::Transaction::begin(store.connection()));
    for (const records::Record& each : district.writes) {
        const store::Write write{each.type, each.id, each.unit, each.fields, "1", "", ""};
        const auto named = client_app::named_by(forms::FormSet::builtin(), each);
        must(store::save_inside(store, write, named, clock.now()));
    }
    must(transaction.commit());
}

// A laptop whose every record still waits to be sent.
client_app::StoreFile make_laptop(const std::string& data, const store::Identity& identity,
                                  const Sitting& sitting) {
    const base::SystemClock clock;
    const auto file = must(client_app::make_store(data, {identity, kPin}, clock.now()));
    fill(*must(client_app::open_again(file)), sitting.district);
    client_app::close_store(file);
    return file;
}

void connect(const client_app::StoreFile& file, const store::Identity& identity) {
    const base::SystemClock clock;
    must(must(client_app::open_store(file, kPin, clock.now()))->set_identity(identity));
    client_app::close_store(file);
}

records::Record visit_of(const Family& family, records::Record visit) {
    visit.unit = family.unit;
    visit.fields.set("household_id", family.household);
    visit.fields.set("mother_id", family.mother);
    visit.fields.set("persons_seen", family.mother);
    visit.fields.erase("birth_event_id");
    return visit;
}

class Saving {
public:
    Saving(Desk& desk, const Sitting& sitting)
        : desk_(desk),
          sitting_(sitting),
          visits_(make_visits({11, 2 * kSaves, sitting.district.units.front()})) {}

    // A visit, then the frames that follow it; the save's own ms go to `saves`.
    double save_one(std::vector<double>& saves) {
        const Family& family = sitting_.families[(next_ * 37) % sitting_.families.size()];
        const records::Record visit = visit_of(family, visits_[next_++ % visits_.size()]);
        screens::Save save;
        save.type = visit.type;
        save.unit = visit.unit;
        save.answers = visit.fields;
        desk_.take_longest();
        const Stopwatch watch;
        must(desk_.ports().records.save(save));
        saves.push_back(watch.ms());
        desk_.frames(kFramesOpen);
        return desk_.take_longest();
    }

private:
    Desk& desk_;
    const Sitting& sitting_;
    std::vector<records::Record> visits_;
    std::size_t next_ = 0;
};

double bare_upsert_ms(const Sitting& sitting) {
    FloorTable floor(sitting.scratch + "/floor-save.db");
    const auto visits = make_visits({13, kSaves, sitting.district.units.front()});
    std::size_t next = 0;
    return median_ms(kSaves, [&] { floor.upsert(change_lines({visits[next++]}).front() + "\n"); });
}

// The texts of so many records out of a plain table.
double bare_read_ms(const Sitting& sitting, const std::string& name, std::size_t count) {
    FloorTable table(sitting.scratch + "/floor-" + name + ".db");
    std::string lines;
    for (const std::string& line : change_lines(sitting.district.writes)) {
        if (count-- == 0) break;
        lines += line + "\n";
    }
    table.upsert(lines);
    return median_ms(3, [&] {
        std::int64_t after = 0;
        CHECK(!table.read(after, lines.size()).empty());
    });
}

std::vector<Figure> saving(Desk& desk, const Sitting& sitting, double bare_frame) {
    Saving saving(desk, sitting);
    std::vector<double> saves;
    std::vector<double> frames;
    desk.open(Page::Today);
    for (int i = 0; i < kSaves; ++i) frames.push_back(saving.save_one(saves));
    return {{"save_in_window", "ms", median(saves), bare_upsert_ms(sitting), kSaves},
            {"frame_after_save", "ms", median(frames), bare_frame, kSaves}};
}

// One task put off, as "not today" does it.
Figure task_word(Desk& desk, const Sitting& sitting) {
    std::vector<double> times;
    for (int i = 0; i < kSaves; ++i) {
        const auto& stops = desk.ports().agenda.stops();
        if (stops.empty()) give_up("nothing is due");
        screens::Stop stop;
        for (const screens::Stop& each : stops) {
            if (!each.tasks.empty()) stop = each;
        }
        screens::TaskWord word;
        word.postponed_to = base::add_days(desk.ports().today(), 1 + i % 2);
        const Stopwatch watch;
        const auto said = desk.ports().agenda.say(stop, stop.tasks.front(), word);
        times.push_back(watch.ms());
        if (!said.ok()) give_up(said.error().message);
        desk.frames(2);
    }
    return {"task_word", "ms", median(times), bare_upsert_ms(sitting), kSaves};
}

// The median over some openings of a page's slowest frame, the opening one with it.
Figure page(Desk& desk, const std::string& name, double bare, const Sitting& sitting,
            const std::function<void()>& open) {
    std::vector<double> slowest;
    for (int i = 0; i < kOpenings; ++i) {
        desk.open(Page::Tools);
        desk.take_longest();
        open();
        desk.frames(kFramesOpen);
        slowest.push_back(desk.take_longest());
    }
    return {"frame_" + name, "ms", median(slowest), bare, sitting.persons};
}

std::vector<Figure> pages(Desk& desk, const Sitting& sitting, double bare) {
    std::size_t next = 0;
    const auto of_page = [&](Page wanted) { return [&desk, wanted] { desk.open(wanted); }; };
    std::vector<Figure> all;
    all.push_back(page(desk, "today", bare, sitting, of_page(Page::Today)));
    all.push_back(page(desk, "families", bare, sitting, of_page(Page::Families)));
    all.push_back(page(desk, "family", bare, sitting,
                       [&] { desk.shell().open_family(sitting.families[next++].household); }));
    all.push_back(page(desk, "register", bare, sitting, [&] {
        desk.open(Page::Register);
        desk.until([&] { return desk.ports().register_month.progress().is_ready(); });
    }));
    all.push_back(page(desk, "sending", bare, sitting, [&] {
        desk.open(Page::Sending);
        desk.until([&] { return !desk.ports().sync.state().waiting_families.empty(); });
    }));
    return all;
}

// From the sign-in until the work of all families is worked out.
std::vector<Figure> signing_in(Desk& desk, const Sitting& sitting, double bare_frame) {
    desk.take_longest();
    desk.sign_in(kPin);
    const Stopwatch watch;
    desk.until([&] { return desk.ports().agenda.progress().is_ready(); });
    const double agenda = watch.ms();
    desk.frames(kFramesOpen);
    return {{"frame_after_sign_in", "ms", desk.take_longest(), bare_frame, sitting.persons},
            {"agenda_all", "ms", agenda,
             bare_read_ms(sitting, "all", sitting.district.writes.size()), sitting.persons}};
}

// Everything is sent at the sign-in; then a thousand records of others come.
std::vector<Figure> syncing(Desk& desk, Centre& centre, const protocol::EnrolAnswer& other,
                            const Sitting& sitting, double bare_frame) {
    Laptop others(sitting.scratch + "/other.kawan", other, centre.url());
    desk.sign_in(kPin);
    const auto wait = [&] {
        desk.until([&] { return !desk.ports().sync.state().is_running; });
        desk.until([&] { return desk.ports().agenda.progress().is_ready(); });
        desk.frames(kFramesOpen);
    };
    desk.take_longest();
    wait();
    const double sent = desk.take_longest();
    CHECK(desk.ports().sync.state().waiting == 0);
    others.save(make_visits({17, kArrived, sitting.district.units.front()}));
    others.sync();
    desk.ports().sync.start();
    wait();
    return {{"frame_while_sending", "ms", sent, bare_frame,
             static_cast<std::int64_t>(sitting.district.writes.size())},
            {"frame_while_receiving", "ms", desk.take_longest(), bare_frame, kArrived}};
}

void append(std::vector<Figure>& all, std::vector<Figure> more) {
    for (Figure& each : more) all.push_back(std::move(each));
}

std::vector<Figure> while_all_waits(const Sitting& sitting, double bare_frame) {
    Desk desk(sitting.scratch);
    std::vector<Figure> all = signing_in(desk, sitting, bare_frame);
    append(all, saving(desk, sitting, bare_frame));
    all.push_back(task_word(desk, sitting));
    append(all, pages(desk, sitting, bare_frame));
    return all;
}

std::vector<Figure> measure(const Options& options) {
    const Sitting sitting = sitting_of(options);
    Centre centre(options.scratch, sitting.district.units);
    const auto hers = centre.enrol("Bu Satu", sitting.district.units);
    const auto other = centre.enrol("Bu Dua", sitting.district.units);
    const double bare_frame = bare_frame_ms();
    const auto file = make_laptop(options.scratch, identity_of(hers, kNobody), sitting);
    std::vector<Figure> all = while_all_waits(sitting, bare_frame);
    connect(file, identity_of(hers, centre.url()));
    Desk desk(options.scratch);
    append(all, syncing(desk, centre, other, sitting, bare_frame));
    return all;
}

}  // namespace

Measurement window_at_work() {
    return {{"frame_after_sign_in", "agenda_all", "save_in_window", "frame_after_save", "task_word",
             "frame_today", "frame_families", "frame_family", "frame_register", "frame_sending",
             "frame_while_sending", "frame_while_receiving"},
            measure};
}

}  // namespace figures
