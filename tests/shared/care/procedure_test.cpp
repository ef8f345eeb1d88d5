// The procedure that is shipped is DOMAIN 2.2 with the words of the amendments, typed in here once
// more; one that a health centre hands out is read, or refused with its row.
#include "shared/care/procedure.h"
#include "shared/care/massage.h"

#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using care::Phase;
using care::Procedure;
using care::ProcedureStep;
using care::Safety;

namespace {

struct Row {
    const char* code;
    Phase phase;
    int target_seconds, least_seconds;
    bool is_critical;
};
constexpr std::array<Row, 20> kDomain = {{
    {"P01", Phase::Prepare, 0, 0, true},    {"P02", Phase::Prepare, 0, 0, true},
    {"P03", Phase::Prepare, 0, 0, false},   {"P04", Phase::Prepare, 0, 0, false},
    {"P05", Phase::Prepare, 0, 0, false},   {"P06", Phase::Prepare, 0, 0, true},
    {"P07", Phase::Prepare, 0, 0, false},   {"P08", Phase::Prepare, 0, 0, true},
    {"P09", Phase::Prepare, 0, 0, false},   {"M01", Phase::Massage, 60, 45, true},
    {"M02", Phase::Massage, 45, 30, true},  {"M03", Phase::Massage, 45, 30, true},
    {"M04", Phase::Massage, 45, 30, false}, {"M05", Phase::Massage, 45, 30, false},
    {"M06", Phase::Massage, 30, 20, false}, {"M07", Phase::Massage, 0, 0, true},
    {"C01", Phase::Close, 0, 0, false},     {"C02", Phase::Close, 0, 0, true},
    {"C03", Phase::Close, 0, 0, false},     {"C04", Phase::Close, 0, 0, false},
}};

// A procedure of three steps that may not be left out and one movement.
std::string document(const std::string& massage, const std::string& version = "LOKAL-1") {
    return R"j({"settings":{"form_id":"massage_procedure","version":"9","form_title::id":"Pijat",
      "kawan:records":"none","kawan:sop_version":")j" +
           version + R"j("},"survey":[
      {"type":"note","name":"safety","label::id":"Cek dulu"},
      {"type":"begin group","name":"prepare","label::id":"Persiapan"},
      {"type":"note","name":"P01","label::id":"Minta izin","bind::kawan:critical":"yes"},
      {"type":"note","name":"P02","label::id":"Cek keamanan","bind::kawan:critical":"yes"},
      {"type":"end group","name":"prepare"},
      {"type":"begin group","name":"massage","label::id":"Pijat"},)j" +
           massage + R"j(
      {"type":"note","name":"M07","label::id":"Nyaman?","bind::kawan:critical":"yes"},
      {"type":"end group","name":"massage"}]})j";
}

std::string movement(const std::string& cells) {
    return R"j({"type":"note","name":"X01","label::id":"Usap bahu",)j" + cells + "},";
}

base::Result<Procedure> read(const std::string& text) {
    const auto form = forms::parse_form(text, {});
    REQUIRE_MESSAGE(form.ok(), (form.ok() ? "" : form.error().message));
    return care::read_procedure(form.value());
}

std::string refusal(const std::string& text) {
    const auto procedure = read(text);
    return procedure.ok() ? "" : procedure.error().message;
}

}  // namespace

TEST_CASE("the shipped procedure is the twenty steps of the domain, in order, to the second") {
    const Procedure& shipped = care::shipped_procedure();
    CHECK(shipped.sop_version == "S1-3to5");
    CHECK(shipped.target_seconds() == 270);
    REQUIRE(shipped.steps.size() == kDomain.size());
    for (std::size_t each = 0; each < kDomain.size(); ++each) {
        const ProcedureStep& step = shipped.steps[each];
        CAPTURE(step.code);
        CHECK(step.code == kDomain[each].code);
        CHECK(step.phase == kDomain[each].phase);
        CHECK(step.target_seconds == kDomain[each].target_seconds);
        CHECK(step.least_seconds == kDomain[each].least_seconds);
        CHECK(step.is_critical == kDomain[each].is_critical);
        CHECK(step.goes_on_throughout == (step.code == "M07"));
        CHECK(step.picture == step.code);
        for (const forms::Label* words : {&step.label, &step.family}) {
            CHECK_FALSE(words->id.empty());
            CHECK_FALSE(words->en.empty());
        }
        CHECK(step.technique.id.empty() == step.technique.en.empty());
    }
}

