#include "client/paper/blank_sheet.h"

#include "client/paper/conditions.h"
#include "tests/client/paper/samples/page_words.h"
#include "tests/client/paper/samples/samples.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using paper_samples::count;
using paper_samples::has;

using words::Language;

const forms::FormSet& builtin() {
    return forms::FormSet::builtin();
}

std::string sheet(const char* form, Language language = Language::Indonesian) {
    return paper::blank_sheet({builtin().find(form)}, builtin(), language, paper_samples::head());
}

std::optional<std::string> said(const char* form, const char* expression) {
    const paper::Sheet sheet = paper::sheet_of(*builtin().find(form), builtin());
    const auto parsed = forms::Expression::parse(expression);
    REQUIRE(parsed.ok());
    return paper::condition_words(sheet, parsed.value());
}

std::string number_of(const char* form, const char* name) {
    const paper::Sheet sheet = paper::sheet_of(*builtin().find(form), builtin());
    return "no. " + std::to_string(sheet.numbers.at(name));
}

}  // namespace

TEST_CASE("every form of the programme has a sheet in both languages, with balanced sections") {
    for (const std::string& id : builtin().ids()) {
        CAPTURE(id);
        for (const Language language : {Language::Indonesian, Language::English}) {
            const std::string page = sheet(id.c_str(), language);
            CHECK(count(page, "<section") == count(page, "</section>"));
            CHECK(count(page, "<div") == count(page, "</div>"));
            CHECK(has(page, builtin().find(id)->title.in(words::code(language))));
        }
    }
}

TEST_CASE("a sheet asks every question of its form once, with a box for each choice") {
    const forms::Form& form = *builtin().find("feeding_recall");
    const std::string page = sheet("feeding_recall");
    std::size_t asked = 0;
    std::size_t boxes = 1;  // "typed into the laptop"
    for (const forms::Question& question : form.questions) {
        if (!question.is_answered_by_people()) continue;
        ++asked;
        CAPTURE(question.name);
        CHECK(has(page, paper::text(question.label.id)));
        if (question.reference_type.empty()) boxes += form.choices_of(question).size();
    }
    CHECK(count(page, "class=\"n\"") == asked);
    CHECK(count(page, "class=\"box\"") == boxes);
}

TEST_CASE("a sheet is blank: nothing on it is ticked, filled in or suggested") {
    for (const forms::Form* form : paper::visit_forms(builtin())) {
        const std::string page = sheet(form->id.c_str());
        CHECK_FALSE(has(page, "checked"));
        CHECK_FALSE(has(page, "✓"));
        CHECK_FALSE(has(page, "value="));
    }
}

TEST_CASE("the sheet's language is its own; the window's stays") {
    words::use(Language::Indonesian);
    const std::string english = sheet("visit", Language::English);
    CHECK(words::language() == Language::Indonesian);
    CHECK(has(english, "<html lang=\"en\">"));
    CHECK(has(english, "Household visited"));
    CHECK_FALSE(has(english, "Keluarga yang dikunjungi"));
    CHECK(has(sheet("visit"), "Keluarga yang dikunjungi"));
}

TEST_CASE("a dependent question stands under the one it hangs on and says when it is asked") {
    const std::string page = sheet("feeding_recall");
    const std::size_t question = page.find("Susu formula bayi");
    const std::size_t dependent = page.find("class=\"q inner\"", question);
    REQUIRE(dependent != std::string::npos);
    CHECK(page.find("Hanya bila", dependent) < page.find("Berapa kali kemarin?", dependent));
}

TEST_CASE("private questions stand in a frame of their own, marked, and nothing else does") {
    const std::string page = sheet("mother_check");
    const std::size_t frame = page.find("class=\"group private\"");
    REQUIRE(frame != std::string::npos);
    const std::size_t end = page.find("</section>", frame);
    const std::string inside = page.substr(frame, end - frame);
    CHECK(has(inside, "RAHASIA"));
    CHECK(has(inside, "kekerasan"));
    CHECK(has(inside, "menyakiti diri"));
    CHECK_FALSE(has(inside, "Tekanan darah"));
    CHECK_FALSE(has(page.substr(0, frame), "kekerasan"));
    CHECK_FALSE(has(page.substr(end), "kekerasan"));
}

