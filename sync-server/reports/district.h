// A district's file: the month files of its health centres added up, who has sent and who not, no
// persons. A quarter is cumulative from January. Each figure's id names its health centre: who is
// behind it is opened there, and nowhere else.
#pragma once

#include "sync-server/reports/formats/month_file.h"

namespace reports {

struct DistrictFile {
    std::string name;  // of the file, for what is said about it
    formats::MonthFile month;
};

// `expected`: names of health centres that should have sent; those who did are added, and named if
// they are not among them: one whose name is written otherwise would count twice. Two files of
// one health centre and month: the later one counts, and a note says so.
sheets::Book district_book(const std::vector<DistrictFile>& files,
                           const std::vector<std::string>& expected, const sheets::Period& period,
                           base::Date today);

}  // namespace reports
