// What the shipped forms promise to the people who answer them.
#include "shared/forms/check.h"
#include "shared/forms/form_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace {

using base::Fields;
using forms::Context;
using forms::Form;
using forms::FormSet;
using forms::Problem;
using forms::Question;

const Form& form(std::string_view id) {
    const Form* found = FormSet::builtin().find(id);
    REQUIRE_MESSAGE(found != nullptr, id);
    return *found;
}

Fields fields(const std::map<std::string, std::string>& tokens) {
    std::string json = "{";
    for (const auto& [name, token] : tokens) {
        json += (json.size() > 1 ? "," : "") + ("\"" + name + "\":" + token);
    }
    auto parsed = Fields::parse(json + "}");
    REQUIRE(parsed.ok());
    return std::move(parsed).value();
}

constexpr std::array<const char*, 12> kItems = {"l_water", "l_formula", "l_milk",  "l_yogurt",
                                                "l_choco", "l_soy",     "l_juice", "l_soda",
                                                "l_tea",   "l_broth",   "l_other", "f_any"};
const std::string kVisit = "\"0190a000-0000-7000-8000-000000000001\"";
const std::string kInfant = "\"0190a000-0000-7000-8000-000000000002\"";

// A recall of a baby on breast milk only, born 2026-01-15, visited on 2026-03-11.
std::map<std::string, std::string> exclusive_recall() {
    std::map<std::string, std::string> recall = {
        {"visit_id", kVisit},          {"infant_id", kInfant},
        {"respondent", "\"SENDIRI\""}, {"recall_date", "\"2026-03-10\""},
        {"bf_ever", "\"1\""},          {"bf_yesterday", "\"1\""},
        {"bottle_yesterday", "\"0\""}, {"other_ever", "\"0\""},
    };
    for (const char* item : kItems) recall[item] = "\"0\"";
    return recall;
}

Context context(const std::string& born = "2026-01-15") {
    Context made;
    made.today = *base::parse_date("2026-03-11");
    made.lookup = [born](std::string_view type, std::string_view,
                         std::string_view field) -> std::optional<std::string> {
        if (type == "person" && field == "birth_date") return born;
        if (type == "visit" && field == "started_at") return "2026-03-11T09:00:00+07:00";
        if (type == "visit" && field == "provider_role") return "KADER";
        return std::nullopt;
    };
    return made;
}

std::vector<std::string> codes(std::string_view id, const std::map<std::string, std::string>& given,
                               const Context& at = context()) {
    std::vector<std::string> found;
    for (const Problem& problem : forms::check(form(id), fields(given), at)) {
        found.push_back(problem.code);
    }
    return found;
}

bool has(const std::vector<std::string>& all, const std::string& code) {
    return std::find(all.begin(), all.end(), code) != all.end();
}

std::string class_of(const std::map<std::string, std::string>& recall) {
    return std::string(
        forms::calculated(form("feeding_recall"), fields(recall), context()).text("feeding_class"));
}

template <typename Act>
void each_question(Act act) {
    for (const std::string& id : FormSet::builtin().ids()) {
        for (const Question& question : form(id).questions) act(id, question);
    }
}

}  // namespace

TEST_CASE("every question and every choice speaks both languages") {
    each_question([](const std::string& id, const Question& question) {
        if (question.type == forms::QuestionType::EndGroup) return;
        CHECK_MESSAGE((!question.label.id.empty() && !question.label.en.empty()),
                      id << " " << question.name);
        for (const forms::Choice& choice : form(id).choices_of(question)) {
            CHECK_MESSAGE((!choice.label.id.empty() && !choice.label.en.empty()),
                          id << " " << question.list << " " << choice.code);
        }
    });
}

TEST_CASE("danger signs and the recall are never answered beforehand") {
    each_question([](const std::string& id, const Question& question) {
        const bool is_asked = question.has_appearance("danger-sign") || id == "feeding_recall";
        if (is_asked) CHECK_MESSAGE(question.default_value.empty(), id << " " << question.name);
    });
}

TEST_CASE("each danger sign is a question of its own that must be answered and is sticky") {
    int count = 0;
    each_question([&](const std::string& id, const Question& question) {
        if (!question.has_appearance("danger-sign")) return;
        ++count;
        CHECK_MESSAGE(question.required.has_value(), id << " " << question.name);
        CHECK_MESSAGE(question.sticky == std::vector<std::string>{"1"}, question.name);
    });
    CHECK(count == 27 + 23);
}

