#include "shared/indicators/residence.h"

namespace indicators {

Residence residence_of(const care::Family& family, const care::Person& person, base::Date last) {
    const records::Record* household = family.household_of(person);
    return residence_of(*person.record,
                        household != nullptr ? household->unit : person.record->unit, last);
}

Residence residence_of(const records::Record& person, std::string_view unit, base::Date last) {
    Residence there;
    there.unit = unit;
    const base::Fields& fields = person.fields;
    if (care::code(fields, "residence") != "TEMPORARY") return there;
    const auto since = care::date(fields, "residence_since");
    const std::string_view domicile = care::code(fields, "residence_from_unit");
    there.counts_nowhere = domicile.empty();
    if (there.counts_nowhere || !since || *since <= last) there.listed_in = there.unit;
    there.domicile =
        there.counts_nowhere ? fields.text("residence_from_text") : std::string(domicile);
    there.unit = domicile;
    return there;
}

}  // namespace indicators
