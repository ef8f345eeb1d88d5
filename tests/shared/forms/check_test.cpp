#include "tests/shared/forms/form_of.h"

using namespace forms_test;

namespace {

const char* const kOneOfEach =
    R"j({"type":"text","name":"text"},{"type":"integer","name":"whole"},)j"
    R"j({"type":"decimal","name":"number"},{"type":"date","name":"day"},)j"
    R"j({"type":"time","name":"hour"},{"type":"dateTime","name":"moment"},)j"
    R"j({"type":"select_one yes_no","name":"one"},{"type":"select_multiple signs","name":"many"},)j"
    R"j({"type":"select_one_from_file person.csv","name":"who"},)j"
    R"j({"type":"select_one_from_file org_unit.csv","name":"unit"})j";

// Danger signs, an answer that only some are asked, and one that depends on that.
const char* const kVisit =
    R"j({"type":"select_one yes_no","name":"alive","required":"true()"},)j"
    R"j({"type":"begin group","name":"feeding","relevant":"${alive} = '1'"},)j"
    R"j({"type":"select_one yes_no","name":"bf","required":"true()"},)j"
    R"j({"type":"integer","name":"feeds","relevant":"${bf} = '1'",)j"
    R"j("constraint":". >= 1 and . <= 30",)j"
    R"j("constraint_message::id":"Antara 1 dan 30","constraint_message::en":"Between 1 and 30"},)j"
    R"j({"type":"integer","name":"night_feeds","relevant":"${feeds} != ''"},)j"
    R"j({"type":"note","name":"V046","label::id":"Malam melebihi total",)j"
    R"j("label::en":"Too many at night",)j"
    R"j("appearance":"error","relevant":"${night_feeds} > ${feeds}",)j"
    R"j("bind::kawan:field":"night_feeds"},)j"
    R"j({"type":"end group"},)j"
    R"j({"type":"calculate","name":"per_day","calculation":"${feeds} - ${night_feeds}"},)j"
    R"j({"type":"text","name":"note"})j";

}  // namespace

TEST_CASE("an answer of the right kind is no problem") {
    const forms::Form form = form_of(kOneOfEach);
    CHECK(found(form, "{}").empty());
    CHECK(found(form,
                R"j({"text":"Siti","whole":3,"number":36.5,"day":"2026-03-01","hour":"14:05",)j"
                R"j("moment":"2026-03-01T14:05:00+07:00","one":"1","many":"FEVER FITS",)j"
                R"j("who":"0195b3c0-0000-7000-8000-000000000001","unit":"3321010001-P1"})j")
              .empty());
}

TEST_CASE("an answer of the wrong kind names its field") {
    const forms::Form form = form_of(kOneOfEach);
    CHECK(found(form, R"j({"text":5})j") == "text type");
    CHECK(found(form, R"j({"whole":"3"})j") == "whole type");
    CHECK(found(form, R"j({"whole":3.5})j") == "whole type");
    CHECK(found(form, R"j({"number":"36,5"})j") == "number type");
    CHECK(found(form, R"j({"day":"2026-02-30"})j") == "day type");
    CHECK(found(form, R"j({"day":"2026-03-01T10:00:00+07:00"})j") == "day type");
    CHECK(found(form, R"j({"hour":"24:00"})j") == "hour type");
    CHECK(found(form, R"j({"moment":"2026-03-01T14:05:00"})j") == "moment type");
    CHECK(found(form, R"j({"one":"1 0"})j") == "one type");
    CHECK(found(form, R"j({"one":true})j") == "one type");
    CHECK(found(form, R"j({"many":["FEVER"]})j") == "many type");
    CHECK(found(form, R"j({"who":"Siti"})j") == "who type");
    CHECK(found(form, R"j({"text":{"a":1},"whole":null})j") == "text type");
}