TEST_CASE("self-harm and violence are asked in private, and may stay open when she is not alone") {
    const Form& check = form("mother_check");
    for (const char* name : {"ds_mds23", "ds_mds25"}) {
        CHECK(check.find(name)->has_appearance("private"));
    }
    const auto missing = [](const char* alone) {
        const auto given = std::map<std::string, std::string>{{"asked_alone", alone}};
        const auto problems = forms::check(form("mother_check"), fields(given), context());
        return std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
            return problem.field == "ds_mds23" && problem.code == "required";
        });
    };
    CHECK(missing("\"1\""));
    CHECK_FALSE(missing("\"0\""));
}

TEST_CASE("no form asks for or names HIV") {
    for (const std::string& text : FormSet::builtin().texts()) {
        CHECK(text.find("HIV") == std::string::npos);
    }
}

TEST_CASE("a complete recall on breast milk only has no problem and is exclusive") {
    CHECK(codes("feeding_recall", exclusive_recall()).empty());
    CHECK(class_of(exclusive_recall()) == "EBF");
}

TEST_CASE("the feeding class takes the heaviest thing given, and one unknown makes it unknown") {
    const auto with = [](std::map<std::string, std::string> changes) {
        auto recall = exclusive_recall();
        recall.erase("other_ever");
        for (const auto& [name, token] : changes) recall[name] = token;
        return class_of(recall);
    };
    CHECK(with({{"l_water", "\"1\""}}) == "BF_WATER");
    CHECK(with({{"l_water", "\"1\""}, {"l_tea", "\"1\""}}) == "BF_NML");
    CHECK(with({{"l_tea", "\"1\""}, {"l_formula", "\"1\""}}) == "BF_MILK");
    CHECK(with({{"l_formula", "\"1\""}, {"f_any", "\"1\""}}) == "BF_CF");
    CHECK(with({{"l_water", "\"8\""}}) == "UNK");
    CHECK(with({{"bf_yesterday", "\"8\""}}) == "UNK");
    CHECK(with({{"bf_yesterday", "\"0\""}}) == "NOT_BF");
    CHECK(with({{"bf_yesterday", "\"0\""}, {"ebm_yesterday", "\"1\""}}) == "EBF");
    CHECK(with({{"m_ors_med", "\"1\""}, {"bottle_yesterday", "\"1\""}}) == "EBF");
}

TEST_CASE("V017: never breastfed and breastfed yesterday cannot both be saved") {
    auto recall = exclusive_recall();
    recall["bf_ever"] = "\"0\"";
    CHECK(has(codes("feeding_recall", recall), "V017"));
    recall["bf_yesterday"] = "\"0\"";
    CHECK_FALSE(has(codes("feeding_recall", recall), "V017"));
}

TEST_CASE("V018: nothing but breast milk since birth contradicts a drink yesterday, not a doubt") {
    auto recall = exclusive_recall();
    recall["l_tea"] = "\"1\"";
    CHECK(has(codes("feeding_recall", recall), "V018"));
    recall["l_tea"] = "\"8\"";
    CHECK_FALSE(has(codes("feeding_recall", recall), "V018"));
}

TEST_CASE("the question since birth is asked to six months, and where the age is not known") {
    const auto asks = [](const Context& at) {
        return forms::relevance(form("feeding_recall"), fields(exclusive_recall()), at)
            .is_relevant("other_ever");
    };
    CHECK(asks(context("2025-09-11")));
    CHECK_FALSE(asks(context("2025-08-11")));
    Context alone = context();
    alone.lookup = nullptr;
    CHECK(asks(alone));
}

TEST_CASE("a date that a wrong clock puts in the future is flagged, not refused") {
    auto recall = exclusive_recall();
    recall["recall_date"] = "\"2026-03-12\"";
    const auto problems = forms::check(form("feeding_recall"), fields(recall), context());
    CHECK_FALSE(forms::blocks(problems));
    CHECK(std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.code == "V003" && problem.severity == forms::Severity::Flag;
    }));
}

TEST_CASE("only a midwife is asked for blood pressure") {
    const auto asks = [](const char* role) {
        Context at = context();
        at.lookup = [role](std::string_view, std::string_view,
                           std::string_view field) -> std::optional<std::string> {
            if (field == "provider_role") return role;
            return std::nullopt;
        };
        return forms::relevance(form("mother_check"), fields({{"visit_id", kVisit}}), at)
            .is_relevant("bp_sys");
    };
    CHECK(asks("BIDAN"));
    CHECK_FALSE(asks("KADER"));
}

