// Every text of the house is held against what may not be said; a sentence planted anywhere is
// found.
#include "tests/claims/claims.h"
#include "client/ui/words/words.h"
#include "shared/base/file.h"
#include "shared/care/danger_signs.h"
#include "tests/claims/texts.h"
#include "tests/client/paper/samples/samples.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using claims::claims_in;
using claims::literals_in;
using claims::texts_below;

const std::filesystem::path kHouse = KAWAN_SOURCE_DIR;

bool holds(const std::vector<std::string>& texts, const std::string& words) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return text.find(words) != std::string::npos;
    });
}

void check_clean(const std::vector<std::string>& texts) {
    for (const claims::Claim& claim : claims_in(texts)) {
        CAPTURE(claim.why);
        CAPTURE(claim.text);
        CHECK(claim.text.empty());
    }
}

std::vector<std::string> pages() {
    using namespace paper_samples;
    return {paper::leaflet(leaflet(), head()).value(),
            paper::referral_letter(mother_referral(), head()),
            paper::referral_letter(infant_referral(), head()), paper::midwife_card(card(), head()),
            paper::route_page(route(), head())};
}

}  // namespace

TEST_CASE("no catalogue, form, screen, paper or report says what may not be said") {
    for (const char* room : {"client", "shared", "sync-server", "tools/demo"}) {
        CAPTURE(room);
        const auto texts = texts_below(kHouse / room);
        CHECK(texts.size() > 100);
        check_clean(texts);
    }
}

TEST_CASE("what was read holds the catalogues, the forms, the papers' and the reports' words") {
    const auto client = texts_below(kHouse / "client");
    CHECK(holds(client, "Jangan dipijat dulu. Hubungi bidan sekarang."));
    CHECK(holds(client, "Do not massage now. Call the midwife."));
    const auto shared = texts_below(kHouse / "shared");
    CHECK(holds(shared, "Kepalan tangan menekan lembut seluruh punggung sampai ibu rileks"));
    CHECK(holds(shared, std::string(care::danger_signs().front().label_id)));
    CHECK(texts_below(kHouse / "sync-server/reports").size() > 50);
}

TEST_CASE("the printed pages say none of it either, in both languages") {
    for (const words::Language language : {words::Language::English, words::Language::Indonesian}) {
        words::use(language);
        for (const std::string& page : pages()) {
            const auto texts = claims::texts_of_page(page);
            CHECK(texts.size() > 10);
            check_clean(texts);
        }
    }
}

TEST_CASE("a planted sentence is found, in a catalogue, a form, a program file and a page") {
    const auto found = [](const std::vector<std::string>& texts) {
        return claims_in(texts).size();
    };
    CHECK(found(literals_in("# a note\nmsgid \"It helps.\"\n"
                            "msgstr \"Pijat ini mencegah \"\n\"perdarahan.\"\n")) == 1);
    CHECK(found(literals_in(R"({"label::id": "Pijat aman untuk semua ibu"})")) == 1);
    CHECK(found(literals_in(R"(f('"', tr("The massage replaces " // so far
                               "medicine."));)")) == 1);
    CHECK(found(literals_in("sql(R\"x(SELECT 'Pijat dijamin berhasil')x\");")) == 1);
    CHECK(found(claims::texts_of_page("<p>Susui <b>lagi</b></p><li>Semua normal, Bu</li> ")) == 1);
    CHECK(found(literals_in("// tr(\"Pijat mencegah perdarahan\")\n")) == 0);
    auto house = texts_below(kHouse / "client/ui/words");
    house.emplace_back("Pijat oksitosin menyembuhkan");
    CHECK(found(house) == 1);
}

TEST_CASE("each thing that may not be said is known by its words") {
    const auto why = [](const std::string& text) {
        const auto found = claims_in({text});
        return found.empty() ? std::string() : found.front().why;
    };
    CHECK(why("Pijat menurunkan risiko perdarahan") == "bleeding");
    CHECK(why("It lowers the risk of postpartum haemorrhage") == "bleeding");
    CHECK(why("Pijat mencegah risiko terjadinya perdarahan") == "bleeding");
    CHECK(why("Dengan pijat, perdarahan bisa dicegah") == "bleeding");
    CHECK(why("Massage prevents a mother from heavy bleeding") == "bleeding");
    CHECK(why("Haemorrhage can be prevented by massage") == "bleeding");
    CHECK(why("Pijat ini mengobati bengkak") == "treatment");
    CHECK(why("The massage heals") == "treatment");
    CHECK(why("Bisa menjadi pengganti obat") == "instead of care");
    CHECK(why("A safe alternative where resources are few") == "instead of care");
    CHECK(why("Sudah dipijat, tidak perlu ke bidan") == "instead of care");
    CHECK(why("With the massage there is no need for medicine") == "instead of care");
    CHECK(why("Cocok untuk semua ibu") == "for everyone");
    CHECK(why("It works for everyone") == "for everyone");
    CHECK(why("Dengan pijat, ASI pasti keluar") == "certainty");
    CHECK(why("Pasti berhasil: pijat tiap hari") == "certainty");
    CHECK(why("Pijat terbukti membantu") == "certainty");
    CHECK(why("Pijat meningkatkan produksi ASI") == "more milk");
    CHECK(why("Pijat melancarkan ASI") == "more milk");
    CHECK(why("Pijat membuat ASI lebih banyak") == "more milk");
    CHECK(why("Tenang, semua normal.") == "all is normal");
    CHECK(why("ASI ibu kurang karena malas menyusui") == "blame");
    CHECK(why("Oleskan minyak Mama's Choice") == "brand");
}

TEST_CASE("what is said modestly passes") {
    CHECK(claims_in({"Membantu ibu rileks dan mendukung keluarnya ASI.", "Banyak ibu butuh waktu.",
                     "Ibu boleh berhenti kapan saja.", "Pastikan ibu tidak lapar sebelum pijat",
                     "Jam keluarnya ASI tidak pasti.", "Tanggal pasti",
                     "Berhenti memijat bila perdarahan bertambah.",
                     "Obat dan pemeriksaan bidan tetap diperlukan.",
                     "Tidak ada tanda bahaya yang dicatat hari ini"})
              .empty());
}
