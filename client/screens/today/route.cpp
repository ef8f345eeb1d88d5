#include "client/screens/today/route.h"

#include "client/screens/frame/names.h"

#include <algorithm>

namespace screens {

namespace {

constexpr int kWalkDays = 6;  // after today: the week that the list speaks of

paper::RouteStop route_stop(const TodayRow& row, Date today) {
    const Stop& stop = *row.stop;
    paper::RouteStop on_paper;
    on_paper.rw = stop.rw;
    on_paper.rt = stop.rt;
    on_paper.head = stop.name;
    on_paper.mother = stop.mother;
    on_paper.babies = stop.babies;
    on_paper.address = stop.address;
    for (const AgendaTask& task : stop.tasks) {
        if (is_aside(task, today)) continue;
        on_paper.tasks.push_back({task.code, task.person_name, task.due_to, task.is_overdue});
    }
    return on_paper;
}

std::string unit_of(const TodayModel& model, const Me& me) {
    for (const Unit& unit : me.units) {
        if (unit.code == model.choices().unit) return unit.name;
    }
    return unit_name(me);
}

}  // namespace

paper::Route route_of(const TodayModel& model, const Ports& ports, const Me& me) {
    paper::Route route;
    route.from = ports.today();
    route.to = base::add_days(route.from, kWalkDays);
    route.cadre = me.name;
    std::vector<const TodayRow*> rows;
    for (const TodayGroup& group : model.groups()) {
        for (const TodayRow& row : group.rows) rows.push_back(&row);
    }
    // The agenda's stops stand along the way; the page may show them by urgency.
    std::sort(rows.begin(), rows.end(),
              [](const TodayRow* a, const TodayRow* b) { return a->stop < b->stop; });
    for (const TodayRow* row : rows) route.stops.push_back(route_stop(*row, route.from));
    return route;
}

std::string route_html(const TodayModel& model, const Ports& ports, const Me& me) {
    const paper::Letterhead head{me.centre, unit_of(model, me), ports.today()};
    return paper::route_page(route_of(model, ports, me), head);
}

}  // namespace screens