TEST_CASE("the words are those of the domain, as amended") {
    const Procedure& shipped = care::shipped_procedure();
    const auto says = [&](const char* code) { return shipped.find(code)->label.id; };
    CHECK(says("P01") == "Minta izin ibu; jelaskan tujuan dan bahwa ibu boleh berhenti kapan saja");
    CHECK(says("P02") == "Periksa tanda bahaya dan daftar tunda/jangan pijat");
    CHECK(says("P07") ==
          "Lepas pakaian atas dan bra, tutup bagian depan dengan handuk; ibu boleh tetap memakai "
          "baju tipis");
    CHECK(says("M02") == "Gerakan yang sama dari dasar tengkorak melewati tulang belikat");
    CHECK(says("M03") ==
          "Ibu jari melingkar di kedua sisi tulang belakang, jangan di atas tulangnya, dari atas "
          "ke bawah");
    CHECK(says("M05") == "Kepalan tangan menekan lembut seluruh punggung sampai ibu rileks");
    CHECK(says("M07") ==
          "Tanyakan kenyamanan; berhenti bila nyeri, pusing, atau perdarahan bertambah");
    CHECK(says("C02") == "Langsung susui bayi atau perah ASI");
    for (const ProcedureStep& step : shipped.steps) {
        for (const std::string& words : {step.label.id, step.technique.id, step.family.id}) {
            CHECK(words.find("sepanjang tulang belakang") == std::string::npos);
        }
    }
    CHECK(shipped.find("P09")->technique.id.find("jangan di payudara") != std::string::npos);
    CHECK_FALSE(shipped.safety.id.empty());
}

TEST_CASE("the family's words fit on a screen that is read from two metres") {
    for (const ProcedureStep& step : care::shipped_procedure().steps) {
        CHECK_MESSAGE(step.family.id.size() <= 70, step.code);
        CHECK_MESSAGE(step.family.en.size() <= 70, step.code);
    }
}

