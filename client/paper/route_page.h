// The walk of a day or a week, for the bag: whom to visit, where, what is due, a box to tick.
//
// A bag can be lost. So: no NIK, no whole telephone number (free text is masked), nothing of
// anybody's health; a visit because of a danger sign is called a follow-up visit like any other.
#pragma once

#include "client/paper/html.h"

#include <optional>
#include <string>
#include <vector>

namespace paper {

struct RouteTask {
    std::string code;    // "KV2", "KF3", "ASI4", "RETEST", "REFERRAL_FU" ... (DOMAIN 4.3)
    std::string person;  // whom it is about; may be empty
    base::Date due_to;
    bool is_overdue = false;
};

struct RouteStop {
    std::string rw, rt;
    std::string head;                 // of the household
    std::string mother;               // empty: none to visit
    std::vector<std::string> babies;  // those alive (DOMAIN 5.4)
    std::string address;              // where the house is found
    std::vector<RouteTask> tasks;
};

struct Route {
    base::Date from, to;  // the same day twice for one day's walk
    std::string cadre;
    std::vector<RouteStop> stops;  // in any order of RW and RT; within an RT as one walks
};

std::string route_page(const Route& route, const Letterhead& head);

}  // namespace paper