TEST_CASE("a set of records holds only identities") {
    const forms::Form form =
        form_of(R"j({"type":"select_multiple_from_file person.csv","name":"seen"})j");
    const std::string id = "0195b3c0-0000-7000-8000-000000000001";
    CHECK(found(form, "{\"seen\":\"" + id + " " + id + "\"}").empty());
    CHECK(found(form, "{\"seen\":\"" + id + " Siti\"}") == "seen type");
}

TEST_CASE("the message is in the reader's language and holds no answer") {
    const forms::Form form = form_of(kVisit);
    const auto say = [&](const char* language) {
        return forms::check(form, fields(R"j({"alive":"1","bf":"1","feeds":31})j"),
                            on("2026-03-15", language));
    };
    REQUIRE(say("id").size() == 1);
    CHECK(say("id")[0].message == "Antara 1 dan 30");
    CHECK(say("en")[0].message == "Between 1 and 30");
    const auto missing = forms::check(form, fields("{}"), on("2026-03-15"));
    REQUIRE(missing.size() == 1);
    CHECK(missing[0] == forms::Problem{"alive", "required", forms::Severity::Error, "Wajib diisi"});
    CHECK(forms::blocks(missing));
}

TEST_CASE("required and rules count only where they are relevant") {
    const forms::Form form = form_of(kVisit);
    CHECK(found(form, R"j({"alive":"0"})j").empty());
    CHECK(found(form, R"j({"alive":"1"})j") == "bf required");
    CHECK(found(form, R"j({"alive":"1","bf":"1","feeds":8,"night_feeds":9})j") ==
          "night_feeds V046");
    CHECK(found(form, R"j({"alive":"0","bf":"1","feeds":99,"night_feeds":100})j").empty());
    CHECK(found(form, R"j({"alive":"1","bf":"  "})j") == "bf required");
}

TEST_CASE("an answer that is not relevant counts as unanswered for the questions after it") {
    const forms::Form form = form_of(kVisit);
    // feeds is left over from before the cadre changed bf to no.
    const auto relevance =
        forms::relevance(form, fields(R"j({"alive":"1","bf":"0","feeds":8})j"), on("2026-03-15"));
    CHECK_FALSE(relevance.is_relevant("feeds"));
    CHECK_FALSE(relevance.is_relevant("night_feeds"));
    CHECK(relevance.is_relevant("bf"));
    CHECK(relevance.is_relevant("feeding"));
    CHECK(relevance.is_relevant("unheard_of"));
}

TEST_CASE("saving drops what is hidden, empty or calculated and keeps what is unknown verbatim") {
    const forms::Form form = form_of(kVisit);
    const base::Fields kept = forms::relevant_only(
        form,
        fields(R"j({"alive":"1","bf":"0","feeds":8,"per_day":3,"note":"  capek ","V046":"x",)j"
               R"j("future":{"a":[1, 2]},"later":null})j"),
        on("2026-03-15"));
    CHECK(
        kept.to_json() ==
        R"j({"V046":"x","alive":"1","bf":"0","future":{"a":[1, 2]},"later":null,"note":"capek"})j");
    CHECK(forms::relevant_only(form, fields(R"j({"alive":"1","note":" "})j"), on("2026-03-15"))
              .to_json() == R"j({"alive":"1"})j");
}

TEST_CASE("calculations run in the order of their dependence, not of their rows") {
    const forms::Form form =
        form_of(R"j({"type":"calculate","name":"twice","calculation":"${next} * 2"},)j"
                R"j({"type":"calculate","name":"next","calculation":"${n} + 1"},)j"
                R"j({"type":"integer","name":"n"},)j"
                R"j({"type":"calculate","name":"is_big","calculation":"${twice} > 10"},)j"
                R"j({"type":"calculate","name":"due","calculation":"date('2026-03-01') + ${n}"},)j"
                R"j({"type":"calculate","name":"z","appearance":"computed-by-care"})j");
    // What a change claims to have calculated is not believed.
    const base::Fields values =
        forms::calculated(form, fields(R"j({"n":5,"next":100})j"), on("2026-03-15"));
    CHECK(values.to_json() == R"j({"due":"2026-03-06","is_big":"1","next":6,"twice":12})j");
    CHECK(forms::calculated(form, fields("{}"), on("2026-03-15")).to_json() ==
          R"j({"is_big":"0"})j");
}

