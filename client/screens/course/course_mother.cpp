// The mother herself: the bleeding and the womb, relaxation, questionnaires, massages.
#include "client/screens/course/course_parts.h"
#include "client/screens/home_massage/session_records.h"
#include "client/screens/home_massage/session_weeks.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace screens {

using words::tr;

namespace {

constexpr const char* kScale = "scale_result";
constexpr std::size_t kRowsMost = 12;
constexpr std::size_t kBeforeMost = 4;  // earlier totals that are shown

// About feeding at the breast: not for a mother who grieves.
constexpr std::array<std::string_view, 4> kOfFeeding = {"NRS_CONF", "BSES_SF", "LATCH", "IBFAT"};

std::string in_language(std::string_view id, std::string_view en) {
    return std::string(words::language() == words::Language::Indonesian ? id : en);
}

std::string bleeding_said(const CourseOf& of, const care::Event& check) {
    std::vector<std::string> said;
    for (const char* field : {"lochia_type", "lochia_amount"}) {
        const std::string text = of.context.said("mother_check", check.fields(), field);
        if (!text.empty()) said.push_back(text);
    }
    if (care::is_yes(check.fields(), "lochia_foul")) said.push_back(tr("smells foul"));
    return base::joined(said, ", ");
}

struct Taken {
    Date on;
    std::string record;
    std::int64_t total = 0;
    bool is_positive = false;
};

Fields as_result(const char* code, std::int64_t total) {
    Fields result;
    result.set("instrument", code);
    result.set_integer("total", total);
    return result;
}

std::map<std::string, std::vector<Taken>> taken_by_instrument(const CourseOf& of) {
    std::map<std::string, std::vector<Taken>> all;
    const Ports& ports = of.context.ports;
    for (const Entry& entry : of.context.family.entries) {
        if (entry.type != kScale || entry.fields.text("person_id") != of.mother.id().text()) {
            continue;
        }
        const auto total = entry.fields.integer("total");
        const auto day = base::local_date_of(entry.fields.text("taken_at"));
        if (!total) continue;
        all[entry.fields.text("instrument")].push_back(
            {day.value_or(entry.on), entry.id, *total, is_positive(ports, entry.fields)});
    }
    for (const care::Event& check : care::Family::of(of.context.known.mother_checks(), of.mother)) {
        for (const auto& [field, code] :
             {std::pair{"anxiety_nrs", "NRS_ANX"}, std::pair{"confidence_nrs", "NRS_CONF"}}) {
            const auto total = check.fields().integer(field);
            if (!total) continue;
            all[code].push_back({check.on, check.record->id.text(), *total,
                                 is_positive(ports, as_result(code, *total))});
        }
    }
    for (auto& [code, taken] : all) {
        std::stable_sort(taken.begin(), taken.end(),
                         [](const Taken& a, const Taken& b) { return a.on > b.on; });
    }
    return all;
}

// "9 (3 Feb) → 14 (1 Mar)"
std::string before_text(const std::vector<Taken>& taken, Date today) {
    std::vector<std::string> all;
    for (std::size_t i = 1; i < taken.size() && i <= kBeforeMost; ++i) {
        all.insert(all.begin(), std::to_string(taken[i].total) + " (" +
                                    words::day_and_month(taken[i].on, today) + ")");
    }
    return base::joined(all, " → ");
}

}  // namespace

bool is_positive(const Ports& ports, const Fields& scale_result) {
    const forms::Form* form = ports.records.forms().find(kScale);
    if (form == nullptr) return false;
    return forms::calculated(*form, scale_result, context_of(ports)).text("positive") == "1";
}

std::string instrument_name(const Ports& ports, const std::string& code) {
    const forms::Form* form = ports.records.forms().find(kScale);
    const forms::Question* question = form != nullptr ? form->find("instrument") : nullptr;
    const forms::Choice* choice =
        question != nullptr ? form->find_choice(*question, code) : nullptr;
    return choice != nullptr ? choice->label.in(words::code()) : code;
}

CoursePart bleeding_part(const CourseOf& of) {
    CoursePart part{"bleeding",
                    tr("The bleeding after the birth"),
                    {},
                    tr("Day"),
                    tr("What was found"),
                    tr("Expected"),
                    {},
                    tr("Not asked yet.")};
    std::vector<std::string_view> earlier;
    for (const care::Event& check : care::Family::of(of.context.known.mother_checks(), of.mother)) {
        const std::string_view lochia = care::code(check.fields(), "lochia_type");
        const auto day = of.day_of(check.on);
        if (lochia.empty() || !day) continue;
        CourseRow row{check.record->id.text(), of.day_text(check.on), bleeding_said(of, check), ""};
        const care::Involution* band = care::involution_on(*day);
        if (band != nullptr) row.expected = in_language(band->lochia_id, band->lochia_en);
        row.asks_midwife = care::lochia_fit(*day, lochia) == care::Fit::Apart ||
                           care::is_red_again(earlier, lochia) ||
                           care::is_yes(check.fields(), "lochia_foul");
        earlier.push_back(lochia);
        part.rows.insert(part.rows.begin(), std::move(row));
    }
    return part;
}

