#include "sync-server/importing/known.h"

#include "shared/names/likeness.h"
#include "shared/records/record.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

namespace importing {

namespace {

// 2026-03-01 -> 2026-01-03, where that is a day too.
std::string swapped(const std::string& birth_date) {
    const auto date = base::parse_date(birth_date);
    if (!date) return {};
    const base::Date other{date->year(), std::chrono::month(unsigned(date->day())),
                           std::chrono::day(unsigned(date->month()))};
    return other.ok() ? base::to_text(other) : std::string();
}

}  // namespace

void Known::add(const std::string& id, const std::string& unit, const base::Fields& person) {
    One one;
    one.about.id = id;
    one.about.name = person.text("full_name");
    one.about.birth_date = person.text("birth_date");
    one.about.household = person.text("household_id");
    one.about.unit = unit;
    one.name = names::take_apart(one.about.name);
    one.unit = unit;
    one.is_infant = person.text("is_infant") == "1";
    const std::size_t at = all_.size();
    if (const std::string nik = person.text("nik"); !nik.empty()) by_nik_.emplace(nik, at);
    if (!one.about.birth_date.empty()) by_birth_.emplace(one.about.birth_date, at);
    all_.push_back(std::move(one));
}

Result<Known> Known::read(db::Connection& connection) {
    Known known;
    const auto add = [&known](const records::Record& record) {
        if (record.unit == server_store::kOutside) return;
        if (records::is_retracted(record.fields) || record.fields.has("merged_into")) return;
        known.add(record.id.text(), record.unit, record.fields);
    };
    TRY(server_store::each_of_type(connection, "person", add));
    return known;
}

std::optional<Found> Known::find(const Sought& sought) const {
    const auto [first, last] = by_nik_.equal_range(sought.nik);
    for (auto each = first; each != last && !sought.nik.empty(); ++each) {
        // A baby without a number of its own is often listed under its mother's.
        if (all_[each->second].is_infant != sought.is_infant) continue;
        Found found = all_[each->second].about;
        found.by = "NIK";
        found.is_certain = true;
        return found;
    }
    std::optional<Found> best;
    for (const std::string& day : {sought.birth_date, swapped(sought.birth_date)}) {
        if (day.empty()) continue;
        const auto [begin, end] = by_birth_.equal_range(day);
        for (auto each = begin; each != end; ++each) {
            const One& one = all_[each->second];
            if (one.is_infant != sought.is_infant) continue;
            const double likeness = names::likeness(one.name, sought.name);
            if (likeness < names::kSimilarName) continue;
            Found found = one.about;
            found.by = "nama dan tanggal lahir";
            found.is_certain =
                day == sought.birth_date && one.unit == sought.unit && likeness >= names::kOneSound;
            if (found.is_certain) return found;
            if (!best) best = found;
        }
    }
    return best;
}

}  // namespace importing
