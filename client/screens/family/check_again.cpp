#include "client/screens/family/check_again.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/care/cross_checks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace screens {

namespace {

constexpr std::array<const char*, 4> kAbout = {"infant_id", "person_id", "mother_id", "trainee_id"};
constexpr std::string_view kConsent = "V049";

std::string about(const records::Record& record, const FamilyContext& context) {
    if (record.type == "person") return record.fields.text("full_name");
    for (const char* field : kAbout) {
        const std::string name = context.name_of(record.fields.text(field));
        if (!name.empty()) return name;
    }
    return {};
}

std::string detail_of(const records::Record& record, const FamilyContext& context) {
    std::vector<std::string> parts = {context.form_title(record.type)};
    const std::string who = about(record, context);
    if (!who.empty()) parts.push_back(who);
    const Entry* entry = context.entry(record.id.text());
    if (entry != nullptr) parts.push_back(words::short_date(entry->on));
    return base::joined(parts, "  ·  ");
}

// Consent is asked for at the first visit: until somebody was seen, nothing has been forgotten.
bool is_too_early(const care::Finding& finding, const care::Family& known) {
    const auto& visits = known.visits();
    return finding.check->rule == kConsent &&
           std::none_of(visits.begin(), visits.end(),
                        [](const care::Visit& visit) { return visit.is_contact; });
}

}  // namespace

std::vector<CheckAgain> check_again_of(const FamilyContext& context) {
    std::vector<CheckAgain> rows;
    const care::CheckContext checks{context.known, care::KfRule::ByDate, nullptr, nullptr};
    for (const care::Finding& finding : care::findings(checks)) {
        const records::Record* record = context.known.record(finding.record.text());
        if (record == nullptr || is_too_early(finding, context.known)) continue;
        const bool is_indonesian = words::code() == "id";
        CheckAgain row;
        row.rule = finding.check->rule;
        row.text = is_indonesian ? finding.check->message_id : finding.check->message_en;
        row.detail = detail_of(*record, context);
        row.start = context.opening(record->type, record->id.text(), std::string(finding.field));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace screens