TEST_CASE("each danger sign carries its urgency, and whether it forbids the massage") {
    const std::string mother = sheet("mother_check");
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (sign.subject == care::Subject::Infant) continue;
        CAPTURE(sign.code);
        const forms::Question* question =
            builtin().find("mother_check")->find(care::field_of(sign));
        REQUIRE(question != nullptr);
        const std::size_t at = mother.find(paper::text(question->label.id));
        const std::size_t mark = mother.find("class=\"urgency\"", at);
        const std::string words = mother.substr(mark, mother.find("</span>", mark) - mark);
        CHECK(has(words, "SEKARANG") == (sign.urgency == care::Urgency::RedNow));
        CHECK(has(words, "HARI INI") == (sign.urgency == care::Urgency::RedToday));
        CHECK(has(words, "PANTAU") == (sign.urgency == care::Urgency::Yellow));
        CHECK(has(words, "jangan dipijat") == (sign.massage == care::MassageAction::Stop));
    }
    CHECK_FALSE(has(sheet("infant_check"), "ijat"));
}

TEST_CASE("a number has as many boxes as its greatest value has digits") {
    const auto boxes_after = [](const std::string& page, const std::string& label) {
        const std::size_t at = page.find(label);
        const std::size_t from = page.find("class=\"digits\"", at);
        return count(page.substr(from, page.find("class=\"unit\"", from) - from), "digit\"");
    };
    CHECK(boxes_after(sheet("infant_check"), "Berat badan (gram)") == 5);
    CHECK(boxes_after(sheet("mother_check"), "Suhu ibu") == 3);
    CHECK(count(sheet("mother_check"), "class=\"scale\"") == 3);
}

TEST_CASE("the steps of a massage are one table: a row for each step, a column for each score") {
    const forms::Form& form = *builtin().find("massage_teaching_step");
    const std::string page = sheet("massage_teaching_step");
    const std::size_t steps = form.choices_of(*form.find("step_code")).size();
    const std::size_t scores = form.choices_of(*form.find("score")).size();
    CHECK(count(page, "<td class=\"mark\">") == steps * scores);
    CHECK(count(page, "<tr>") == steps + 1);
    // Only movements are timed.
    std::size_t movements = 0;
    for (const forms::Choice& step : form.choices_of(*form.find("step_code"))) {
        movements += step.code.starts_with("M") ? 1 : 0;
    }
    REQUIRE(movements < steps);
    CHECK(count(page, "detik</span>") == movements);
}

TEST_CASE("conditions are said in words, with the numbers on the sheet") {
    const std::string outcome = number_of("visit", "outcome");
    CHECK(said("visit", "${outcome} = 'NOT_HOME'") == outcome + ": “Tidak di rumah”");
    CHECK(said("visit", "${outcome} != '' and ${outcome} != 'DONE'") ==
          outcome + " bukan “Selesai”");
    CHECK(said("visit", "not(${outcome} = 'REFUSED' or ${outcome} = 'MOVED')") ==
          outcome + " bukan “Menolak” atau “Pindah”");
    CHECK(said("visit", "${outcome} = 'REFUSED' or ${outcome} = 'MOVED'") ==
          outcome + ": “Menolak” atau “Pindah”");
    CHECK(said("visit", "${note} != ''") == number_of("visit", "note") + " diisi");
    CHECK(said("visit", "${note} = ''") == number_of("visit", "note") + " kosong");
}

TEST_CASE("what is computed is named by its label, and a negation turns its comparison") {
    CHECK(said("mother_check", "not(${postpartum_day} > 42)") == "hari nifas: paling banyak 42");
    CHECK(said("mother_check", "not(${live_infants} = 0)") == "jumlah bayi yang hidup bukan 0");
    CHECK(said("mother_check", "${bp_sys} >= 140 or ${bp_dia} < 60") ==
          number_of("mother_check", "bp_sys") + ": 140 atau lebih, atau " +
              number_of("mother_check", "bp_dia") + ": kurang dari 60");
    CHECK(said("mother_check", "pulldata('visit', 'provider_role', 'id', ${visit_id}) = 'BIDAN'")
              ->starts_with("peran petugas: “Bidan"));
    CHECK(said("massage_session", "selected(${adverse}, 'NONE')")
              ->starts_with(number_of("massage_session", "adverse") + ": “"));
}

TEST_CASE("what cannot be said in a line is not said wrongly") {
    CHECK_FALSE(said("massage_teaching_step", "substr(${step_code}, 0, 1) = 'M'"));
    CHECK_FALSE(said("visit",
                     "(${note} = 'a' or ${outcome} = 'MOVED') and (${note} = 'b' or "
                     "${outcome} = 'DONE')"));
    CHECK_FALSE(said("visit", "string-length(${note}) > 3"));
}
