#include "sync-server/console/pages/figures/figures.h"

#include "shared/base/markup.h"
#include "shared/indicators/area_graph.h"
#include "sync-server/console/pages/figures/charts.h"
#include "sync-server/console/pages/figures/figure_opening.h"
#include "sync-server/console/pages/figures/figure_people.h"
#include "sync-server/console/pages/figures/figure_places.h"
#include "sync-server/console/pages/figures/figure_words.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/words/words.h"

#include <algorithm>
#include <array>

namespace console {

using base::Month;
using html::all;
using html::tag;
using indicators::Count;
using overview::KeptMonth;

namespace {

// What a health centre looks at first, in the order of a child's life.
constexpr std::array kAtAGlance = {"SIGIZI_14", "ID_IMD",  "ID_KF1",        "ID_KF2",
                                   "ID_KF3",    "ID_KF4",  "ID_KF_LENGKAP", "ID_KN1",
                                   "ID_KN2",    "ID_KN3",  "ID_KN_LENGKAP", "ID_RECALL",
                                   "ID_ASI05",  "ID_ASI6", "PR_TEACH"};
constexpr std::array kByPlace = {"SIGIZI_14", "ID_IMD",   "ID_KF_LENGKAP", "ID_KN_LENGKAP",
                                 "ID_RECALL", "ID_ASI05", "ID_ASI6",       "PR_TEACH"};
constexpr std::array kBars = {"ID_ASI05", "ID_RECALL", "ID_IMD"};

struct Shown {
    const Visit& visit;
    Month month;
    const KeptMonth& kept;
    const FigurePlaces& places;
    const FigurePlace& place;
};

bool is_share(const std::string& code) {
    const auto indicator = indicators::parse_indicator(code);
    return indicator && indicators::is_percentage(*indicator);
}

// With the people behind it, for whoever may see persons; else the number alone.
Html number_cell(const Shown& shown, const std::string& code, const FigurePlace& place, int value,
                 const std::string& what) {
    const std::string text = std::to_string(value);
    if (!shown.visit.may(Action::SeePersons)) return text;
    const std::string id = code + ":" + base::to_text(shown.month) + ":" + place.id;
    return tag("a",
               {{"href", "/figures/people?id=" + base::percent_encoded(id)},
                {"aria-label", what + ", " + place.name + ": " + text}},
               text);
}

std::string share_words(const Count& count) {
    if (count.denominator == 0) return "–";
    const int tenths = (count.numerator * 2000 + count.denominator) / (count.denominator * 2);
    const char* const mark = tongue().language == words::Language::English ? "." : ",";
    return std::to_string(tenths / 10) + mark + std::to_string(tenths % 10) + " %";
}

Html glance(const Shown& shown) {
    Table table;
    table.caption = tr("The month at a glance: {0}", {shown.place.name});
    table.columns = {tr("Figure"), tr("Counted"), tr("Out of"), tr("Percent")};
    for (const std::string code : kAtAGlance) {
        const Count count = shown.kept.of(shown.place.units, code);
        const std::string name = figure_words(code);
        std::vector<Html> row = {name,
                                 number_cell(shown, code, shown.place, count.numerator, name)};
        if (is_share(code)) {
            row.push_back(number_cell(shown, code + ".DEN", shown.place, count.denominator, name));
            row.emplace_back(share_words(count));
        } else {
            row.emplace_back("");
            row.emplace_back("");
        }
        table.rows.push_back(std::move(row));
    }
    return figures_table(table);
}

// The villages of the health centre, or the posyandu of what was chosen.
const std::vector<FigurePlace>& parts_of(const Shown& shown) {
    return shown.places.villages.size() > 1 ? shown.places.villages : shown.places.posyandu;
}

Html bars(const Shown& shown) {
    Html cards;
    for (const std::string code : kBars) {
        std::vector<Bar> drawn;
        for (const FigurePlace& place : parts_of(shown)) {
            const Count count = shown.kept.of(place.units, code);
            Bar bar{place.name, std::nullopt, share_words(count)};
            if (count.denominator > 0) bar.percent = 100.0 * count.numerator / count.denominator;
            drawn.push_back(std::move(bar));
        }
        cards += card(figure_words(code), bar_chart(figure_words(code), drawn));
    }
    return cards;
}

Html by_place(const Shown& shown) {
    Table table;
    table.caption = tr("By place");
    table.columns = {tr("Place")};
    for (const std::string code : kByPlace) table.columns.push_back(figure_words(code));
    for (const FigurePlace& place : parts_of(shown)) {
        std::vector<Html> row = {html::name(place.name)};
        for (const std::string code : kByPlace) {
            const Count count = shown.kept.of(place.units, code);
            const Html number =
                number_cell(shown, code, place, count.numerator, figure_words(code));
            row.push_back(is_share(code) ? all(number, " / ", std::to_string(count.denominator),
                                               tag("br"), share_words(count))
                                         : number);
        }
        table.rows.push_back(std::move(row));
    }
    return figures_table(table);
}

// ---- how children are fed, by month of age

constexpr int kAges = indicators::AreaGraph::kAges;
constexpr std::size_t kClasses = indicators::AreaGraph::kClasses;

// A class that a newer program knows is not known here.
std::size_t class_of(const std::string& code) {
    for (std::size_t i = 0; i < kClasses; ++i) {
        if (code == care::to_code(indicators::kFeedingClasses[i])) return i;
    }
    return kClasses - 1;
}

std::vector<std::string> class_names() {
    return {tr("breast milk only"), tr("breast milk and water"), tr("and other drinks"),
            tr("and other milk"),   tr("breast milk and food"),  tr("no breast milk"),
            tr("not known")};
}

std::vector<Stack> stacks_of(const Shown& shown) {
    std::vector<Stack> stacks;
    for (int age = 0; age < kAges; ++age) {
        stacks.push_back({std::to_string(age), std::vector<int>(kClasses, 0)});
    }
    const auto& units = shown.place.units;
    for (const overview::Fed& fed : shown.kept.fed) {
        const bool is_here = std::find(units.begin(), units.end(), fed.unit) != units.end();
        if (!is_here || fed.age_months < 0 || fed.age_months >= kAges) continue;
        const std::size_t place = class_of(fed.feeding);
        stacks[static_cast<std::size_t>(fed.age_months)].counts[place] += fed.children;
    }
    return stacks;
}

Html fed_table(const std::vector<Stack>& stacks) {
    Table table;
    table.caption = tr("Children asked about the day before, by month of age");
    table.columns = {tr("Month of age")};
    for (const std::string& name : class_names()) table.columns.push_back(name);
    table.columns.emplace_back(tr("Children"));
    for (const Stack& stack : stacks) {
        int sum = 0;
        for (const int count : stack.counts) sum += count;
        std::vector<Html> row = {stack.name};
        for (const int count : stack.counts) {
            row.emplace_back(sum == 0 ? std::string("–") : std::to_string(count));
        }
        row.emplace_back(std::to_string(sum));
        table.rows.push_back(std::move(row));
    }
    return figures_table(table);
}

Html feeding(const Shown& shown) {
    const std::vector<Stack> stacks = stacks_of(shown);
    const char* const title = tr("How children are fed, by month of age");
    return all(card(title, stacked_chart(title, class_names(), stacks)),
               tag("details", tag("summary", tr("The same in numbers")), fed_table(stacks)));
}

// ---- the page

Html choosing(const Visit& visit, Month month, const FigurePlaces& places) {
    return search_form(
        "/figures",
        tag("div", {{"class", "actions"}},
            choice({.name = "month", .label = tr("Month")}, month_options(visit, month)),
            choice({.name = "unit", .label = tr("Place"), .is_required = false},
                   places.options(visit.value("unit"))),
            submit(tr("Show"))));
}

Answer show(const Visit& visit) {
    const auto month = asked_month(visit);
    TRY_LET(places, figure_places(visit));
    const FigurePlace* const place = places.find(visit.value("unit"));
    if (!month || place == nullptr) return refusal(visit, Refusal::NotFound, "/figures");
    overview::Wanted wanted{{kAtAGlance.begin(), kAtAGlance.end()}, true};
    TRY_LET(kept, kept_or_asked(visit, *month, wanted));
    const Html choose = choosing(visit, *month, places);
    const std::string title = tr("Figures of {0}", {month_words(*month)});
    if (!kept) return page(visit, title, all(choose, being_counted(visit)));
    const Shown shown{visit, *month, *kept, places, *place};
    Html content = all(choose, counted_at(visit, *kept), missing_note(visit, *month, kept->missing),
                       glance(shown));
    if (place == &places.whole) content += all(bars(shown), by_place(shown));
    content += all(feeding(shown), opening_card(visit));
    return page(visit, title, content);
}

}  // namespace

Routes figure_routes() {
    return {{"GET", "/figures", Action::SeeFigures, show},
            {"GET", "/figures/people", Action::SeePersons, figure_people},
            {"GET", "/figures/record/{id}", Action::SeePersons, figure_record}};
}

}  // namespace console