CoursePart womb_part(const CourseOf& of) {
    CoursePart part{"womb",
                    tr("The womb"),
                    tr("Felt by the midwife."),
                    tr("Day"),
                    tr("What was found"),
                    tr("Expected"),
                    {},
                    {}};
    for (const care::Event& check : care::Family::of(of.context.known.mother_checks(), of.mother)) {
        const std::string_view fundus = care::code(check.fields(), "fundal_height");
        const auto day = of.day_of(check.on);
        if (fundus.empty() || !day) continue;
        std::string found = of.context.said("mother_check", check.fields(), "fundal_height");
        const std::string tone = of.context.said("mother_check", check.fields(), "fundal_tone");
        if (!tone.empty()) found += ", " + tone;
        CourseRow row{check.record->id.text(), of.day_text(check.on), found, ""};
        const care::Involution* band = care::involution_on(*day);
        if (band != nullptr) row.expected = in_language(band->fundus_id, band->fundus_en);
        row.asks_midwife = care::fundus_fit(*day, fundus) == care::Fit::Apart ||
                           care::code(check.fields(), "fundal_tone") == "SOFT";
        part.rows.insert(part.rows.begin(), std::move(row));
    }
    return part;
}

CoursePart relaxation_part(const CourseOf& of) {
    CoursePart part{"relaxation",
                    tr("How relaxed, before and after a massage"),
                    tr("0 tense – 10 very relaxed. A change in one mother proves nothing."),
                    tr("Day"),
                    tr("Before → after"),
                    tr("Change"),
                    {},
                    {}};
    const auto sessions = care::Family::of(of.context.known.sessions(), of.mother);
    for (std::size_t i = sessions.size(); i-- > 0 && part.rows.size() < kRowsMost;) {
        const auto before = sessions[i].fields().integer("relax_before");
        const auto after = sessions[i].fields().integer("relax_after");
        if (!before || !after) continue;
        const std::string change = (*after > *before ? "+" : "") + std::to_string(*after - *before);
        const bool is_seen = care::code(sessions[i].fields(), "source") == "OBS";
        part.rows.push_back({sessions[i].record->id.text(), of.day_text(sessions[i].on),
                             std::to_string(*before) + " → " + std::to_string(*after) + "  (" +
                                 (is_seen ? tr("seen") : tr("told")) + ")",
                             change});
    }
    return part;
}

CoursePart scales_part(const CourseOf& of) {
    CoursePart part{
        "scales",
        tr("How she is, in numbers"),
        tr("Totals only. A number is no diagnosis, and a low one says nothing for sure."),
        tr("What"),
        tr("Last"),
        tr("Before"),
        {},
        tr("Nothing yet.")};
    const auto taken = taken_by_instrument(of);
    for (const care::Instrument& instrument : care::instruments()) {
        const auto found = taken.find(std::string(instrument.code));
        const bool is_of_feeding =
            std::find(kOfFeeding.begin(), kOfFeeding.end(), instrument.code) != kOfFeeding.end();
        if (found == taken.end() || (of.is_grieving && is_of_feeding)) continue;
        const Taken& last = found->second.front();
        part.rows.push_back(
            {last.record, instrument_name(of.context.ports, found->first),
             tr("{0} of {1}, {2}", {std::to_string(last.total), std::to_string(instrument.most),
                                    words::day_and_month(last.on, of.context.today)}),
             before_text(found->second, of.context.today), last.is_positive});
    }
    return part;
}

CoursePart massage_part(const CourseOf& of) {
    CoursePart part{"massages",
                    tr("Massages by the week"),
                    tr("Seen by a cadre or midwife, and told by the family: never added together."),
                    tr("Week"),
                    tr("seen"),
                    tr("told"),
                    {},
                    {}};
    for (const SessionWeek& week :
         weeks_of(care::Family::of(of.context.known.sessions(), of.mother))) {
        if (part.rows.size() >= kRowsMost) break;
        part.rows.push_back({"", week_words(week.monday),
                             tr("{0} times", {std::to_string(week.observed)}),
                             tr("{0} times", {std::to_string(week.reported)})});
    }
    return part;
}

}  // namespace screens
