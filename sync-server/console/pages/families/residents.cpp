#include "sync-server/console/pages/families/residents.h"

#include "shared/indicators/residence.h"
#include "sync-server/accept/desk/residence.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/records/residents.h"

#include <algorithm>

namespace console {

using accept::Residence;
using html::all;
using html::tag;
using protocol::Unit;

namespace {

Residence residence_in(const base::Fields& fields) {
    return {fields.has_code("residence", "TEMPORARY"), fields.text("residence_from_unit"),
            fields.text("residence_from_text"), fields.text("residence_since")};
}

// "Posyandu Melati 1 (Sukamaju)"; a code that is not here stays as it is.
std::string place_words(const std::vector<Unit>& units, const std::string& code) {
    for (const Unit& unit : units) {
        if (unit.code != code) continue;
        return unit.village.empty() ? unit.name : unit.name + " (" + unit.village + ")";
    }
    return code;
}

// Of this month, as its figures are counted (AMENDMENTS Data 4).
Result<indicators::Residence> this_month(const Visit& visit, const records::Record& person) {
    TRY_LET(household,
            server_store::find_record(visit.connection, person.fields.text("household_id")));
    return indicators::residence_of(person, household ? household->record.unit : person.unit,
                                    base::last_day(base::month_of(visit.today)));
}

Html counts_in(const std::vector<Unit>& units, const indicators::Residence& residence) {
    if (!residence.counts_nowhere) return html::name(place_words(units, residence.unit));
    const Html where =
        residence.domicile.empty() ? Html(tr("place not known")) : html::name(residence.domicile);
    return all(badge(Tone::Info, tr("not in this health centre's reports")), tag("br"),
               tr("counted by the health centre of her home:"), " ", where);
}

Html listed_in(const std::vector<Unit>& units, const records::Record& person,
               const indicators::Residence& residence) {
    const bool is_there = !residence.listed_in.empty();
    Html words = html::name(place_words(units, is_there ? residence.listed_in : residence.unit));
    const Residence told = residence_in(person.fields);
    if (!told.is_temporary) return words;
    const auto since = base::parse_date(told.since);
    const std::string day = since ? words::short_date(*since, tongue()) : std::string();
    if (!is_there) {
        return all(words, tag("br"), tr("from {0} in {1}", {day, place_words(units, person.unit)}));
    }
    words += all(tag("br"), badge(Tone::Warn, tr("stays for a while")));
    if (since) words += all(" ", tr("since {0}", {day}));
    return words;
}

// A midwife sees who stays in her posyandu and who counts there.
bool may_see(const Visit& visit, const records::Record& person) {
    return visit.may_in(Action::SeePersons, person.unit) ||
           visit.may_in(Action::SeePersons, person.fields.text("residence_from_unit"));
}

Result<Html> table_of(const Visit& visit, const std::vector<Unit>& units,
                      std::vector<std::string> ids, const std::string& caption,
                      const std::string& empty) {
    const bool has_more = ids.size() > kRowsOnPage;
    if (has_more) ids.resize(kRowsOnPage);
    Table list;
    list.caption = caption;
    list.columns = {tr("Who"), tr("Stands in the register of"), tr("Counts in the reports of")};
    const bool may_change = visit.may(Action::SetResidence);
    if (may_change) list.columns.emplace_back(tr("Change"));
    list.empty_text = empty;
    for (const std::string& id : ids) {
        TRY_LET(stored, server_store::find_record(visit.connection, id));
        if (!stored || !may_see(visit, stored->record)) continue;
        TRY_LET(whom, about(visit, stored->record));
        TRY_LET(residence, this_month(visit, stored->record));
        std::vector<Html> row = {whom.words, listed_in(units, stored->record, residence),
                                 counts_in(units, residence)};
        if (may_change) row.push_back(link("/residents/" + id, tr("Change it")));
        list.rows.push_back(std::move(row));
    }
    return all(table(list), pager(visit, has_more));
}

Html choosing(const Visit& visit, const std::vector<Unit>& units) {
    const std::string chosen = visit.value("unit");
    std::vector<Option> options = {{"", tr("Only who stays for a while"), chosen.empty()}};
    for (const Unit& unit : units) {
        if (!visit.may_in(Action::SeePersons, unit.code)) continue;
        options.push_back(
            {unit.code, tr("All mothers and babies of {0}", {unit.name}), unit.code == chosen});
    }
    return search_form(
        "/residents",
        tag("div", {{"class", "filters"}},
            choice({.name = "unit", .label = tr("Whom to show"), .is_required = false}, options),
            submit(tr("Show"))));
}

Result<std::vector<std::string>> asked_for(const Visit& visit) {
    const std::int64_t first = std::int64_t{page_number(visit)} * kRowsOnPage;
    const std::string unit = visit.value("unit");
    if (!unit.empty()) {
        return server_store::families_people(visit.connection, unit, first, kRowsOnPage + 1);
    }
    std::optional<std::vector<std::string>> hers;
    if (reach(visit.who.role, Action::SeePersons) != Reach::Centre) {
        TRY_LET(units, visit.units_for(Action::SeePersons));
        hers = std::move(units);
    }
    return server_store::guests(visit.connection, hers, first, kRowsOnPage + 1);
}

Answer list(const Visit& visit) {
    const std::string unit = visit.value("unit");
    if (!unit.empty() && !visit.may_in(Action::SeePersons, unit)) {
        return refusal(visit, Refusal::NotFound, "/residents");
    }
    TRY_LET(units, server_store::units(visit.connection));
    TRY_LET(ids, asked_for(visit));
    const std::string caption =
        unit.empty() ? tr("Who stays for a while")
                     : tr("All mothers and babies of {0}", {place_words(units, unit)});
    TRY_LET(people, table_of(visit, units, std::move(ids), caption,
                             unit.empty() ? tr("Nobody is written down as staying for a while.")
                                          : tr("There is no mother or baby here.")));
    TRY(visit.looked_at("see_residents", unit));
    return page(visit, tr("Temporary residents"),
                all(paragraph(tr("A mother or baby counts where she lives for good, and stands in "
                                 "the register of the posyandu where she stays. Every monthly "
                                 "figure and report follows this; nobody counts twice.")),
                    choosing(visit, units), people));
}

// ---- one person

Result<std::optional<server_store::StoredRecord>> person_of(const Visit& visit) {
    TRY_LET(stored, server_store::find_record(visit.connection, visit.in_path("id")));
    if (!stored || stored->record.type != "person" ||
        !visit.may_in(Action::SetResidence, stored->record.unit)) {
        return std::optional<server_store::StoredRecord>();
    }
    return std::move(stored);
}

Html from_choice(const std::vector<Unit>& units, const records::Record& person,
                 const std::string& chosen) {
    std::vector<Option> options = {
        {"", tr("none of these: another health centre"), chosen.empty()}};
    for (const Unit& unit : units) {
        if (unit.code == person.unit) continue;
        options.push_back({unit.code, place_words(units, unit.code), unit.code == chosen});
    }
    return choice(
        {.name = "from_unit", .label = tr("Home posyandu, which counts her"), .is_required = false},
        options);
}

Html residence_form(const Visit& visit, const std::vector<Unit>& units,
                    const records::Record& person, const Residence& shown,
                    const std::string& problem) {
    const std::string here = place_words(units, person.unit);
    return form(
        visit, "/residents/" + person.id.text(),
        all(carried("shown", to_text(person.revision)),
            radios({.name = "residence", .label = tr("Where does she live?"), .problem = problem},
                   {{"DOMICILE", tr("For good in {0}: counts there", {here}), !shown.is_temporary},
                    {"TEMPORARY", tr("Only stays in {0} for a while: counts at her home", {here}),
                     shown.is_temporary}}),
            card(tr("If she only stays for a while"),
                 all(from_choice(units, person, shown.from_unit),
                     field({.name = "from_text",
                            .label = tr("Home village or town, if it is another health centre"),
                            .value = shown.from_text,
                            .is_required = false,
                            .characters_max = 100}),
                     field({.name = "since",
                            .label = tr("Here since"),
                            .value = shown.since,
                            .type = "date",
                            .is_required = false}))),
            field({.name = "reason", .label = tr("How you know"), .is_required = false}),
            submit(tr("Write it down"))));
}

Answer person_page(const Visit& visit, const records::Record& person, const Residence& shown,
                   const std::string& problem) {
    TRY_LET(units, server_store::units(visit.connection));
    TRY_LET(whom, about(visit, person));
    TRY_LET(residence, this_month(visit, person));
    TRY(visit.looked_at("see_person", person.id.text()));
    return page(visit, tr("Where she counts"),
                all(facts({{tr("Who"), whom.words},
                           {tr("Stands in the register of"), listed_in(units, person, residence)},
                           {tr("Counts in the reports of"), counts_in(units, residence)}}),
                    residence_form(visit, units, person, shown, problem),
                    link("/residents", tr("Back to the list"))),
                problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    TRY_LET(person, person_of(visit));
    if (!person) return refusal(visit, Refusal::NotFound, "/residents");
    return person_page(visit, person->record, residence_in(person->record.fields), "");
}

Answer change(const Visit& visit) {
    TRY_LET(person, person_of(visit));
    if (!person) return refusal(visit, Refusal::NotFound, "/residents");
    const records::Record& record = person->record;
    const std::string back = "/residents/" + record.id.text();
    const auto seen = records::parse_revision(visit.value("shown"));
    if (!seen) return refusal(visit, Refusal::Stale, back);
    const std::string word = visit.value("residence");
    const Residence wanted{word == "TEMPORARY", visit.value("from_unit"), visit.value("from_text"),
                           visit.value("since")};
    if (word != "TEMPORARY" && word != "DOMICILE") {
        return person_page(visit, record, wanted, tr("Choose one of them."));
    }
    if (wanted.is_temporary && wanted.from_unit.empty() && wanted.from_text.empty()) {
        return person_page(visit, record, wanted, tr("Say where her home is."));
    }
    Status done = base::Done{};
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        const auto set =
            accept::set_residence(desk, record.id.text(), *seen, wanted, visit.value("reason"));
        if (!set.ok()) {
            done = set.error();
            return base::Done{};
        }
        is_stale = !set.value();
        if (is_stale) return base::Done{};
        return visit.note(desk.connection, "residence_set", record.id.text(),
                          visit.value("reason"));
    };
    TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, back);
    if (!done.ok() && is_refusal(done.error())) {
        return person_page(
            visit, record, wanted,
            tr("This cannot be: {0}", {in_words_of_form(visit, "person", done.error())}));
    }
    TRY(done);
    return go_to("/residents", wanted.is_temporary
                                   ? tr("Written down: she counts at her home from now on. The "
                                        "month's figures follow.")
                                   : tr("Written down: she lives and counts here. The month's "
                                        "figures follow."));
}

}  // namespace

Routes resident_routes() {
    return {{"GET", "/residents", Action::SeePersons, list},
            {"GET", "/residents/{id}", Action::SetResidence, show},
            {"POST", "/residents/{id}", Action::SetResidence, change}};
}

}  // namespace console