TEST_CASE("an empty house needs no mother and no birth") {
    const std::map<std::string, std::string> visit = {
        {"household_id", kVisit},         {"started_at", "\"2026-03-11T09:00:00+07:00\""},
        {"visit_type", "\"KADER_HOME\""}, {"provider_id", kInfant},
        {"provider_role", "\"KADER\""},   {"outcome", "\"NOT_HOME\""},
    };
    CHECK(codes("visit", visit).empty());
}

TEST_CASE("a stillbirth asks nothing about feeding") {
    const std::map<std::string, std::string> outcome = {
        {"birth_event_id", kVisit}, {"birth_order", "1"}, {"outcome", "\"STILL\""}};
    CHECK(codes("birth_outcome", outcome).empty());
    const auto relevant = forms::relevance(form("birth_outcome"), fields(outcome), context());
    for (const char* name : {"infant_id", "imd", "bf_start_unit", "prelacteal_2d"}) {
        CHECK_FALSE(relevant.is_relevant(name));
    }
}

TEST_CASE("V007: a NIK that disagrees with its person is doubted, and one that agrees is not") {
    const auto with = [](const char* nik, const char* sex) {
        return has(codes("person", {{"nik_status", "\"VALID\""},
                                    {"nik", std::string("\"") + nik + "\""},
                                    {"sex", std::string("\"") + sex + "\""},
                                    {"birth_date", "\"1999-08-12\""},
                                    {"birth_date_precision", "\"D\""}}),
                   "V007");
    };
    CHECK_FALSE(with("3374015208999999", "P"));
    CHECK_FALSE(with("3374011208999999", "L"));
    CHECK(with("3374015208999999", "L"));
    CHECK(with("3374011208999999", "P"));
    CHECK(with("3374017208999999", "P"));
    CHECK(with("3374015213999999", "P"));
}

TEST_CASE("V045: a code that says none, not known or normal stands alone in every form") {
    each_question([](const std::string& id, const Question& question) {
        if (question.type != forms::QuestionType::SelectMultiple) return;
        for (const forms::Choice& choice : form(id).choices_of(question)) {
            const std::string& code = choice.code;
            if (code != "NONE" && code != "NA" && code != "UNK" && code != "NORMAL") continue;
            const auto& alone = question.exclusive;
            CHECK_MESSAGE(std::find(alone.begin(), alone.end(), code) != alone.end(),
                          id << " " << question.name << " " << code);
        }
    });
    CHECK(has(codes("birth_event", {{"complications", "\"NONE PPH\""}}), "V045"));
    CHECK_FALSE(has(codes("birth_event", {{"complications", "\"PPH TEAR\""}}), "V045"));
}

TEST_CASE("V060: a NIK anywhere in a long note is noticed") {
    const std::string pad(700, 'x');
    for (const std::size_t at : {0u, 160u, 170u, 350u, 684u}) {
        std::string note = pad;
        note.replace(at, 16, "3374015208999999");
        CHECK_MESSAGE(has(codes("visit", {{"note", "\"" + note + "\""}}), "V060"), at);
    }
    CHECK_FALSE(has(codes("visit", {{"note", "\"" + pad + "\""}}), "V060"));
}

TEST_CASE("the massage check cannot say go while a reason to stop is ticked") {
    const auto problems = codes(
        "massage_teaching", {{"safety_result", "\"GO\""}, {"safety_reasons", "\"XC04 MDS01\""}});
    CHECK(has(problems, "stop_not_followed"));
    CHECK(has(problems, "defer_not_followed"));
}

TEST_CASE("milk is not asked for where no infant lives") {
    const auto asks = [](const std::optional<std::string>& living) {
        Context known = context();
        known.lookup = [&](std::string_view, std::string_view, std::string_view field) {
            return field == "live_infants" ? living : std::nullopt;
        };
        return forms::relevance(form("mother_check"), fields({{"mother_id", kInfant}}), known)
            .is_relevant("breastfeeding_now");
    };
    CHECK(asks("1"));
    CHECK_FALSE(asks("0"));
    CHECK(asks(std::nullopt));
}

TEST_CASE("what hangs on another record is not judged where that record is not at hand") {
    auto older = exclusive_recall();
    older["f_any"] = "\"1\"";
    older.erase("other_ever");  // not asked after six months
    CHECK(!has(codes("feeding_recall", older, context("2025-06-01")), "required"));
    CHECK(has(codes("feeding_recall", older, context("2026-01-15")), "required"));
    Context nothing_known;
    nothing_known.today = *base::parse_date("2026-03-11");
    CHECK(!has(codes("feeding_recall", older, nothing_known), "required"));
    auto empty = exclusive_recall();
    empty.erase("l_water");
    CHECK(has(codes("feeding_recall", empty, nothing_known), "required"));
}
