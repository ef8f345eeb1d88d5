#include "tests/claims/claims.h"

#include <regex>

namespace claims {

namespace {

struct Rule {
    const char* why;
    std::regex words;
    bool is_of_massage = false;  // said of other things the words are harmless
};

std::regex any_case(const char* words) {
    return std::regex(words, std::regex::icase | std::regex::optimize);
}

const std::vector<Rule>& rules() {
    static const std::vector<Rule> kRules = {
        {"bleeding",
         any_case(R"((mencegah|menghentikan|mengatasi|mengobati|menyembuhkan)( \w+){0,3} )"
                  R"((perdarahan|pendarahan))")},
        {"bleeding", any_case(R"((mengurangi|menurunkan|memperkecil)( \w+){0,3} )"
                              R"((perdarahan|pendarahan))")},
        {"bleeding",
         any_case(R"((perdarahan|pendarahan)( \w+){0,3} )"
                  R"((dicegah|dihentikan|diatasi|diobati|berkurang|berhenti)\b)"),
         true},
        {"bleeding", any_case(R"((prevent|stop|reduce|treat|lower)(s|ing)?( the)?( risk of)? )"
                              R"((postpartum |heavy )?(bleeding|ha?emorrhage))")},
        {"bleeding",
         any_case(R"((prevent|reduce|treat)(s|ing)? (a|her|any|mothers?|women)( \w+){0,3} )"
                  R"((bleeding|ha?emorrhage))")},
        {"bleeding",
         any_case(R"((bleeding|ha?emorrhage)( \w+){0,3} )"
                  R"((prevented|stopped|treated|reduced|avoided)\b)"),
         true},
        {"treatment", any_case(R"(\b(mengobati|menyembuhkan|penyembuhan)\b)")},
        {"treatment", any_case(R"(\b(cures?|cured|heals?|healing|treats)\b)"), true},
        {"instead of care", any_case(R"(\b(pengganti|menggantikan|ganti) obat\b)")},
        {"instead of care",
         any_case(R"((pengganti|menggantikan) (bidan|dokter|perawatan|pemeriksaan))"), true},
        {"instead of care", any_case(R"((replaces?|instead of) (the |a )?(medicines?|drugs?)\b)")},
        {"instead of care",
         any_case(R"((replaces?|instead of) (the |a )?(midwife|doctor|care|check-?ups?)\b)"), true},
        {"instead of care", any_case(R"(safe alternative|alternatif (yang )?aman|tanpa obat)")},
        {"instead of care",
         any_case(R"((tidak|tak) (perlu|usah) (lagi )?(obat|bidan|dokter|berobat|diperiksa|ke ))"),
         true},
        {"instead of care",
         any_case(R"(no need (for|to see|to call) (the |a |any )?)"
                  R"((medicines?|drugs?|midwife|doctor|care))"),
         true},
        {"for everyone", any_case(R"((aman|cocok|berhasil|bermanfaat|ampuh) (untuk|bagi|pada) )"
                                  R"((semua|setiap))")},
        {"for everyone",
         any_case(R"((safe|works|good|suitable) for (everyone|everybody|all|every|any mother))")},
        {"certainty", any_case(R"(\b(menjamin|dijamin|terjamin|guarantees?|guaranteed)\b)")},
        {"certainty", any_case(R"(\b(terbukti|ampuh|manjur|mujarab|proven|always works)\b)"), true},
        {"certainty", any_case(R"((^|[^\w ]\s*|\b(?!tidak|belum|kurang|tahu)\w+ )pasti\b)"), true},
        {"more milk",
         any_case(R"((memperbanyak|meningkatkan|menambah)( produksi| jumlah)? asi\b)")},
        {"more milk", any_case(R"((memperlancar|melancarkan)( \w+)? asi\b)")},
        {"more milk", any_case(R"(\basi (jadi |makin |semakin |lebih )(banyak|deras|melimpah))")},
        {"more milk", any_case(R"((increases?|boosts?) (the |her |your )?(breast ?)?milk)")},
        {"all is normal", any_case(R"(\bsemua(nya)? (normal|baik-baik saja)\b)")},
        {"all is normal", any_case(R"((everything|all) is (normal|fine|well))")},
        {"blame", any_case(R"(asi( ibu| anda)? (kurang|sedikit|tidak cukup|seret) karena)")},
        {"blame", any_case(R"((kesalahan|salah) ibu\b)")},
        {"blame", any_case(R"((milk is (low|too little|not enough)|not enough milk) because)")},
        {"blame", any_case(R"(\bmother'?s (own )?fault\b)")},
        {"brand", any_case(R"(\b(mama.?s choice|young living|doterra|bio.?oil|zwitsal|cussons|)"
                           R"(sgm|bebelac|nutrilon|morinaga|lactogen|dancow|similac|enfamil|)"
                           R"(frisian flag|vidoran|nestl(e|é)|danone|s-26)\b)")},
    };
    return kRules;
}

bool is_of_massage(const std::string& text) {
    static const std::regex kMassage =
        any_case(R"((pijat|massage|oksitosin|oxytocin|\basi\b|breast ?milk|\bmilk\b))");
    return std::regex_search(text, kMassage);
}

}  // namespace

std::vector<Claim> claims_in(const std::vector<std::string>& texts) {
    std::vector<Claim> found;
    for (const std::string& text : texts) {
        const bool of_massage = is_of_massage(text);
        for (const Rule& rule : rules()) {
            if (rule.is_of_massage && !of_massage) continue;
            if (std::regex_search(text, rule.words)) found.push_back({rule.why, text});
        }
    }
    return found;
}

}  // namespace claims