TEST_CASE("an unknown code is kept with a warning that does not block") {
    const forms::Form form = form_of(kOneOfEach);
    const auto problems =
        forms::check(form, fields(R"j({"one":"8","many":"FEVER NEW"})j"), on("2026-03-15", "en"));
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].code == "unknown_code");
    CHECK(problems[0].severity == forms::Severity::Warning);
    CHECK_FALSE(forms::blocks(problems));
}

TEST_CASE("V045: a code that stands alone is not combined") {
    const forms::Form form = form_of(
        R"j({"type":"select_multiple signs","name":"many","appearance":"large exclusive:NONE"})j");
    CHECK(found(form, R"j({"many":"NONE"})j").empty());
    CHECK(found(form, R"j({"many":"FEVER FITS"})j").empty());
    CHECK(found(form, R"j({"many":"FEVER NONE"})j") == "many V045");
    const auto problems = forms::check(form, fields(R"j({"many":"NONE FITS"})j"), on("2026-03-15"));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "\"Tidak ada\" tidak bisa digabung dengan pilihan lain");
}

TEST_CASE("what another record says is asked for, and unknown is no violation") {
    const forms::Form form = form_of(
        R"j({"type":"select_one_from_file person.csv","name":"infant_id"},)j"
        R"j({"type":"date","name":"day","constraint":". <= today()"},)j"
        R"j({"type":"note","name":"V002","label::id":"Sebelum lahir","appearance":"warning",)j"
        R"j("relevant":"${day} < pulldata('person', 'birth_date', 'id', ${infant_id})",)j"
        R"j("bind::kawan:field":"day"})j");
    const std::string answers =
        R"j({"infant_id":"0195b3c0-0000-7000-8000-000000000001","day":"2026-03-01"})j";
    CHECK(found(form, answers).empty());
    forms::Context context = on("2026-03-15");
    context.lookup = [](std::string_view type, std::string_view, std::string_view field) {
        CHECK(type == "person");
        CHECK(field == "birth_date");
        return std::optional<std::string>("2026-03-02");
    };
    CHECK(found(form, answers, context) == "day V002");
    context.lookup = [](auto, auto, auto) { return std::optional<std::string>(); };
    CHECK(found(form, answers, context).empty());
    CHECK(found(form, answers, on("2026-02-28")) == "day constraint");
}

TEST_CASE("a new record starts with the defaults of its form") {
    const forms::Form form = form_of(
        R"j({"type":"date","name":"day","default":"today()"},)j"
        R"j({"type":"select_one yes_no","name":"alive","default":"1"},)j"
        R"j({"type":"integer","name":"n","default":"2"},)j"
        R"j({"type":"integer","name":"bad","default":"two"},{"type":"text","name":"none"})j");
    CHECK(forms::defaults(form, on("2026-03-15")).to_json() ==
          R"j({"alive":"1","day":"2026-03-15","n":2})j");
}

TEST_CASE("asked for errors only, what merely warns is left out and what refuses is not") {
    const forms::Form form =
        form_of(R"j({"type":"integer","name":"feeds"},)j"
                R"j({"type":"note","name":"V901","label::id":"Banyak","appearance":"warning",)j"
                R"j("relevant":"${feeds} > 20","bind::kawan:field":"feeds"},)j"
                R"j({"type":"note","name":"V902","label::id":"Mustahil","appearance":"error",)j"
                R"j("relevant":"${feeds} > 90","bind::kawan:field":"feeds"})j");
    forms::Context context = on("2026-03-15");
    CHECK(found(form, R"({"feeds":99})", context) == "feeds V901, feeds V902");
    context.errors_only = true;
    CHECK(found(form, R"({"feeds":99})", context) == "feeds V902");
}
