#include "tools/figures/visits.h"

#include "shared/forms/check.h"
#include "shared/forms/form_set.h"
#include "shared/records/change.h"

#include <algorithm>
#include <array>

namespace figures {

namespace {

using base::Fields;
using base::Instant;
using base::SeededRandom;

constexpr std::int64_t kMinuteMs = 60'000;
constexpr Instant kFirstVisit{1'772'330'400'000};  // 2026-03-01T09:00:00+07:00
constexpr const char* kToday = "2030-12-31";

constexpr std::array<const char*, 96> kWords = {
    "ibu",       "bayi",    "menyusu",   "kuat",    "sering",     "malam",     "siang",
    "tidur",     "nyenyak", "asi",       "lancar",  "sudah",      "belum",     "keluar",
    "banyak",    "sedikit", "payudara",  "bengkak", "puting",     "lecet",     "nyeri",
    "dikompres", "hangat",  "diajarkan", "posisi",  "perlekatan", "pijat",     "oksitosin",
    "suami",     "nenek",   "membantu",  "setiap",  "pagi",       "sore",      "dua",
    "kali",      "sehari",  "selama",    "lima",    "menit",      "makan",     "sayur",
    "katuk",     "ikan",    "telur",     "tempe",   "minum",      "air",       "putih",
    "delapan",   "gelas",   "istirahat", "cukup",   "cemas",      "kurang",    "didampingi",
    "keluarga",  "mertua",  "mendukung", "rujuk",   "bidan",      "puskesmas", "besok",
    "kontrol",   "tanggal", "imunisasi", "berat",   "naik",       "turun",     "tetap",
    "tali",      "pusat",   "kering",    "lepas",   "kulit",      "kuning",    "tidak",
    "demam",     "batuk",   "pilek",     "mau",     "menangis",   "digendong", "dijemur",
    "rumah",     "bersih",  "ventilasi", "lampu",   "buku",       "kia",       "dibawa",
    "diisi",     "kembali", "minggu",    "depan",   "telepon"};

struct Family {
    std::string household, mother, birth;
};

std::string code_of(SeededRandom& random, std::initializer_list<const char*> codes) {
    return *(codes.begin() + random.below(codes.size()));
}

std::string note(SeededRandom& random) {
    std::string text;
    for (std::uint64_t words = 6 + random.below(24); words > 0; --words) {
        if (!text.empty()) text += ' ';
        text += kWords[random.below(kWords.size())];
    }
    return text;
}

std::string some_topics(SeededRandom& random) {
    std::string topics;
    for (const char* topic : {"BF", "MASSAGE", "POSITION", "EXPRESS", "DANGER", "NUTRITION"}) {
        if (random.chance(0.4)) topics += (topics.empty() ? "" : " ") + std::string(topic);
    }
    return topics.empty() ? "BF" : topics;
}

double degrees(SeededRandom& random, double from) {
    return from + static_cast<double>(random.below(200'000)) / 1e6;
}

Fields visit(SeededRandom& random, const Family& family, Instant at, const std::string& provider) {
    const base::Zone zone;
    const auto minutes = static_cast<std::int64_t>(15 + random.below(60));
    const Instant end{at.unix_ms + minutes * kMinuteMs};
    Fields fields;
    fields.set("household_id", family.household);
    fields.set("started_at", to_date_time_text(at, zone));
    fields.set("visit_type", code_of(random, {"KADER_HOME", "KADER_HOME", "POSY"}));
    fields.set("provider_id", provider);
    fields.set("provider_role", "KADER");
    fields.set("outcome", code_of(random, {"DONE", "DONE", "DONE", "PARTIAL"}));
    fields.set("persons_seen", family.mother);
    fields.set("mother_id", family.mother);
    fields.set("birth_event_id", family.birth);
    fields.set("companion", code_of(random, {"SUAMI", "IBU_KANDUNG", "IBU_MERTUA", "NENEK"}));
    fields.set("topics", some_topics(random));
    fields.set("midwife_told", code_of(random, {"0", "0", "1"}));
    fields.set("ended_at", to_date_time_text(end, zone));
    const auto days = static_cast<int>(3 + random.below(25));
    fields.set("next_visit_date", base::to_text(base::add_days(date_in(at, zone), days)));
    fields.set_number("gps_lat", degrees(random, -7.0));
    fields.set_number("gps_lon", degrees(random, 110.4));
    fields.set("note", note(random));
    return fields;
}

// A figure over visits that the server would refuse would say nothing.
void check_passes(const Fields& fields) {
    const forms::Form* form = forms::FormSet::builtin().find("visit");
    CHECK(form != nullptr);
    forms::Context context;
    context.today = *base::parse_date(kToday);
    CHECK(!forms::blocks(forms::check(*form, fields, context)));
}

}  // namespace

std::vector<records::Record> make_visits(const Visits& wanted) {
    SeededRandom random(wanted.seed);
    Instant at = kFirstVisit;
    std::vector<Family> families(
        static_cast<std::size_t>(std::max<std::int64_t>(1, wanted.count / 2)));
    for (Family& family : families) {
        family = {make_uuid7(at, random), make_uuid7(at, random), make_uuid7(at, random)};
        at.unix_ms += static_cast<std::int64_t>(random.below(3'600'000));
    }
    const std::string provider = make_uuid7(kFirstVisit, random);
    std::vector<records::Record> visits;
    for (std::int64_t i = 0; i < wanted.count; ++i) {
        const Family& family = families[random.below(families.size())];
        at.unix_ms += static_cast<std::int64_t>(random.below(180 * kMinuteMs));
        records::Record record{base::RecordId(make_uuid7(at, random)),
                               "visit",
                               wanted.unit,
                               {},
                               visit(random, family, at, provider)};
        if (i == 0) check_passes(record.fields);
        visits.push_back(std::move(record));
    }
    return visits;
}

std::vector<std::string> change_lines(const std::vector<records::Record>& records) {
    std::vector<std::string> lines;
    for (const records::Record& record : records) {
        records::Change change;
        change.record = record.id;
        change.type = record.type;
        change.unit = record.unit;
        change.set = record.fields;
        change.form_version = "1";
        change.made_at = kFirstVisit;
        lines.push_back(to_line(change));
    }
    return lines;
}

}  // namespace figures
