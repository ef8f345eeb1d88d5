#include "client/paper/route_page.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"

#include <algorithm>
#include <charconv>

namespace paper {

namespace {

using words::tr;

constexpr const char* kStyleOfRoute = R"css(
html{font-size:12.5pt}
.place td{background:#f0f0f0;font-weight:700;break-after:avoid;print-color-adjust:exact;
 -webkit-print-color-adjust:exact}
.tick{text-align:center}
.tick .box{width:7mm;height:7mm}
.late{font-weight:700;border-bottom:.5mm solid #000}
.due p{margin:0 0 1mm}
td.notes{height:19mm}
.head{font-weight:700}
th{font-size:.9em}
)css";

// "KV3" -> "3"; what it is for stays unsaid where it would tell of somebody's health.
std::string task_words(std::string_view code) {
    const std::size_t digits = std::min(code.find_first_of("0123456789"), code.size());
    const std::string_view series = code.substr(0, digits);
    const std::string number(code.substr(digits));
    if (series == "KV") return tr("Home visit {0}", {number});
    if (series == "KF") return tr("Health worker's check of the mother, no. {0}", {number});
    if (series == "KN") return tr("Health worker's check of the newborn, no. {0}", {number});
    if (series == "ASI") return tr("Feeding questions at {0} months", {number});
    if (code == "RETEST") return tr("Family shows the massage again");
    return tr("Follow-up visit");
}

std::string lateness(const RouteTask& task, base::Date today) {
    const int days = base::days_between(task.due_to, today);
    if (!task.is_overdue || days <= 0) {
        return element("span", "small", text(tr("until {0}", {words::short_date(task.due_to)})));
    }
    const std::string late =
        days == 1 ? tr("1 day late") : tr("{0} days late", {std::to_string(days)});
    return element("span", "late", text(late));
}

std::string due(const RouteStop& stop, base::Date today) {
    std::string made;
    for (const RouteTask& task : stop.tasks) {
        std::string words = task_words(task.code);
        if (!task.person.empty()) words += " – " + masked(task.person, kPhoneDigits);
        made += element("p", "", text(words) + "<br>" + lateness(task, today));
    }
    return made;
}

std::string private_text(std::string_view words) {
    return text(masked(words, kPhoneDigits));
}

std::string people(const RouteStop& stop) {
    std::string made = element("div", "head", private_text(stop.head));
    if (!stop.mother.empty()) {
        made += element("div", "", text(tr("Mother:")) + " " + private_text(stop.mother));
    }
    if (!stop.babies.empty()) {
        made += element("div", "",
                        text(tr("Baby:")) + " " + private_text(base::joined(stop.babies, ", ")));
    }
    if (!stop.address.empty()) made += element("div", "small", private_text(stop.address));
    return made;
}

int number_of(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// RW 2 before RW 10; what is no number goes by its letters.
auto place_of(const RouteStop& stop) {
    return std::tuple(number_of(stop.rw), stop.rw, number_of(stop.rt), stop.rt);
}

std::string place_row(const RouteStop& stop, std::size_t columns, std::size_t stops) {
    const std::string place = stop.rt.empty() && stop.rw.empty()
                                  ? std::string(tr("RT and RW not known"))
                                  : tr("RW {0} / RT {1}", {stop.rw, stop.rt});
    const std::string houses =
        stops == 1 ? tr("1 house") : tr("{0} houses", {std::to_string(stops)});
    const std::string words = place + " – " + houses;
    return "<tr class=\"place\"><td colspan=\"" + std::to_string(columns) + "\">" + text(words) +
           "</td></tr>\n";
}

std::string rows_of(std::vector<RouteStop> stops, const std::vector<Column>& columns,
                    base::Date today) {
    std::stable_sort(stops.begin(), stops.end(), [](const RouteStop& a, const RouteStop& b) {
        return place_of(a) < place_of(b);
    });
    std::string rows;
    for (std::size_t each = 0; each < stops.size(); ++each) {
        const RouteStop& stop = stops[each];
        const auto is_elsewhere = [&](const RouteStop& other) {
            return place_of(other) != place_of(stop);
        };
        if (each == 0 || is_elsewhere(stops[each - 1])) {
            const auto from = stops.begin() + static_cast<std::ptrdiff_t>(each);
            const auto end = std::find_if(from, stops.end(), is_elsewhere);
            rows += place_row(stop, columns.size(), static_cast<std::size_t>(end - from));
        }
        rows += row(columns, {std::to_string(each + 1), people(stop), due(stop, today), box(), ""});
    }
    return rows;
}

std::string when(const Route& route) {
    if (route.from == route.to) return words::long_date(route.from);
    return tr("{0} to {1}", {words::long_date(route.from), words::long_date(route.to)});
}

}  // namespace

std::string route_page(const Route& route, const Letterhead& head) {
    const std::vector<Column> columns = {{tr("No."), "number", "11mm"},
                                         {tr("Family"), "", "60mm"},
                                         {tr("What is due"), "due", ""},
                                         {tr("Done"), "tick", "20mm"},
                                         {tr("Notes"), "notes", "40mm"}};
    std::string body = element("h1", "", text(tr("Visits to make")));
    body +=
        element("p", "", text(when(route)) + " · " + text(tr("Cadre:")) + " " + text(route.cadre));
    if (route.stops.empty()) {
        body += element("p", "", text(tr("No visits are due.")));
    } else {
        body += table(columns, rows_of(route.stops, columns, head.printed_on));
    }
    body +=
        element("p", "small",
                text(tr("Keep this sheet in the bag. Tear it up once everything is typed in.")));
    return html({Size::A4, tr("Visits to make"), kStyleOfRoute, body}, head);
}

}  // namespace paper
