// What a cadre waits for at her laptop: signing in, searching, saving.
#include "client/app/window/back_room.h"
#include "client/app/window/books/family_book.h"
#include "client/app/window/work.h"
#include "client/store/outbox.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "client/store/vault.h"
#include "shared/base/text.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "tools/figures/district.h"
#include "tools/figures/figure.h"
#include "tools/figures/floor.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

namespace figures {

namespace {

constexpr const char* kPin = "24681357";
constexpr int kSaves = 50;
constexpr int kSignIns = 5;

// A laptop's store with a key file whose PIN costs next to nothing, so that what is timed is
// everything but Argon2id; that has a figure of its own.
class Store {
public:
    Store(const std::string& folder, const District& district)
        : file_{"laptop", "Bu Satu", folder + "/laptop.kawan", folder + "/laptop.key"} {
        store::vault::Options cheap;
        cheap.cost = {1, 8192};
        const auto centre = crypto::BoxKey::generate().public_key();
        auto key = must(store::vault::create(file_.vault, kPin, centre, cheap));
        must(sealed_vfs::register_sealed_file(file_.database, std::move(key)));
        fill(district);
        client_app::close_store(file_);
    }

    std::unique_ptr<client_app::Work> sign_in() {
        auto opening = must(client_app::open_work(file_, kPin, clock_, random_));
        if (!opening.work) give_up("the PIN does not open the store");
        return std::move(opening.work);
    }
    const client_app::StoreFile& file() const { return file_; }
    const base::Clock& clock() const { return clock_; }

private:
    void fill(const District& district) {
        auto store = must(client_app::open_again(file_));
        store::Identity identity;
        identity.zone = "Asia/Jakarta";
        identity.user = base::make_uuid7(clock_.now(), random_);
        identity.role = "KADER";
        protocol::Config config;
        for (const std::string& unit : district.units) config.units.push_back({unit, unit, "", ""});
        identity.config = to_json(config);
        must(store->set_identity(identity));
        auto transaction = must(db::Transaction::begin(store->connection()));
        const auto& forms = forms::FormSet::builtin();
        for (const records::Record& each : district.writes) {
            const store::Write write{each.type, each.id, each.unit, each.fields, "1", "", ""};
            must(
                store::save_inside(*store, write, client_app::named_by(forms, each), clock_.now()));
        }
        must(transaction.commit());
    }

    base::SystemClock clock_;
    base::SystemRandom random_;
    client_app::StoreFile file_;
};

// The families on the screen, as the window has them; names only, the duties aside.
struct Window {
    explicit Window(Store& store) : work(store.sign_in()), book(store.clock(), back_room) {
        book.open(*work);
    }
    std::unique_ptr<client_app::Work> work;  // outlives what the back room does with it
    client_app::BackRoom back_room{[] {}};
    client_app::FamilyBook book;
};

bool is_in_list(const records::Record& record) {
    return record.type == "household" || record.type == "person" || record.type == "visit";
}

// The bare loop beside a sign-in: the texts of the same records out of a plain table.
double bare_read_ms(const std::string& file, const District& district) {
    std::string lines;
    for (const records::Record& each : district.writes) {
        if (is_in_list(each)) lines += change_lines({each}).front() + "\n";
    }
    FloorTable(file).upsert(lines);
    return median_ms(kSignIns, [&] {
        FloorTable table(file);
        std::int64_t after = 0;
        CHECK(!table.read(after, lines.size()).empty());
    });
}

Figure sign_in(const std::string& name, Store& store, const District& district,
               const std::string& floor_file) {
    std::vector<double> times;
    for (int i = 0; i < kSignIns; ++i) {
        const Stopwatch watch;
        Window window(store);
        CHECK(!window.book.list("").empty());
        times.push_back(watch.ms());
        window.book.close();
    }
    return {name, "ms", median(times), bare_read_ms(floor_file, district),
            static_cast<std::int64_t>(district.writes.size())};
}

std::vector<Figure> measure_argon2id(const Options&) {
    const std::string salt(crypto::kSaltBytes, 's');
    const double ms = median_ms(3, [&] { must(crypto::derive_key(kPin, salt)); });
    return {{"argon2id", "ms", ms, std::nullopt, 3}};
}

// Every key of these words, one after the other.
std::vector<std::string> queries_typed() {
    std::vector<std::string> queries;
    for (const std::string word : {"siti aminah", "rt 03", "nur ", "0812", "zzz"}) {
        for (std::size_t keys = 1; keys <= word.size(); ++keys) {
            queries.push_back(word.substr(0, keys));
        }
    }
    return queries;
}

Figure search(Store& store, const District& district) {
    Window window(store);
    window.back_room.finish();
    std::vector<double> ours;
    std::vector<double> bare;
    std::string names;
    std::int64_t persons = 0;
    for (const records::Record& each : district.writes) {
        if (each.type != "person" || !each.fields.has("full_name")) continue;
        names += base::folded(each.fields.text("full_name")) + "\n";
        ++persons;
    }
    std::size_t found = 0;
    for (const std::string& query : queries_typed()) {
        ours.push_back(median_ms(3, [&] { found += window.book.list(query).size(); }));
        bare.push_back(median_ms(3, [&] {
            for (auto at = names.find(query); at != std::string::npos;
                 at = names.find(query, at + 1)) {
                ++found;
            }
        }));
    }
    CHECK(found > 0);
    return {"search_as_you_type", "ms", quantile(ours, 1), quantile(bare, 1), persons};
}

Figure save_visit(Store& store, const std::string& floor_file) {
    const auto work = store.sign_in();
    const auto visits = make_visits({7, 2 * kSaves, work->recorder->units().front().code});
    std::size_t next = 0;
    const double ours = median_ms(kSaves, [&] {
        client_app::Entry entry;
        entry.type = "visit";
        entry.unit = visits[next].unit;
        entry.answers = visits[next++].fields;
        if (!must(work->recorder->record(entry)).is_saved) give_up("a visit was not saved");
    });
    FloorTable floor(floor_file);
    const double bare =
        median_ms(kSaves, [&] { floor.upsert(change_lines({visits[next++]}).front() + "\n"); });
    return {"save_visit", "ms", ours, bare, kSaves};
}

std::vector<Figure> measure_small(const Options& options) {
    const District district = make_district(options.n.value_or(231));
    Store store(options.scratch, district);
    return {sign_in("sign_in_10000", store, district, options.scratch + "/floor.db"),
            save_visit(store, options.scratch + "/floor-save.db")};
}

std::vector<Figure> measure_large(const Options& options) {
    const District district = make_district(options.n.value_or(2650));
    Store store(options.scratch, district);
    return {sign_in("sign_in_100000", store, district, options.scratch + "/floor.db"),
            search(store, district)};
}

}  // namespace

Measurement argon2id() {
    return {{"argon2id"}, measure_argon2id};
}
Measurement small_laptop() {
    return {{"sign_in_10000", "save_visit"}, measure_small};
}
Measurement large_laptop() {
    return {{"sign_in_100000", "search_as_you_type"}, measure_large};
}

}  // namespace figures
