// What the family takes home says, and what it must not.
#include "client/paper/leaflet.h"
#include "client/paper/about_massage.h"
#include "client/paper/referral_letter.h"
#include "client/ui/words/words.h"
#include "shared/care/danger_signs.h"
#include "tests/client/paper/samples/page_words.h"
#include "tests/client/paper/samples/samples.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using paper_samples::count;
using paper_samples::has;
using paper_samples::head;

std::string page_of(const paper::Leaflet& leaflet) {
    return paper::leaflet(leaflet, head()).value();
}

paper::Leaflet plain() {
    return {care::shipped_procedure(), "", "", ""};
}

}  // namespace

TEST_CASE("every movement of the procedure stands on the leaflet, with its seconds and picture") {
    words::use(words::Language::Indonesian);
    const std::string page = page_of(plain());
    for (const care::ProcedureStep& step : care::shipped_procedure().steps) {
        if (step.phase != care::Phase::Massage) continue;
        CAPTURE(step.code);
        CHECK(has(page, paper::text(step.family.id)));
        if (step.is_timed()) CHECK(has(page, std::to_string(step.target_seconds) + " detik"));
    }
    // Four before, six movements, the question throughout, the feed.
    CHECK(count(page, "<figure class=\"step\">") == 12);
    CHECK(has(page, "viewBox=\"0 0 400 300\""));
}

TEST_CASE("a health centre's own procedure is the one on the leaflet, longer ones in words too") {
    words::use(words::Language::Indonesian);
    paper::Leaflet leaflet = plain();
    care::ProcedureStep own = leaflet.procedure.steps[9];
    for (int each = 0; each < 4; ++each) {
        own.code = "L0" + std::to_string(each);
        own.family = {"Gerakan setempat " + std::to_string(each), ""};
        leaflet.procedure.steps.push_back(own);
    }
    const std::string page = page_of(leaflet);
    CHECK(has(page, "Gerakan setempat 0"));
    CHECK(has(page, "Gerakan setempat 2; Gerakan setempat 3"));
}

TEST_CASE("the mother may stop at any time stands on the front, in both languages") {
    words::use(words::Language::English);
    CHECK(has(page_of(plain()), "She may stop at any time."));
    words::use(words::Language::Indonesian);
    CHECK(has(page_of(plain()), "Ibu boleh berhenti kapan saja."));
}

TEST_CASE("a baby's name stands on it only where it was asked for, escaped, never in the title") {
    words::use(words::Language::Indonesian);
    paper::Leaflet named = plain();
    named.baby = "Fajar <b>";
    const std::string page = page_of(named);
    CHECK(has(page, "ibunya Fajar &lt;b&gt;"));
    CHECK(has(page, "<title>Pijat oksitosin</title>"));
    CHECK_FALSE(has(page_of(plain()), "ibunya"));
}

TEST_CASE("a family that has lost a baby gets no leaflet about milk") {
    paper::Leaflet leaflet = plain();
    leaflet.has_lost_baby = true;
    const auto refused = paper::leaflet(leaflet, head());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Refused);
}

TEST_CASE("all signs that cannot wait stand on the back, nothing that was said in private") {
    words::use(words::Language::Indonesian);
    const std::string page = page_of(plain());
    for (const care::DangerSign& sign : care::danger_signs()) {
        CAPTURE(std::string(sign.code));
        const bool stands = has(page, "<li>" + paper::text(sign.label_id) + "</li>");
        if (sign.is_private) CHECK_FALSE(stands);
        if (!sign.is_private && sign.urgency == care::Urgency::RedNow) CHECK(stands);
    }
    CHECK(has(page, "Demam (suhu 38,0 °C atau lebih)"));
    CHECK_FALSE(has(page, "HIV"));
    CHECK(has(page, "Jangan dipijat dulu. Hubungi bidan sekarang."));
}

TEST_CASE("the midwife's number is large and a code for a phone; unknown, there is a line") {
    words::use(words::Language::Indonesian);
    const std::string known = page_of(paper_samples::leaflet());
    CHECK(has(known, "0812-3456-7890"));
    CHECK(has(known, "crispEdges"));
    const std::string unknown = page_of(plain());
    CHECK_FALSE(has(unknown, "crispEdges"));
    CHECK(count(unknown, "<i class=\"line\"></i>") == 2);
}

TEST_CASE("how weak the evidence is stands on the leaflet") {
    for (const words::Language language : {words::Language::English, words::Language::Indonesian}) {
        words::use(language);
        const std::string page = page_of(plain());
        std::size_t parts = 0;
        for (const paper::AboutMassage& part : paper::about_massage()) {
            if (!part.is_for_family) continue;
            ++parts;
            CHECK(has(page, paper::text(words::tr(part.text))));
        }
        CHECK(parts == 2);
    }
}
