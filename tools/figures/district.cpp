#include "tools/figures/district.h"

#include "tools/demo/centre.h"

#include <utility>

namespace figures {

District make_district(std::int64_t mothers) {
    demo::Options options;
    options.mothers = static_cast<int>(mothers);
    demo::Centre centre = demo::make_centre(options);
    District district;
    for (const demo::Unit& unit : centre.places.units) district.units.push_back(unit.code);
    for (demo::Line& line : centre.lines) {
        const demo::User& user = centre.places.users[line.writer];
        const demo::Writer writer{line.writer, user.id, user.role, line.unit};
        demo::fill_session(line.type, line.fields, writer);
        district.writes.push_back(
            {base::RecordId(line.id), line.type, line.unit, {}, std::move(line.fields)});
    }
    return district;
}

}  // namespace figures
