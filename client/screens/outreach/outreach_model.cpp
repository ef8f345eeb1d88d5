#include "client/screens/outreach/outreach_model.h"

#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <array>

namespace screens {

using words::tr;

namespace {

constexpr const char* kOutreach = "outreach";
constexpr const char* kTally = "tally";
constexpr std::array<const char*, 8> kPresent = {
    "present_pregnant", "present_mothers",     "present_husbands",    "present_family_p",
    "present_family_l", "present_community_p", "present_community_l", "present_cadres"};

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

}  // namespace

int people_present(const Fields& outreach) {
    std::int64_t all = 0;
    for (const char* name : kPresent) all += outreach.integer(name).value_or(0);
    return static_cast<int>(all);
}

void OutreachModel::read() {
    version_ = ports_.outreach.outreach_version();
    rows_.clear();
    months_.clear();
    counted_.clear();
    for (const Gathering& gathering : ports_.outreach.gatherings()) {
        rows_.push_back(row_of(gathering));
        const std::string month = words::month_and_year(base::month_of(gathering.on));
        if (months_.empty() || months_.back().name != month) months_.push_back({month, 0, 0});
        ++months_.back().count;
        months_.back().present += rows_.back().present;
    }
    for (const Tally& tally : ports_.outreach.tallies()) counted_.push_back(counted_of(tally));
}

void OutreachModel::refresh() {
    if (version_ != ports_.outreach.outreach_version()) read();
}

// The chosen answers in the words of the form.
std::string OutreachModel::choices(const Fields& fields, const char* name) const {
    const forms::Form* form = ports_.records.forms().find(kOutreach);
    const forms::Question* question = form != nullptr ? form->find(name) : nullptr;
    std::vector<std::string> texts;
    for (const std::string& code : fields.codes(name)) {
        const forms::Choice* choice =
            question != nullptr ? form->find_choice(*question, code) : nullptr;
        texts.push_back(choice != nullptr ? choice->label.in(words::code()) : code);
    }
    return base::joined(texts, ", ");
}

std::string OutreachModel::present_text(const Fields& fields) const {
    const forms::Form* form = ports_.records.forms().find(kOutreach);
    std::vector<std::string> parts;
    for (const char* name : kPresent) {
        const auto count = fields.integer(name);
        const forms::Question* question = form != nullptr ? form->find(name) : nullptr;
        if (!count || *count == 0 || question == nullptr) continue;
        parts.push_back(lower_first(question->label.in(words::code())) + " " +
                        std::to_string(*count));
    }
    return base::joined(parts, ", ");
}

OutreachModel::Row OutreachModel::row_of(const Gathering& gathering) const {
    const Fields& fields = gathering.fields;
    Row row;
    row.id = gathering.id;
    row.is_sent = gathering.is_sent;
    row.taught_massage = fields.text("taught_massage") == "1";
    row.when = words::short_date(gathering.on);
    row.present = people_present(fields);
    const std::string other = fields.text("kind_other");
    std::vector<std::string> title = {other.empty() ? choices(fields, "kind") : other};
    if (const std::string place = fields.text("place"); !place.empty()) title.push_back(place);
    row.title = base::joined(title, "  ·  ");
    std::vector<std::string> detail;
    if (row.present > 0) {
        detail.push_back(
            tr("{0} present: {1}", {std::to_string(row.present), present_text(fields)}));
    }
    if (const std::string topics = choices(fields, "topics"); !topics.empty()) {
        detail.push_back(topics);
    }
    row.detail = base::joined(detail, "  ·  ");
    return row;
}

OutreachModel::Counted OutreachModel::counted_of(const Tally& tally) const {
    const auto month = base::parse_month(tally.month);
    const auto count = [&](const char* name) {
        return std::to_string(tally.fields.integer(name).value_or(0));
    };
    return {tally.id, month ? words::month_and_year(*month) : tally.month,
            tr("{0} mothers, {1} live births, {2} babies of 0-5 months",
               {count("mothers"), count("live_births"), count("infants_0_5")}),
            tally.is_sent};
}

FormStart OutreachModel::new_gathering() const {
    FormStart start;
    start.type = kOutreach;
    start.known.set("date", base::to_text(ports_.today()));
    return start;
}

FormStart OutreachModel::new_tally() const {
    FormStart start;
    start.type = kTally;
    start.known.set("month", base::to_text(base::month_of(ports_.today())));
    return start;
}

FormStart OutreachModel::gathering(const std::string& id) {
    FormStart start;
    start.type = kOutreach;
    start.record = id;
    return start;
}

FormStart OutreachModel::tally(const std::string& id) {
    FormStart start;
    start.type = kTally;
    start.record = id;
    return start;
}

}  // namespace screens