TEST_CASE("a health centre's own steps, seconds and words are read") {
    const auto own = read(document(movement(
        R"j("hint::id":"Pelan","bind::kawan:target_seconds":"600","bind::kawan:least_seconds":"60",
            "bind::kawan:critical":"yes","bind::kawan:picture":"M06")j")));
    REQUIRE(own.ok());
    const ProcedureStep* step = own.value().find("X01");
    REQUIRE(step != nullptr);
    CHECK(own.value().sop_version == "LOKAL-1");
    CHECK(step->phase == Phase::Massage);
    CHECK(step->target_seconds == 600);
    CHECK(step->technique.id == "Pelan");
    CHECK(step->family.id == "Usap bahu");
    CHECK(step->picture == "M06");
    CHECK(own.value().find("P01")->picture == "P01");
    CHECK(own.value().find("X01")->is_critical);
    CHECK(own.value().find("M01") == nullptr);
}

TEST_CASE("what is no procedure is refused with the row and the reason") {
    const auto with = [](const std::string& cells) { return refusal(document(movement(cells))); };
    CHECK(with(R"j("bind::kawan:target_seconds":"-5")j") ==
          "massage_procedure, row 7, bind::kawan:target_seconds: expected whole seconds from 0 to "
          "3600");
    CHECK(with(R"j("bind::kawan:target_seconds":"1 menit")j").find("row 7") != std::string::npos);
    CHECK(with(R"j("bind::kawan:target_seconds":"3601")j").find("row 7") != std::string::npos);
    CHECK(with(R"j("bind::kawan:target_seconds":"10","bind::kawan:least_seconds":"20")j")
              .ends_with("is more than target_seconds"));
    CHECK(with(R"j("bind::kawan:picture":"Z99")j").find("there is no picture Z99") !=
          std::string::npos);
    CHECK(refusal(document("", "")).find("kawan:sop_version") != std::string::npos);
    CHECK(refusal(document(R"j({"type":"text","name":"q","label::id":"Nama?"},)j"))
              .ends_with("a procedure has groups and notes only"));
}

TEST_CASE("no procedure goes round her permission, the safety check or the question after her") {
    const std::string whole = document("");
    REQUIRE(read(whole).ok());
    for (const std::string code : {"P01", "P02", "M07"}) {
        std::string renamed = whole;
        renamed.replace(renamed.find("\"" + code + "\"") + 1, 3, "X99");
        CHECK_MESSAGE(refusal(renamed).find("(" + code + ")") != std::string::npos, code);
        std::string optional = whole;
        const auto at = optional.find("\"yes\"", optional.find("\"" + code + "\""));
        optional.replace(at, 5, "\"no\"");
        CHECK_MESSAGE(refusal(optional).find("is a critical step") != std::string::npos, code);
    }
    std::string unsafe = whole;
    unsafe.replace(unsafe.find("\"safety\""), 8, "\"hello\"");
    CHECK_FALSE(refusal(unsafe).empty());
}

TEST_CASE("the procedure handed out is in force, and a broken one leaves the shipped one") {
    const auto set = [](const std::string& text) {
        auto all = forms::FormSet::builtin().texts();
        all.push_back(text);
        return forms::FormSet::parse(all).value();
    };
    CHECK(care::procedure_in(set(document(""))).sop_version == "LOKAL-1");
    CHECK(care::procedure_in(set(document("", ""))).sop_version == "S1-3to5");
    CHECK(care::procedure_in(forms::FormSet()).sop_version == "S1-3to5");
}

TEST_CASE("the procedure travels with the forms and is no type of record") {
    const forms::FormSet& forms = forms::FormSet::builtin();
    CHECK(forms.find(care::kProcedureForm) == nullptr);
    for (const std::string& id : forms.ids()) CHECK(id != care::kProcedureForm);
    CHECK_FALSE(forms.json_of(care::kProcedureForm).empty());
    const auto theirs = forms::FormSet::parse(forms.texts());
    REQUIRE(theirs.ok());
    CHECK(theirs.value().find_document(care::kProcedureForm) != nullptr);
    CHECK(theirs.value().digest() == forms.digest());
}

TEST_CASE("which steps must be mastered is the word of the procedure in force") {
    const Procedure own = read(document(movement(R"j("bind::kawan:critical":"yes")j"))).value();
    std::vector<care::StepScore> scores = {{"P01", 4}, {"P02", 4}, {"M07", 4}, {"X01", 4}};
    CHECK(care::assess(Safety::Go, true, scores, own).competence == care::Competence::Pass);
    CHECK(care::assess(Safety::Go, true, scores).competence == care::Competence::Repeat);
    scores.back().score = 2;
    CHECK(care::assess(Safety::Go, true, scores, own).competence == care::Competence::Repeat);
}

TEST_CASE("adherence counts the timed steps of the procedure in force") {
    const Procedure own =
        read(document(movement(R"j("bind::kawan:target_seconds":"60")j"))).value();
    CHECK(care::adherence_pct(std::vector<std::string>{"X01"}, own).value() == 100);
    CHECK(care::adherence_pct(std::vector<std::string>{"M01"}, own).value() == 0);
}

namespace {

// A teaching by that procedure, with one score a step.
care::Competence taught(const std::string& sop_version, const std::vector<care::StepScore>& given) {
    family_of::Records records;
    records.household();
    records.mother();
    records.add("massage_teaching", "t",
                {{"mother_id", "siti"},
                 {"trainee_id", "siti"},
                 {"started_at", "2026-03-01T09:00:00+07:00"},
                 {"safety_result", "GO"},
                 {"return_demo", "1"},
                 {"sop_version", sop_version}});
    for (const care::StepScore& each : given) {
        records.add("massage_teaching_step", "t-" + each.step,
                    {{"teaching_id", "t"},
                     {"step_code", each.step},
                     {"score", std::to_string(each.score)}});
    }
    const care::Family family(records.all());
    REQUIRE(family.teachings().size() == 1);
    return care::competence_of(family, family.teachings().front()).competence;
}

}  // namespace

TEST_CASE("a teaching by a procedure that left a step out is judged by what it had") {
    const std::vector<care::StepScore> three = {{"P01", 4}, {"P02", 4}, {"M07", 4}, {"M01", 4}};
    CHECK(taught("KAMI", three) == care::Competence::Pass);
    CHECK(taught("", three) == care::Competence::Repeat);
    CHECK(taught("S1-3to5", three) == care::Competence::Repeat);
}

TEST_CASE("whoever skipped the safety check has to repeat it, by any procedure") {
    CHECK(taught("KAMI", {{"P01", 4}, {"M07", 4}, {"M01", 4}}) == care::Competence::Repeat);
    CHECK(taught("KAMI", {{"P01", 4}, {"P02", 2}, {"M07", 4}, {"M01", 4}, {"M02", 4}}) ==
          care::Competence::Repeat);
}

TEST_CASE("a step of a procedure that is not known here counts as critical") {
    const std::vector<care::StepScore> weak = {{"P01", 4}, {"P02", 4}, {"M07", 4},
                                               {"M01", 4}, {"M02", 4}, {"X01", 2}};
    CHECK(taught("KAMI", weak) == care::Competence::Repeat);
}
