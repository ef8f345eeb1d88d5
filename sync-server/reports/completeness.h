// What is missing before a month goes out: the choice to go on is a person's, and the same note
// travels inside the file. Counts and units only, nobody's name.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"
#include "shared/sheets/period.h"
#include "sync-server/reports/counting.h"

#include <optional>
#include <string>
#include <vector>

namespace reports {

struct SilentUnit {
    std::string code, name, village;
};
struct LateLaptop {
    std::string device, name, user;
    std::vector<std::string> units;
    std::optional<base::Instant> last_seen_at;  // nullopt: never
};
struct NotRecalled {
    std::string unit, name;
    int infants = 0;  // not asked, or the answers are not complete
    int of = 0;       // aged 0 to 5 months on the last day
};

struct Completeness {
    base::Month month;
    bool is_over = false;            // its last day has come
    std::vector<SilentUnit> silent;  // posyandu without a visit or outreach in the month
    std::vector<LateLaptop> late;    // not synchronised since the month's end, or its last day
    std::vector<NotRecalled> not_recalled;  // by posyandu, those with any
    int infants_not_recalled = 0, infants = 0;
    int quarantined = 0;  // changes that could not be taken
    int conflicts = 0;    // values that two sides wrote apart
    int orphans = 0;      // records whose parent is "belum diterima"
};
// `unit`: of one posyandu; empty: of all. Settles the month first. `AsReported`: the infants of a
// closed month who are missing in its figures, also if they were asked since.
base::Result<Completeness> completeness(db::Connection& connection, base::Month month,
                                        const std::string& unit, base::Instant now,
                                        const base::Zone& zone, Reading reading = Reading::AsNow);
// The note that travels is Indonesian; a page says it in its reader's language.
enum class Wording { Indonesian, English };
// One sentence for each kind of what is missing; empty: nothing is.
std::vector<std::string> sentences(const Completeness& found, const base::Zone& zone,
                                   Wording wording = Wording::Indonesian);

// What takes reading the whole centre, where it was found already: the names are as they are now.
struct Known {
    std::vector<std::string> silent;  // codes
    int orphans = 0;
};
base::Result<Completeness> completeness(db::Connection& connection, base::Month month,
                                        const Known& known, base::Instant now,
                                        const base::Zone& zone);

// Of every month that a period adds up; each sentence begins with its month if there are several.
// What a closed month lacks is what its figures lack: what was said when it was closed. Of one
// posyandu, and in English, nothing was kept: there the infants are those of then.
base::Result<std::vector<std::string>> missing_in(db::Connection& connection,
                                                  const sheets::Period& period,
                                                  const std::string& unit, base::Instant now,
                                                  const base::Zone& zone,
                                                  Wording wording = Wording::Indonesian);

}  // namespace reports
