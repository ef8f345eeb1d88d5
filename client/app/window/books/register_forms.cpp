#include "client/app/window/books/register_forms.h"

#include "client/app/recording/families.h"
#include "shared/indicators/choices.h"
#include "shared/protocol/closed_months.h"
#include "shared/sheets/f1_sheet.h"
#include "shared/sheets/family_sheets.h"
#include "shared/sheets/ilp_recap_sheets.h"
#include "shared/sheets/person_sheets.h"
#include "shared/sheets/register_sheet.h"
#include "shared/sheets/village_sheets.h"
#include "shared/sheets/weekly_sheet.h"

#include <algorithm>

namespace client_app {

using screens::Form;
using sheets::Period;
using sheets::Sheet;

namespace {

constexpr const char* kKnownBy = "Bidan desa";
constexpr const char* kOnePosyandu =
    "Angka satu posyandu untuk kolom 14 dan 20–25 SIGIZI. Jangan diunggah sendiri: unggahan "
    "mengganti angka seluruh desa.";

// One posyandu is a part of its village and of the health centre: their figures are not its own.
sheets::Centre centre_of(const Posyandu& posyandu) {
    sheets::Centre centre;
    centre.name = posyandu.centre;
    const sheets::Place place = place_of(posyandu.unit);
    centre.posyandu = {place};
    centre.whole = place;
    sheets::Place village = place;
    village.name = place.village + " (Posyandu " + place.name + ")";
    village.village_code.clear();
    centre.villages = {village};
    return centre;
}

bool is_one_month(const Period& period) {
    return period.kind == Period::Kind::OneMonth;
}

// The area graph's facts alone are told apart by their detail, and no form here has it.
sheets::Counted counted(const indicators::Fact& fact, base::Month month) {
    return {month,
            fact.unit,
            std::string(to_code(fact.indicator)),
            "",
            fact.sex,
            fact.age_months.value_or(sheets::kNoAge),
            fact.part == indicators::Part::Numerator,
            1};
}

}  // namespace

sheets::Place place_of(const protocol::Unit& unit) {
    return {unit.code, unit.name, unit.village, unit.village_code, {unit.code}};
}

Posyandu posyandu_of(const store::Identity& identity, const std::string& unit) {
    Posyandu posyandu;
    posyandu.centre = identity.centre;
    posyandu.unit.code = unit;
    posyandu.cadre = identity.user_name;
    posyandu.is_midwife = identity.role == "BIDAN" || identity.role == "KOORD";
    const indicators::Chosen chosen = indicators::settings_of(identity.choices);
    posyandu.settings = chosen.settings;
    posyandu.counts_as_told = chosen.is_known;
    posyandu.closed = protocol::closed_months(identity.closed);
    auto config = protocol::parse_config(identity.config);
    if (!config.ok()) return posyandu;
    if (!config.value().centre.empty()) posyandu.centre = config.value().centre;
    posyandu.users = std::move(config.value().users);
    for (protocol::Unit& each : config.value().units) {
        if (each.code == unit) posyandu.unit = std::move(each);
    }
    return posyandu;
}

FormMaking::FormMaking(const Posyandu& posyandu, Period period)
    : posyandu_(posyandu), period_(period), centre_(centre_of(posyandu)), counts_(period) {
    for (const base::Month month : sheets::months_of(period)) counts_.covers(month);
    weekly_ = sheets::weekly_sheet(place(), period.last);
    cohort_ = sheets::cohort_sheet(place(), period.last);
    measurements_ = sheets::ppgbm_sheet();
}

void FormMaking::add_home(const sheets::HomeRows& home) {
    const auto first = sheets::months_of(period_).front();
    for (const care::Visit& visit : home.family.visits()) {
        const std::string month = visit.record->fields.text("started_at").substr(0, 7);
        const bool is_in = month >= base::to_text(first) && month <= base::to_text(period_.last);
        if (is_in && visit.record->unit == place().id) {
            providers_.insert(visit.record->fields.text("provider_id"));
        }
    }
    if (!is_one_month(period_)) return;
    sheets::add_weekly_counts(home, period_.last, weekly_);
    if (!posyandu_.is_midwife) return;
    sheets::add_cohort_rows(home, period_.last, cohort_);
    sheets::add_ppgbm_rows(home, period_.last, measurements_);
}

void FormMaking::add_fact(const indicators::Fact& fact, base::Month month) {
    if (fact.part == indicators::Part::Excluded || fact.unit != place().id) return;
    counts_.add(counted(fact, month));
}

base::Status FormMaking::read_centre(store::Store& store) {
    TRY_LET(targets, store.list("target"));
    for (const records::Record& each : targets) {
        const auto figure = each.fields.integer("figure");
        if (!figure || records::is_retracted(each)) continue;
        centre_.targets.push_back({each.fields.text("unit_code"), each.fields.text("period"),
                                   each.fields.text("indicator"), static_cast<int>(*figure),
                                   each.fields.text("kind") == "REAL"});
    }
    return base::Done{};
}

void FormMaking::count_cadres() {
    sheets::CadreCount& count = centre_.cadres[place().id];
    count = {};
    for (const protocol::User& user : posyandu_.users) {
        const auto& units = user.units;
        const bool is_here = std::find(units.begin(), units.end(), place().id) != units.end();
        if (user.role != "KADER" || user.has_left || !is_here) continue;
        ++count.registered;
        if (providers_.count(user.id) != 0) ++count.active;
    }
}

void FormMaking::make_counted(screens::RegisterMonth& into) const {
    into.forms[Form::F1] = {sheets::f1_sheet(centre_, counts_, place())};
    into.forms[Form::Sigizi] = {sheets::lb3_breastfeeding_sheet(centre_, counts_)};
    into.forms[Form::Sigizi].front().notes.push_back(kOnePosyandu);
    into.forms[Form::Ilp] = {sheets::ilp_mothers_sheet(centre_, counts_),
                             sheets::ilp_infants_sheet(centre_, counts_)};
    for (Sheet& sheet : into.forms[Form::Ilp]) sheet.signer = "Kader posyandu";
    if (!posyandu_.is_midwife) return;
    into.forms[Form::Contacts] = {sheets::lb3_sheet(centre_, counts_),
                                  sheets::newborn_contacts_sheet(centre_, counts_)};
}

void FormMaking::make(const std::vector<indicators::RegisterRow>& rows,
                      screens::RegisterMonth& into) {
    count_cadres();
    make_counted(into);
    std::vector<Sheet>& marks = into.forms[Form::Marks];
    if (is_one_month(period_)) marks.push_back(sheets::register_sheet(place(), rows));
    if (sheets::has_recap(period_.last)) marks.push_back(sheets::recap_sheet(place(), rows));
    if (!is_one_month(period_)) return;
    into.forms[Form::Weekly] = {weekly_};
    if (!posyandu_.is_midwife) return;
    sheets::sort_by(cohort_, 0);
    sheets::sort_by(measurements_, 1);
    into.forms[Form::Cohort] = {cohort_};
    into.forms[Form::Measurements] = {measurements_};
}

std::set<std::string> FormMaking::codes() {
    screens::RegisterMonth empty;
    make_counted(empty);
    std::set<std::string> codes;
    for (const auto& [form, all] : empty.forms) {
        for (const Sheet& sheet : all) {
            for (const auto& definition : sheet.definitions) codes.insert(definition.code);
        }
    }
    return codes;
}

sheets::Book book_of(const Posyandu& posyandu, const screens::RegisterMonth& month, Form form,
                     base::Date today) {
    sheets::Book book;
    book.centre = posyandu.centre;
    book.period = sheets::words_id(month.period);
    book.period_code = to_text(month.period);
    book.made_on = today;
    book.missing = sentences(month.note, month.period);
    const auto found = month.forms.find(form);
    if (found != month.forms.end()) book.sheets = found->second;
    if (!posyandu.is_midwife) book.known_by = kKnownBy;
    book.signed_by = posyandu.cadre;
    return book;
}

base::Result<sheets::Book> family_book(store::Store& store, const store::Identity& identity,
                                       const std::string& household, base::Date today) {
    TRY_LET(records, closure_of(store, household));
    const care::Family family{records};
    const records::Record* home = family.record(household);
    if (home == nullptr) {
        return base::Error{base::ErrorCode::NotFound, "there is no such household here"};
    }
    const Posyandu posyandu = posyandu_of(identity, home->unit);
    sheets::Book book;
    book.centre = posyandu.centre;
    book.period = base::to_text(today);
    book.made_on = today;
    book.known_by = kKnownBy;
    book.signed_by = posyandu.cadre;
    book.sheets = sheets::family_sheets(family, *home, place_of(posyandu.unit));
    return book;
}

}  // namespace client_app
