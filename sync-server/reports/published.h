// What the health centre may hang up or put on the web: counts by village with small cells hidden,
// and others with them, so that no sum gives them away (suppression.h; DOMAIN 10.4). Made of parts
// that share nobody: two tables that held one figure in two ways would tell what each hides.
#pragma once

#include "shared/sheets/centre.h"
#include "sync-server/reports/report_tables.h"

namespace reports {

// Of the whole health centre only; a posyandu's table beside a village's would tell the rest. What
// is shown carries its figure's id, which only the health centre opens; what is hidden carries
// none. What is missing is said in it without numbers.
struct PublishedBook {
    sheets::Book book;
    std::vector<std::string> missing;  // for who makes it
};
base::Result<PublishedBook> published_book(db::Connection& connection, const Asked& asked);

// The same of counts at hand: by village, and of the whole.
std::vector<sheets::Sheet> published_sheets(const sheets::Centre& centre,
                                            const sheets::Counts& counts);

}  // namespace reports
