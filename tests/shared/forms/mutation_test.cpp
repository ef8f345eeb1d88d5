// Forms and expressions damaged at random: each is read or refused with a sentence, never worse.
// A failing seed is printed; put it into kSeed to see it again.
#include "shared/base/json.h"
#include "shared/base/random.h"
#include "shared/forms/form_set.h"
#include "tests/shared/forms/form_of.h"

#include <algorithm>

using namespace forms_test;

namespace {

constexpr std::uint64_t kSeed = 20260301;

std::string mutated(std::string text, base::SeededRandom& random) {
    static const std::vector<std::string> kPieces = {
        "(",           ")",     "${a}",   "$",   "'",          "\"",   "and ",
        " or ",        "-",     ".",      "1e9", "today()",    "if(",  "regex(",
        "'(a*)*'",     ",",     "{",      "}",   "[",          "\\",   "substr(",
        "add-months(", "date(", "round(", "0",   "9999999999", "\xC3", "begin group"};
    const std::uint64_t edits = 1 + random.below(4);
    for (std::uint64_t edit = 0; edit < edits && !text.empty(); ++edit) {
        const std::size_t at = random.below(text.size());
        const std::size_t length = std::min<std::size_t>(random.below(12), text.size() - at);
        switch (random.below(4)) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, kPieces[random.below(kPieces.size())]);
                break;
            case 2:
                text.insert(at, text.substr(random.below(text.size()), length));
                break;
            default:
                text[at] = static_cast<char>(random.below(256));
        }
    }
    return text;
}

// Hands out every kind of value, in turn.
class AnyScope final : public forms::Scope {
public:
    const forms::Value& field(std::string_view, std::size_t) const override { return next(); }
    const forms::Value& self() const override { return next(); }
    base::Date today() const override { return *base::parse_date("2026-03-15"); }
    forms::Value lookup(std::string_view, std::string_view, std::string_view) const override {
        return next();
    }

private:
    const forms::Value& next() const {
        static const std::vector<forms::Value> kValues = {
            forms::Value(),
            forms::Value::number(-3.5),
            forms::Value::text("FEVER NONE"),
            forms::Value::date(*base::parse_date("2026-03-01")),
            forms::Value::date_time("2026-03-01T23:30:00+07:00"),
            forms::Value::boolean(true),
            forms::Value::text(std::string(150, 'a')),
            forms::Value::number(1e18)};
        return kValues[count_++ % kValues.size()];
    }
    mutable std::size_t count_ = 0;
};

void check_with_any_answers(const forms::Form& form, base::SeededRandom& random) {
    static const std::vector<std::string> kTokens = {
        "1",    "-2.5",           "1e300",
        "\"\"", "\"2026-03-01\"", "\"2026-03-01T10:00:00+07:00\"",
        "true", "\"14:05\"",      "\"NONE FEVER\"",
        "null", "{\"a\":1}",      "[]",
        "\"0\""};
    base::Fields answers;
    for (const forms::Question& question : form.questions) {
        answers.set_token(question.name, kTokens[random.below(kTokens.size())]);
    }
    const forms::Context context = on("2026-03-15");
    const auto problems = forms::check(form, answers, context);
    CHECK(forms::check(form, answers, context) == problems);
    const base::Fields kept = forms::relevant_only(form, answers, context);
    CHECK(forms::relevant_only(form, kept, context) == kept);
    CHECK(base::Fields::parse(forms::calculated(form, answers, context).to_json()).ok());
}

}  // namespace

TEST_CASE("20,000 damaged expressions are evaluated or refused with their place") {
    base::SeededRandom random(kSeed);
    std::vector<std::string> texts;
    for (const std::string& id : forms::FormSet::builtin().ids()) {
        const forms::Form& form = *forms::FormSet::builtin().find(id);
        for (const forms::Question& question : form.questions) {
            if (question.relevant) texts.push_back(question.relevant->text());
            if (question.constraint) texts.push_back(question.constraint->text());
            if (question.calculation) texts.push_back(question.calculation->text());
        }
        for (const forms::Rule& rule : form.rules) texts.push_back(rule.violated.text());
    }
    REQUIRE(texts.size() > 100);
    const AnyScope scope;
    int refused = 0;
    for (int each = 0; each < 20000; ++each) {
        const std::string text = mutated(texts[random.below(texts.size())], random);
        const auto expression = forms::Expression::parse(text);
        if (expression.ok()) {
            const forms::Value value = expression.value().evaluate(scope);
            CHECK(value.is_empty() == value.to_text().empty());
            continue;
        }
        ++refused;
        CAPTURE(kSeed);
        CAPTURE(text);
        CHECK(expression.error().message.starts_with("at character "));
    }
    CHECK(refused > 1000);
    CHECK(refused < 19000);
}

TEST_CASE("20,000 damaged forms are read and usable, or refused with a sentence") {
    base::SeededRandom random(kSeed);
    const std::string good = definition(
        R"j({"type":"begin group","name":"g","relevant":"${a} != '0'"},)j"
        R"j({"type":"integer","name":"n","constraint":". >= 1 and . <= ${m}",)j"
        R"j("required":"true()"},)j"
        R"j({"type":"decimal","name":"m"},{"type":"end group"},{"type":"text","name":"a"},)j"
        R"j({"type":"select_multiple signs","name":"s","appearance":"exclusive:NONE"},)j"
        R"j({"type":"date","name":"d","constraint":". <= today()"},)j"
        R"j({"type":"calculate","name":"c","calculation":"add-months(${d}, ${n}) - ${d}"},)j"
        R"j({"type":"calculate","name":"e","calculation":"substr(${a}, ${n}, ${m})"},)j"
        R"j({"type":"note","name":"V001","label::id":"x","appearance":"error",)j"
        R"j("relevant":"regex(${a}, '[a-z]{2,3}') or round(${m}, ${n}) > 3",)j"
        R"j("bind::kawan:field":"a"})j");
    int usable = 0;
    for (int each = 0; each < 20000; ++each) {
        const std::string text = mutated(good, random);
        const auto form = forms::parse_form(text, shared_lists());
        CAPTURE(kSeed);
        CAPTURE(text);
        if (form.ok()) {
            ++usable;
            check_with_any_answers(form.value(), random);
        } else {
            CHECK_FALSE(form.error().message.empty());
        }
    }
    CHECK(usable > 500);
}
