#include "client/screens/family/referrals_model.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/care/danger_signs.h"

#include <algorithm>
#include <tuple>

namespace screens {

namespace {

Fields without_private(const Fields& fields) {
    std::vector<std::string> codes;
    for (const std::string& code : fields.codes("reasons")) {
        const care::DangerSign* sign = care::find_danger_sign(code);
        if (sign == nullptr || !sign->is_private) codes.push_back(code);
    }
    Fields shown = fields;
    shown.set("reasons", base::joined(codes, " "));
    return shown;
}

FamilyReferral row_of(const care::Event& referral, const FamilyContext& context) {
    const Fields& fields = referral.fields();
    FamilyReferral row;
    row.record = referral.record->id.text();
    row.who = context.name_of(fields.text("person_id"));
    row.why = context.said("referral", without_private(fields), "reasons");
    row.urgency = context.said("referral", fields, "urgency");
    row.day = words::short_date(referral.on);
    row.outcome = context.said("referral", fields, "outcome");
    row.feedback = fields.text("feedback");
    row.is_open = row.outcome.empty();
    row.is_urgent = care::parse_urgency(fields.text("urgency")) == care::Urgency::RedNow;
    return row;
}

}  // namespace

std::vector<FamilyReferral> referrals_of(const FamilyContext& context) {
    std::vector<const care::Event*> events;
    for (const care::Event& referral : context.known.referrals()) events.push_back(&referral);
    std::sort(events.begin(), events.end(), [](const care::Event* a, const care::Event* b) {
        return std::tuple(b->on, b->record->id.text()) < std::tuple(a->on, a->record->id.text());
    });
    std::vector<FamilyReferral> rows;
    for (const care::Event* referral : events) rows.push_back(row_of(*referral, context));
    std::stable_partition(rows.begin(), rows.end(),
                          [](const FamilyReferral& row) { return row.is_open; });
    return rows;
}

}  // namespace screens
